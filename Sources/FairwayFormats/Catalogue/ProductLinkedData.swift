package import FairwayCore
import Foundation

/// A product as schema.org Product with its Offer, in JSON-LD.
///
/// An expo's catalogue has no prices: the offer is without one, and says its least quantity and its rule of delivery.
package struct ProductLinkedData {
    private let product: Product
    private let owner: Enterprise
    private let language: Language
    private let link: CatalogueLink

    package init(_ product: Product, of owner: Enterprise, language: Language, address: String) {
        self.product = product
        self.owner = owner
        self.language = language
        link = CatalogueLink(address: address)
    }

    /// One JSON object with sorted keys, safe inside a `script` element of HTML: `<`, `>` and `&` are escaped.
    package func text() throws -> String {
        var node = self.node
        node["@context"] = "https://schema.org"
        return try LinkedDataText.text(node)
    }

    var node: [String: Any] {
        let url = link.product(product.id)
        var node: [String: Any] = [
            "@type": "Product", "@id": url, "url": url, "sku": product.id.code,
            "name": product.name.text(in: language), "category": "HS \(product.hsCode.digits)",
            "manufacturer": seller, "offers": offer(url),
            "additionalProperty": properties,
        ]
        if !product.about.isEmpty { node["description"] = product.about.text(in: language) }
        if let gtin = product.gtin { node["gtin"] = gtin.digits }
        if let brand = product.terms?.brand { node["brand"] = ["@type": "Brand", "name": brand] }
        // An enterprise may sell what others make.
        if !owner.roles.contains(.manufacturer) { node["manufacturer"] = nil }
        let certificates = product.terms?.certificates ?? []
        if !certificates.isEmpty {
            node["hasCertification"] = certificates.map { ["@type": "Certification", "name": $0] }
        }
        return node
    }

    private var seller: [String: Any] {
        [
            "@type": "Organization", "@id": link.enterprise(owner.id), "url": link.enterprise(owner.id),
            "name": owner.name.text(in: language),
        ]
    }

    private func offer(_ url: String) -> [String: Any] {
        var offer: [String: Any] = [
            "@type": "Offer", "url": url, "availability": "https://schema.org/InStock",
            "itemCondition": "https://schema.org/NewCondition", "seller": seller,
        ]
        if let order = product.terms?.minimumOrder {
            offer["eligibleQuantity"] = [
                "@type": "QuantitativeValue", "minValue": order.quantity, "unitCode": order.unit.rawValue,
            ]
        }
        return offer
    }

    private var properties: [[String: Any]] {
        var properties: [(String, String)] = [("HS", product.hsCode.digits)]
        if let delivery = product.terms?.delivery {
            properties.append(("Incoterms 2020", "\(delivery.incoterm.rawValue) \(delivery.place)"))
        }
        if let isPrivateLabel = product.terms?.isPrivateLabel {
            properties.append(("Private label", isPrivateLabel ? "yes" : "no"))
        }
        return properties.map { ["@type": "PropertyValue", "name": $0.0, "value": $0.1] }
    }
}

/// JSON-LD as text, the same for the same values.
enum LinkedDataText {
    static func text(_ node: [String: Any]) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: node,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        return String(decoding: data, as: UTF8.self)
            .replacingOccurrences(of: "<", with: "\\u003c")
            .replacingOccurrences(of: ">", with: "\\u003e")
            .replacingOccurrences(of: "&", with: "\\u0026")
    }
}
