import FairwayCore
import FairwayFormats
import FairwayStore
import HTTPTypes
import Hummingbird
import NIOCore

/// The public catalogue to take along: a page of links, and the files behind them.
struct CatalogueFilesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let service: CatalogueFileService

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        let sets: [[String: Any]] = Language.allCases.map { of in
            [
                "lang": of.rawValue, "name": of.endonym,
                "files": CatalogueFile.allCases.map { file in
                    [
                        "path": "/catalogue/\(of)/\(file.rawValue)", "file": file.rawValue,
                        "what": renderer.word("feeds.file.\(file)", language),
                    ]
                },
            ]
        }
        return try renderer.page(
            "catalogue",
            title: renderer.word("feeds.catalogue", language),
            section: .enterprises,
            ["sets": sets],
            request: request,
            context: context
        )
    }

    /// A file, or 304 when the asker has it already.
    func file(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let language = context.parameters.get("language").flatMap({ Language(rawValue: $0) }),
            let file = context.parameters.get("file").flatMap({ CatalogueFile(rawValue: $0) })
        else { throw HTTPError(.notFound) }
        guard let entry = try await service.entry(file, in: language) else { throw HTTPError(.notFound) }
        let asked = request.headers[.ifNoneMatch] ?? ""
        let isKnown = entry.tag.isIn(asked, weakly: true)
        var response = Response(
            status: isKnown ? .notModified : .ok,
            body: isKnown ? .init() : ResponseBody(byteBuffer: entry.bytes)
        )
        response.headers[.eTag] = entry.tag.text
        response.headers[.cacheControl] = "public, max-age=300"
        guard !isKnown else { return response }
        response.headers[.contentType] = file.contentType
        response.headers[.contentDisposition] = "attachment; filename=\"\(language)-\(file.rawValue)\""
        return response
    }
}
