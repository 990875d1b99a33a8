package import FairwayCore
import FairwayFormats
import Foundation

/// Makes every file of the public catalogue in one language.
package struct CatalogueTask: WorkerTask {
    package struct Input: CarriesLists {
        package static var lists: [CarriedList<Input>] { CarriedList.ofExpo(\.data) }

        private var data: ExpoData
        private let images: [Product.ID: [ProductImage]]
        private let language: Language
        private let address: String

        /// - Parameters:
        ///   - data: The expo; what is not public is left out here.
        ///   - images: Of approved enterprises' products, each product's in their order.
        ///   - address: Scheme, host and port of the public pages, without a slash at the end.
        package init(
            _ data: ExpoData,
            images: [Product.ID: [ProductImage]],
            language: Language,
            address: String
        ) {
            self.images = images
            self.language = language
            self.address = address
            self.data = ExpoData(expo: data.expo)
            self.data.enterprises = data.enterprises.filter { $0.status == .approved }
            self.data.products = data.products
            self.data.demands = data.demands
            self.data.economies = data.economies
            self.data.regions = data.regions
        }

        var catalogue: PublicCatalogue {
            PublicCatalogue(data, images: images, language: language, address: address)
        }
    }

    package static let name = "catalogue"
    package static let limits = WorkerLimits(memory: 1 << 30, cpuSeconds: 60, wallSeconds: 120)

    package init() {}

    /// - Returns: the files in the order of `CatalogueFile.allCases`.
    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> NamedFiles {
        let catalogue = input.catalogue
        return NamedFiles(try CatalogueFile.allCases.map { ($0.rawValue, try $0.bytes(of: catalogue)) })
    }
}
