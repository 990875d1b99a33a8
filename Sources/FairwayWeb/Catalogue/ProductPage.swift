import FairwayCore
import FairwayFormats
import FairwayStore
import Hummingbird

/// One product for everyone: what it is, on what terms, and whose; for machines as schema.org JSON-LD.
struct ProductPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let code = context.parameters.get("product"),
            let product = try await store.enterprises.product(.init(code)),
            let profile = try await store.enterprises.find(product.enterprise, shownTo: context.viewer?.part)
        else { throw HTTPError(.notFound) }
        let language = context.language
        let owner = profile.enterprise
        let images = try await store.images.all(of: product.id)
        let data = ProductLinkedData(
            product,
            of: owner,
            images: images,
            language: language,
            address: site.address
        )
        let name = product.name.text(in: language)
        let shown = product.name.nearest(to: language)?.language
        return try renderer.page(
            "product",
            title: name,
            section: .enterprises,
            [
                "heading": [renderer.said(product.name, language)],
                "otherNames": Language.allCases.filter { $0 != shown }.compactMap { other in
                    product.name[other].map { ["text": $0, "lang": other.rawValue] as [String: Any] }
                },
                "about": renderer.said(product.about, language),
                "hasImages": !images.isEmpty,
                "images": images.enumerated().map { index, image in
                    image.model(
                        index == 0 ? .card : .thumbnail,
                        alt: index == 0 ? name : "\(name), \(index + 1)"
                    )
                },
                "owner": renderer.said(owner.name, language),
                "ownerPath": "/enterprises/\(PageParameters.encoded(owner.id.code))",
                "facts": ProductFacts(renderer: renderer, language: language).facts(of: product),
                // Only what is approved is for other programs to spread.
                "linkedData": owner.status == .approved ? [try data.text()] : [],
            ],
            request: request,
            context: context
        )
    }
}

/// What is said of a product in a list of facts.
struct ProductFacts {
    let renderer: PageRenderer
    let language: Language

    /// Label and value of everything that is stated.
    func facts(of product: Product) -> [[String: Any]] {
        let terms = product.terms ?? TradeTerms()
        let separator = language.pick(zh: "、", ru: ", ", en: ", ")
        let facts: [(String, String?)] = [
            ("feeds.hsCode", product.hsCode?.digits), ("feeds.brand", terms.brand),
            ("feeds.gtin", product.gtin?.digits), ("feeds.moq", terms.minimumOrder?.words(in: language)),
            ("feeds.delivery", terms.delivery?.words),
            ("feeds.certificates", terms.certificates.joined(separator: separator)),
            (
                "feeds.privateLabel",
                terms.isPrivateLabel.map { renderer.word($0 ? "feeds.yes" : "feeds.no", language) }
            ),
            ("feeds.code", product.id.code),
        ]
        return facts.compactMap { key, value in
            guard let value, !value.isEmpty else { return nil }
            return ["label": renderer.word(key, language), "value": value]
        }
    }
}
