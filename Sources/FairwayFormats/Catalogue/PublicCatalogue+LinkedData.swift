import FairwayCore
import Foundation

extension PublicCatalogue {
    /// Organizations, what they seek, and their products with offers, as one graph of JSON-LD.
    package func linkedData() throws -> String {
        let sought = Dictionary(grouping: demands, by: \.enterprise)
        let organizations = enterprises.map { organization($0, seeks: sought[$0.id] ?? []) }
        let goods: [[String: Any]] = products.compactMap { product in
            owner(product.enterprise).map {
                ProductLinkedData(
                    product,
                    of: $0,
                    images: images[product.id] ?? [],
                    language: language,
                    address: address
                ).node
            }
        }
        return try LinkedDataText.text(["@context": "https://schema.org", "@graph": organizations + goods])
            + "\n"
    }

    private func organization(_ enterprise: Enterprise, seeks: [Demand]) -> [String: Any] {
        let url = link(enterprise.id)
        var place: [String: Any] = ["@type": "PostalAddress", "addressCountry": enterprise.economy.code]
        if let region = enterprise.region { place["addressRegion"] = self.place(region.code) }
        var node: [String: Any] = [
            "@type": "Organization", "@id": url, "url": url, "name": text(enterprise.name), "address": place,
        ]
        if !enterprise.about.isEmpty { node["description"] = text(enterprise.about) }
        if let website = enterprise.website { node["sameAs"] = website }
        if !seeks.isEmpty { node["seeks"] = seeks.map(demand) }
        return node
    }

    private func demand(_ demand: Demand) -> [String: Any] {
        var sought: [String: Any] = ["@type": "Product", "name": text(demand.text)]
        if let code = demand.hsPrefix { sought["category"] = "HS \(code.digits)" }
        var node: [String: Any] = ["@type": "Demand", "itemOffered": sought]
        if !demand.targetRegions.isEmpty { node["areaServed"] = demand.targetRegions }
        return node
    }
}
