import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Hummingbird

/// An agency's import: a file, a preview that changes nothing, and a confirmation that imports in one transaction.
struct DelegationImportPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let imports: ImportService
    private var frame: DelegationFrame { DelegationFrame(store: store, renderer: renderer) }

    init(store: ExpoStore, renderer: PageRenderer, imports: ImportService) {
        self.store = store
        self.renderer = renderer
        self.imports = imports
    }

    /// What an agency may import.
    static let kinds: [SourceTable.Kind] = [.enterprises, .representatives, .products, .demands]

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (delegation, agency) = try await frame.delegation(context)
        let notices = [notice].compactMap { $0 }.map { renderer.word($0, context.language) }
        return try frame.page(
            "delegationimport",
            tab: .importing,
            delegation,
            agency,
            [
                "templates": Self.kinds.map { kind in
                    [
                        "code": kind.rawValue,
                        "name": renderer.word("importTable.\(kind.rawValue)", context.language),
                    ] as [String: Any]
                }
            ],
            notices: notices,
            request: request,
            context: context,
            status: status
        )
    }

    // MARK: - Preview and confirmation

    func preview(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let form = try await GuardMiddleware.fileForm(request, context) else {
            return try await page(request, context, notice: "import.tooLarge", status: .contentTooLarge)
        }
        let (delegation, _) = try await frame.delegation(context)
        guard let viewer = context.viewer else { throw HTTPError(.unauthorized) }
        guard let file = form["file"], let filename = file.filename, !file.bytes.isEmpty else {
            return try await page(request, context, notice: "import.noFile", status: .badRequest)
        }
        guard file.bytes.count <= UploadedTable.mostBytes else {
            return try await page(request, context, notice: "import.tooLarge", status: .contentTooLarge)
        }
        guard let table = UploadedTable(name: filename, bytes: file.bytes) else {
            return try await page(request, context, notice: "import.noTable", status: .unsupportedMediaType)
        }
        let upload = try await store.uploads.keep(
            table.name,
            Data(table.bytes),
            for: delegation.id,
            by: viewer
        )
        let result = try await imports.importTable(
            upload,
            into: delegation.id,
            by: context.actor,
            dryRun: true
        )
        return try await page(of: result, upload, request, context)
    }

    func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let (delegation, _) = try await frame.delegation(context)
        guard let upload = try await upload(form["upload"], delegation, context) else {
            return try await page(request, context, notice: "import.expired", status: .gone)
        }
        let result = try await imports.importTable(
            upload,
            into: delegation.id,
            by: context.actor,
            dryRun: false
        )
        return try await page(of: result, upload, request, context)
    }

    private func upload(_ id: String?, _ delegation: Delegation, _ context: WebContext) async throws
        -> Upload?
    {
        guard let id, let viewer = context.viewer else { return nil }
        return try await store.uploads.find(id, for: delegation.id, by: viewer)
    }

    private func page(
        of result: ImportService.Result,
        _ upload: Upload,
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let (delegation, agency) = try await frame.delegation(context)
        let words = PreviewWords(renderer: renderer, language: context.language)
        return try frame.page(
            "delegationpreview",
            tab: .importing,
            delegation,
            agency,
            words.model(of: result, upload: upload, refusedFiles: result.refusedFiles),
            request: request,
            context: context
        )
    }

    // MARK: - Files

    func refused(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = PageParameters(request)
        let (delegation, _) = try await frame.delegation(context)
        guard let upload = try await upload(parameters["upload"], delegation, context) else {
            throw HTTPError(.notFound)
        }
        let result = try await imports.importTable(
            upload,
            into: delegation.id,
            by: context.actor,
            dryRun: true
        )
        let files = try await imports.refusedRows(of: result, in: context.language, for: context.actor)
        guard let file = files.first(where: { $0.name == parameters["file"] }) else {
            throw HTTPError(.notFound)
        }
        return FileAnswer.file(file.bytes, type: FileAnswer.csv, name: file.name)
    }

    func template(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await frame.delegation(context)
        guard let kind = PageParameters(request)["table"].flatMap({ SourceTable.Kind(rawValue: $0) }),
            Self.kinds.contains(kind)
        else { throw HTTPError(.notFound) }
        let bytes = try await imports.template(of: kind, for: context.actor)
        return FileAnswer.file(bytes, type: FileAnswer.xlsx, name: "\(kind.rawValue).xlsx")
    }
}
