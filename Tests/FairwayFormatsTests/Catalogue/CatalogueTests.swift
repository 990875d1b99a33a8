import FairwayCore
import FairwayFormats
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The public catalogue as files.
struct CatalogueTests {
    private static let data = ExpoData.catalogueFixture()
    /// Two of the first product.
    private static let images: [Product.ID: [ProductImage]] = {
        let ids = ["a1", "b2"]
        let product = data.products.map(\.id).min() ?? ""
        return [product: ids.map { ProductImage(id: .init($0), product: product, width: 800, height: 600) }]
    }()

    private func catalogue(_ language: Language) -> PublicCatalogue {
        PublicCatalogue(Self.data, images: Self.images, language: language, address: "https://expo.example")
    }

    private static let texts = CatalogueFile.allCases.filter { $0 != .workbook }

    @Test(arguments: texts, Language.allCases)
    func equalsItsGoldenFile(file: CatalogueFile, language: Language) throws {
        let bytes = try file.bytes(of: catalogue(language))
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/catalogue-\(language)-\(file.rawValue)")
        if ProcessInfo.processInfo.environment["FAIRWAY_WRITE_GOLDEN"] != nil { try bytes.write(to: path) }
        #expect(try Data(contentsOf: path) == bytes)
    }

    @Test(arguments: texts, Language.allCases)
    func holdsNobodyAndNothingThatWaits(file: CatalogueFile, language: Language) throws {
        let text = String(decoding: try file.bytes(of: catalogue(language)), as: UTF8.self)
        for secret in ["Secret Person", "p@x.example", "Waiting", "Polestar", "G3"] {
            #expect(!text.contains(secret))
        }
    }

    @Test(arguments: Language.allCases)
    func workbookHoldsThreeTables(language: Language) throws {
        let bytes = try CatalogueFile.workbook.bytes(of: catalogue(language))
        #expect(bytes.starts(with: Data("PK".utf8)))
        let catalogue = catalogue(language)
        for table in [catalogue.productTable, catalogue.enterpriseTable, catalogue.demandTable] {
            let width = table.rows.first?.count
            #expect(table.rows.count > 1 && table.rows.allSatisfy { $0.count == width })
        }
    }

    /// What Merchant Center requires of every product, less what an expo has no value for: a price; images are where there are some.
    @Test(arguments: Language.allCases)
    func feedIsXMLWithTheRequiredAttributes(language: Language) throws {
        let document = try XMLDocument(data: Data(catalogue(language).feed().utf8))
        let items = try document.nodes(forXPath: "/rss/channel/item")
        #expect(items.count == 2)
        for item in items {
            let names = Set((item.children ?? []).compactMap(\.name).map { $0.replacing("g:", with: "") })
            let required = ["id", "title", "description", "link", "availability", "condition", "brand"]
            #expect(names.isSuperset(of: required))
            let images = (item.children ?? []).filter { $0.name?.contains("image_link") == true }
            let isFirst =
                item.children?.first { $0.name == "g:id" }?.stringValue == Self.images.keys.first?.code
            #expect(
                images.compactMap(\.stringValue)
                    == (isFirst
                        ? ["https://expo.example/images/a1/large", "https://expo.example/images/b2/large"]
                        : [])
            )
            #expect(names.contains("gtin") != names.contains("identifier_exists"))
        }
    }

    /// Required and recommended properties of schema.org's Product and Offer, with the types they must have.
    @Test(arguments: Language.allCases)
    func productIsSchemaOrg(language: Language) throws {
        for product in Self.data.products where product.enterprise != "E3" {
            let owner = try #require(Self.data.enterprises.first { $0.id == product.enterprise })
            let text = try ProductLinkedData(
                product,
                of: owner,
                images: Self.images[product.id] ?? [],
                language: language,
                address: "https://expo.example"
            )
            .text()
            #expect(!text.contains("<"), "it must not end the element it stands in")
            let node = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(LinkedDataCheck.flaws(ofProduct: node) == [])
            #expect(node["@context"] as? String == "https://schema.org")
            #expect(node["gtin"] as? String == product.gtin?.digits)
        }
    }

    @Test func writesOneSetPerLanguage() throws {
        let folder = try ImportFolder()
        let written = try CatalogueFile.writeAll(
            Self.data,
            images: Self.images,
            address: "https://expo.example",
            to: folder.path
        )
        #expect(written.count == 18)
        for (name, size) in written {
            #expect(FileManager.default.contents(atPath: "\(folder.path)/\(name)")?.count == size)
        }
    }
}

/// Own checks of a schema.org Product.
enum LinkedDataCheck {
    static func flaws(ofProduct node: [String: Any]) -> [String] {
        var flaws: [String] = []
        func need(_ isThere: Bool, _ what: String) { if !isThere { flaws.append(what) } }
        func isAddress(_ value: Any?) -> Bool {
            (value as? String).flatMap { URL(string: $0) }?.scheme == "https"
        }
        need(node["@type"] as? String == "Product", "@type")
        need((node["name"] as? String)?.isEmpty == false, "name")
        need(isAddress(node["url"]) && isAddress(node["@id"]), "url")
        need((node["sku"] as? String)?.isEmpty == false, "sku")
        if let gtin = node["gtin"] { need((gtin as? String).flatMap { GTIN($0) } != nil, "gtin") }
        if let brand = node["brand"] as? [String: Any] { need(brand["@type"] as? String == "Brand", "brand") }
        let offer = node["offers"] as? [String: Any] ?? [:]
        need(offer["@type"] as? String == "Offer", "offers")
        for key in ["availability", "itemCondition", "url"] { need(isAddress(offer[key]), "offers.\(key)") }
        let seller = offer["seller"] as? [String: Any] ?? [:]
        need(seller["@type"] as? String == "Organization" && isAddress(seller["url"]), "offers.seller")
        need((seller["name"] as? String)?.isEmpty == false, "offers.seller.name")
        if let quantity = offer["eligibleQuantity"] as? [String: Any] {
            need((quantity["minValue"] as? Int ?? 0) > 0, "eligibleQuantity.minValue")
            need(
                (quantity["unitCode"] as? String).flatMap { MinimumOrder.Unit(rawValue: $0) } != nil,
                "unitCode"
            )
        }
        return flaws
    }
}
