import FairwayCore
import Foundation

extension PublicCatalogue {
    /// The products as RSS 2.0 with the attributes of Google Merchant Center's product data (namespace g).
    ///
    /// `price` is left out: an expo's catalogue has none. `image_link` is there for products with images.
    package func feed() -> String {
        let title = text(name)
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">"#, "<channel>",
            Self.element("title", title.isEmpty ? "Fairway" : title), Self.element("link", "\(address)/"),
            Self.element("description", title.isEmpty ? "Fairway" : title),
            Self.element("language", language == .zh ? "zh-CN" : language.rawValue),
        ]
        lines += products.compactMap { product in owner(product.enterprise).map { item(product, of: $0) } }
        return (lines + ["</channel>", "</rss>"]).joined(separator: "\n") + "\n"
    }

    private func item(_ product: Product, of enterprise: Enterprise) -> String {
        let title = text(product.name)
        let about = text(product.about)
        let terms = product.terms
        // Merchant Center asks for a brand of new goods; without one, that of their seller.
        let brand = terms?.brand ?? text(enterprise.name)
        var elements = [
            ("g:id", product.id.code), ("g:title", Self.cut(title, 150)),
            ("g:description", Self.cut(about.isEmpty ? title : about, 5000)), ("g:link", link(product)),
            ("g:availability", "in_stock"), ("g:condition", "new"), ("g:brand", Self.cut(brand, 70)),
        ]
        for (index, address) in imageLinks(product).enumerated() {
            elements.append((index == 0 ? "g:image_link" : "g:additional_image_link", address))
        }
        if let gtin = product.gtin {
            elements.append(("g:gtin", gtin.digits))
        } else {
            elements.append(("g:identifier_exists", "no"))
        }
        if let code = product.hsCode { elements.append(("g:product_type", "HS \(code.digits)")) }
        if let order = terms?.minimumOrder {
            elements.append(("g:custom_label_0", "MOQ \(order.words(in: language))"))
        }
        if let delivery = terms?.delivery {
            elements.append(("g:custom_label_1", Self.cut(delivery.words, 100)))
        }
        let lines = elements.map { Self.element($0.0, $0.1) }
        return (["<item>"] + lines + ["</item>"]).joined(separator: "\n")
    }

    private static func cut(_ text: String, _ most: Int) -> String {
        text.count <= most ? text : text.prefix(most - 1) + "…"
    }

    /// Characters that XML 1.0 does not allow are left out.
    private static func element(_ name: String, _ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "<\(name)>\(escaped)</\(name)>"
    }
}
