package import FairwayCore
package import Foundation
import PrivateFiles

/// A file of the public catalogue, one of each per language.
package enum CatalogueFile: String, CaseIterable, Sendable {
    case workbook = "catalogue.xlsx"
    case products = "products.csv"
    case enterprises = "enterprises.csv"
    case demands = "demands.csv"
    case linkedData = "catalogue.jsonld"
    case feed = "products.xml"

    /// Of HTTP.
    package var contentType: String {
        switch self {
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .products, .enterprises, .demands: "text/csv; charset=utf-8"
        case .linkedData: "application/ld+json"
        case .feed: "application/rss+xml; charset=utf-8"
        }
    }

    package func bytes(of catalogue: PublicCatalogue) throws -> Data {
        switch self {
        case .workbook: try Self.workbook(of: catalogue)
        case .products: Data(CSVText.document(catalogue.productTable.rows).utf8)
        case .enterprises: Data(CSVText.document(catalogue.enterpriseTable.rows).utf8)
        case .demands: Data(CSVText.document(catalogue.demandTable.rows).utf8)
        case .linkedData: Data(try catalogue.linkedData().utf8)
        case .feed: Data(catalogue.feed().utf8)
        }
    }

    /// The library writes to paths only.
    private static func workbook(of catalogue: PublicCatalogue) throws -> Data {
        try TemporaryFolder.use { folder in
            let path = folder + "/catalogue.xlsx"
            try catalogue.writeXLSX(to: path)
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }

    /// Writes every file of every language into folders `zh`, `ru` and `en`.
    /// - Returns: paths below the folder with their sizes in bytes.
    package static func writeAll(
        _ data: ExpoData,
        images: [Product.ID: [ProductImage]],
        address: String,
        to folder: String
    ) throws -> [(name: String, size: Int)] {
        try Language.allCases.flatMap { language in
            let below = "\(folder)/\(language)"
            try PrivateFolder.make(below)
            let catalogue = PublicCatalogue(data, images: images, language: language, address: address)
            return try allCases.map { file in
                let bytes = try file.bytes(of: catalogue)
                try PrivateFile.write(bytes, to: "\(below)/\(file.rawValue)")
                return ("\(language)/\(file.rawValue)", bytes.count)
            }
        }
    }
}
