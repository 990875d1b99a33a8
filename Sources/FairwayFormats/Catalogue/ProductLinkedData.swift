package import FairwayCore
import Foundation

/// A product as schema.org Product with its Offer, in JSON-LD.
///
/// An expo's catalogue has no prices: the offer is without one, and says its least quantity and its rule of delivery.
package struct ProductLinkedData {
    private let product: Product
    private let owner: Enterprise
    private let images: [ProductImage]
    private let language: Language
    private let link: CatalogueLink

    package init(
        _ product: Product,
        of owner: Enterprise,
        images: [ProductImage],
        language: Language,
        address: String
    ) {
        self.product = product
        self.images = images
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
            "name": product.name.text(in: language),
            "manufacturer": seller, "offers": offer(url),
            "additionalProperty": properties,
        ]
        if let code = product.hsCode { node["category"] = "HS \(code.digits)" }
        if !product.about.isEmpty { node["description"] = product.about.text(in: language) }
        if !images.isEmpty { node["image"] = images.map { link.image($0) } }
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

    /// Names and answers are in the language; `propertyID` is the same in all.
    private var properties: [[String: Any]] {
        var properties: [[String: Any]] = []
        if let code = product.hsCode {
            let name = language.pick(zh: "HS编码", ru: "Код ТН ВЭД", en: "HS code")
            properties.append(property("HS", name, code.digits))
        }
        if let delivery = product.terms?.delivery {
            let name = language.pick(zh: "国际贸易术语 2020", ru: "Инкотермс 2020", en: "Incoterms 2020")
            properties.append(property("Incoterms 2020", name, delivery.words))
        }
        if let isPrivateLabel = product.terms?.isPrivateLabel {
            let name = language.pick(zh: "贴牌生产", ru: "Частная марка", en: "Private label")
            let value =
                isPrivateLabel
                ? language.pick(zh: "是", ru: "да", en: "yes") : language.pick(zh: "否", ru: "нет", en: "no")
            properties.append(property("private-label", name, value))
        }
        return properties
    }

    private func property(_ id: String, _ name: String, _ value: String) -> [String: Any] {
        ["@type": "PropertyValue", "propertyID": id, "name": name, "value": value]
    }
}

/// JSON-LD as text, the same for the same values.
enum LinkedDataText {
    static func text(_ node: [String: Any]) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: node,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.count)
        // Byte by byte: a `<` may be one `Character` with what stands before or after it.
        for byte in data {
            switch byte {
            case UInt8(ascii: "<"): bytes += "\\u003c".utf8
            case UInt8(ascii: ">"): bytes += "\\u003e".utf8
            case UInt8(ascii: "&"): bytes += "\\u0026".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
