import FairwayCore
import FairwayStore
import HTTPTypes
import Hummingbird
import Images
import Workers

/// The images of an enterprise's products: what there is, what comes first, and files to add.
struct ImagesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let service: ImageService

    /// Bytes of a form with files.
    static let mostBytes = 3 * ImagePress.mostBytes

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let isSaved = PageParameters(request)["saved"] != nil
        return try await page(
            request,
            context,
            notices: isSaved ? [renderer.word("images.saved", context.language)] : []
        )
    }

    /// Takes every file that is an image, and says of the others what is wrong.
    func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        guard
            let form = try await GuardMiddleware.fileForm(
                request,
                context,
                upTo: Self.mostBytes,
                repeating: "file"
            )
        else {
            let words = renderer.word("images.tooLarge", language)
                .replacing("{}", with: "\(Self.mostBytes >> 20)")
            return try await page(request, context, flaws: [("", words)], status: .contentTooLarge)
        }
        let enterprise = try await Workspace.enterprise(context, store)
        let product = Product.ID(form.text("product") ?? "")
        let files = form.parts.filter { $0.name == "file" && !($0.filename ?? "").isEmpty }
        guard !files.isEmpty else {
            let words = renderer.word("images.noFile", language)
            return try await page(request, context, flaws: [("", words)], status: .badRequest)
        }
        var flaws: [(file: String, words: String)] = []
        for file in files {
            do {
                _ = try await service.add(file.bytes, to: product, of: enterprise.id, by: context.actor)
            } catch let error as any WordedError
                where error is ImageFlaw || error is ImageRefusal || error is WorkerError
            {
                flaws.append((file.filename ?? "", error.words(in: language)))
            }
        }
        guard flaws.isEmpty else {
            return try await page(request, context, flaws: flaws, status: .unprocessableContent)
        }
        return back(to: enterprise, product)
    }

    func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let enterprise = try await Workspace.enterprise(context, store)
        let image = ProductImage.ID(context.parameters.get("image") ?? "")
        let isThere =
            switch form["do"] {
            case "first": try await store.images.putFirst(image, of: enterprise.id, by: context.actor)
            case "remove": try await store.images.remove(image, of: enterprise.id, by: context.actor)
            default: throw HTTPError(.badRequest)
            }
        guard isThere else { throw HTTPError(.notFound) }
        return back(to: enterprise, form["product"].map { .init($0) })
    }

    private func back(to enterprise: Enterprise, _ product: Product.ID?) -> Response {
        .redirect(
            to: LocalTarget(
                ["enterprises", enterprise.id.code, "images"],
                query: [("saved", "1")],
                fragment: product.map { "p-\($0.code)" }
            )
        )
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        notices: [String] = [],
        flaws: [(file: String, words: String)] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let enterprise = try await Workspace.enterprise(context, store)
        let images = try await store.images.all(of: enterprise.id)
        let products = try await store.enterprises.find(enterprise.id)?.products ?? []
        let limits = renderer.word("images.limits", language)
            .replacing("{bytes}", with: "\(ImagePress.mostBytes >> 20)")
            .replacing("{side}", with: "\(ImagePress.leastSide)")
            .replacing("{most}", with: "\(ProductImage.mostOfProduct)")
        return try renderer.page(
            "images",
            title: renderer.word("images.title", language),
            section: .enterprises,
            [
                "heading": [renderer.said(enterprise.name, language)],
                "base": "/enterprises/\(PageParameters.encoded(enterprise.id.code))",
                "workspaces": [
                    ["tabs": Workspace.tabs(enterprise.id, current: "images", renderer, language)]
                ],
                "limits": limits, "notices": notices, "hasFlaws": !flaws.isEmpty,
                "flaws": flaws.map { ["file": $0.file, "words": $0.words] },
                "products": products.map { product($0, images[$0.id] ?? [], language) },
            ],
            request: request,
            context: context,
            status: status
        )
    }

    private func product(
        _ product: Product,
        _ images: [ProductImage],
        _ language: Language
    ) -> [String: Any] {
        let name = product.name
        return [
            "product": product.id.code, "anchor": "p-\(PageParameters.encoded(product.id.code))",
            "name": renderer.said(name, language),
            "plainName": name.text(in: language),
            "images": images.enumerated().map { index, image in
                var model = image.model(
                    .thumbnail,
                    alt: "\(name.text(in: language)), \(index + 1)"
                )
                model["image"] = image.id.code
                model["isFirst"] = index == 0
                model["number"] = index + 1
                return model
            },
            "hasImages": !images.isEmpty, "canAdd": images.count < ProductImage.mostOfProduct,
        ]
    }
}
