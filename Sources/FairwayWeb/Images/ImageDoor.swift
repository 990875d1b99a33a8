import FairwayCore
import FairwayStore
import HTTPTypes
import Hummingbird
import NIOCore

/// The files of images, for whoever may see the enterprise that they belong to.
struct ImageDoor: Sendable {
    let store: ExpoStore

    func file(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let code = context.parameters.get("image"),
            let size = context.parameters.get("size").flatMap({ ImageSize(rawValue: $0) })
        else { throw HTTPError(.notFound) }
        // What an address shows never changes, so its name is its version.
        let tag = EntityTag(version: "\(code)-\(size.rawValue)")
        guard let file = try await store.images.file(.init(code), size), try await isShown(file, context)
        else {
            throw HTTPError(.notFound)
        }
        let isKnown = tag.isIn(request.headers[.ifNoneMatch] ?? "", weakly: true)
        var response = Response(
            status: isKnown ? .notModified : .ok,
            body: isKnown ? .init() : ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
        )
        response.headers[.eTag] = tag.text
        // A day, not for ever: an image can be taken back.
        response.headers[.cacheControl] =
            file.status == .approved ? "public, max-age=86400" : CachePolicy.nothing
        if !isKnown { response.headers[.contentType] = "image/jpeg" }
        return response
    }

    /// As the enterprise's page.
    private func isShown(_ file: ImageFile, _ context: WebContext) async throws -> Bool {
        let agency =
            file.status == .approved ? nil : try await store.enterprises.agency(leading: file.enterprise)
        return EnterpriseVisibility.shows(
            file.enterprise,
            file.status,
            ledBy: agency,
            to: context.viewer?.part
        )
    }
}

extension ProductImage {
    /// The address of one of its files on this site.
    func path(_ size: ImageSize) -> String { "/images/\(id.code)/\(size.rawValue)" }

    /// As a page shows it: its address and size in pixels, and what it shows.
    func model(_ size: ImageSize, alt: String) -> [String: Any] {
        let (width, height) = self.size(size)
        return ["path": path(size), "large": path(.large), "width": width, "height": height, "alt": alt]
    }
}
