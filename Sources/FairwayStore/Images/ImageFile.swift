package import FairwayCore
package import Foundation

/// A file of an image, with whose it is.
package struct ImageFile: Equatable, Sendable {
    package var enterprise: Enterprise.ID
    package var status: Enterprise.Status
    /// A JPEG.
    package var bytes: Data
}

/// An image that was made and is not stored yet.
package struct NewImage: Sendable {
    /// Pixels of the large one.
    package var width: Int
    package var height: Int
    /// JPEGs.
    package var files: [ImageSize: Data]
    /// Tells the file that was sent from others: the same one is stored once for a product.
    package var digest: [UInt8]

    package init(width: Int, height: Int, files: [ImageSize: Data], digest: [UInt8]) {
        self.width = width
        self.height = height
        self.files = files
        self.digest = digest
    }
}

/// Why an image cannot be stored.
package enum ImageRefusal: WordedError, Equatable {
    case noSuchProduct(Product.ID)
    case tooMany(most: Int)

    package func words(in language: Language) -> String {
        switch self {
        case .noSuchProduct(let product):
            language.pick(
                zh: "该企业没有产品 \(product)",
                ru: "У предприятия нет товара \(product)",
                en: "The enterprise has no product \(product)"
            )
        case .tooMany(let most):
            language.pick(
                zh: "每个产品最多 \(most) 张图片；请先删除一张",
                ru: "У товара уже \(most) изображений, больше нельзя: сначала удалите одно",
                en: "A product can have \(most) images; remove one first"
            )
        }
    }
}
