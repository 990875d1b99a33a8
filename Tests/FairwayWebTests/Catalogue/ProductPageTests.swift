import FairwayCore
import Foundation
import HTTPTypes
import Testing

/// Pages of products, and the catalogue's files.
struct ProductPageTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])

    private func product(_ data: ExpoData = data) throws -> Product {
        let approved = Set(data.enterprises.filter { $0.status == .approved }.map(\.id))
        return try #require(
            data.products.first {
                approved.contains($0.enterprise) && $0.terms?.delivery != nil && $0.gtin != nil
            }
        )
    }

    @Test(arguments: Language.allCases)
    func saysWhatItIsAndOnWhatTerms(language: Language) async throws {
        let product = try product()
        let client = try await RouterClient(data: Self.data, as: nil)
        let page = try await client.get("/products/\(product.id)", ["accept-language": language.rawValue])
        #expect(page.status == 200)
        #expect(page.body.contains("<html lang=\"\(language)\">"))
        #expect(page.body.contains(product.terms?.delivery?.words ?? "none"))
        #expect(page.body.contains(product.gtin?.digits ?? "none"))
        #expect(page.body.contains("href=\"/enterprises/\(product.enterprise)\""))
        #expect(!page.body.contains("feeds."), "every word is there")
        let owner = try await client.get("/enterprises/\(product.enterprise)")
        #expect(owner.body.contains("href=\"/products/\(product.id)\""))
    }

    @Test func carriesLinkedDataThatNoNameCanLeave() async throws {
        var data = Self.data
        let id = try product().id
        let index = try #require(data.products.firstIndex { $0.id == id })
        data.products[index].name = LocalizedText(zh: "糖</script><b>&\"")
        let page = try await RouterClient(data: data, as: nil).get(
            "/products/\(id)",
            ["accept-language": "ru"]
        )
        #expect(page.body.contains("<abbr class=\"tongue\""), "the page says which language it fell back to")
        let blocks = page.body.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/)
        #expect(blocks.count == 1)
        let text = String(blocks.first?.output.1 ?? "")
        let node = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(node["name"] as? String == "糖</script><b>&\"")
        #expect(node["@type"] as? String == "Product")
    }

    @Test func isHiddenUntilItsEnterpriseIsApproved() async throws {
        var data = Self.data
        let product = try product()
        let index = try #require(data.enterprises.firstIndex { $0.id == product.enterprise })
        data.enterprises[index].status = .registered
        let client = try await RouterClient(data: data, as: nil)
        #expect(try await client.get("/products/\(product.id)").status == 404)
        #expect(try await client.get("/products/none").status == 404)
        #expect(try await !client.get("/catalogue/en/products.csv").body.contains("\(product.id),"))
        try await client.signIn(as: .enterprise(product.enterprise))
        let own = try await client.get("/products/\(product.id)")
        #expect(own.status == 200)
        #expect(!own.body.contains("ld+json"))
    }

    @Test(arguments: [
        ("products.csv", "text/csv; charset=utf-8"), ("products.xml", "application/rss+xml; charset=utf-8"),
        ("catalogue.jsonld", "application/ld+json"),
        ("catalogue.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ])
    func filesAreCachedByTheirTag(name: String, type: String) async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        #expect(try await client.get("/catalogue").body.contains("href=\"/catalogue/ru/\(name)\""))
        let first = try await client.get("/catalogue/ru/\(name)")
        #expect(first.status == 200)
        #expect(first.headers[.contentType] == type)
        #expect(first.headers[.cacheControl] == "public, max-age=300")
        let tag = try #require(first.headers[.eTag])
        let again = try await client.get("/catalogue/ru/\(name)", ["if-none-match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(try await client.get("/catalogue/ru/\(name)", ["if-none-match": "\"old\""]).status == 200)
        #expect(try await client.get("/catalogue/de/\(name)").status == 404)
    }
}
