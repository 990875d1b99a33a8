package import FairwayCore
import Foundation

/// What everyone may read of an expo, in one language: approved enterprises, what they offer and what they seek.
///
/// No person is in it: neither representatives nor requests nor meetings.
package struct PublicCatalogue: Sendable {
    package let language: Language
    /// Scheme, host and port of the public pages, without a slash at the end.
    package let address: String
    package let name: LocalizedText
    package let enterprises: [Enterprise]
    package let products: [Product]
    package let demands: [Demand]
    /// Of approved enterprises' products, each product's in their order.
    let images: [Product.ID: [ProductImage]]
    private let owners: [Enterprise.ID: Enterprise]
    private let places: [String: LocalizedText]

    package init(
        _ data: ExpoData,
        images: [Product.ID: [ProductImage]],
        language: Language,
        address: String
    ) {
        self.images = images
        self.language = language
        self.address = address
        name = data.expo?.name ?? LocalizedText()
        let approved = data.enterprises.filter { $0.status == .approved }.sorted { $0.id < $1.id }
        let owners = Dictionary(approved.map { ($0.id, $0) }) { first, _ in first }
        enterprises = approved
        products = data.products.filter { owners[$0.enterprise] != nil }.sorted { $0.id < $1.id }
        demands = data.demands.filter { owners[$0.enterprise] != nil }.sorted { $0.id < $1.id }
        self.owners = owners
        let names = data.economies.map { ($0.id.code, $0.name) } + data.regions.map { ($0.id.code, $0.name) }
        places = Dictionary(names) { first, _ in first }
    }

    func owner(_ id: Enterprise.ID) -> Enterprise? { owners[id] }

    func text(_ text: LocalizedText) -> String { text.text(in: language) }

    /// The name of an economy or region, else its code.
    func place(_ code: String?) -> String {
        guard let code else { return "" }
        return places[code].map { text($0) } ?? code
    }

    func link(_ product: Product) -> String { CatalogueLink(address: address).product(product.id) }
    /// The addresses of a product's images, the one that stands for it first.
    func imageLinks(_ product: Product) -> [String] {
        (images[product.id] ?? []).map { CatalogueLink(address: address).image($0) }
    }
    func link(_ enterprise: Enterprise.ID) -> String {
        CatalogueLink(address: address).enterprise(enterprise)
    }
}

/// The stable addresses of the public pages.
package struct CatalogueLink: Sendable {
    package let address: String

    package init(address: String) {
        self.address = address
    }

    package func product(_ id: Product.ID) -> String { "\(address)/products/\(Self.encoded(id.code))" }
    package func image(_ image: ProductImage) -> String {
        "\(address)/images/\(Self.encoded(image.id.code))/\(ImageSize.large.rawValue)"
    }
    package func enterprise(_ id: Enterprise.ID) -> String {
        "\(address)/enterprises/\(Self.encoded(id.code))"
    }

    /// Codes may be any letters: only what needs no escape stays (RFC 3986, 2.3).
    private static func encoded(_ code: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return code.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
        }.joined()
    }
}
