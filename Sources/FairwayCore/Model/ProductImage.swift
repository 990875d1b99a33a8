/// A picture of a product; its files are JPEGs of the product's own making.
package struct ProductImage: Equatable, Sendable, Codable {
    package typealias ID = Identifier<ProductImage>

    package var id: ID
    package var product: Product.ID
    /// Pixels of the large one.
    package var width: Int
    package var height: Int

    package init(id: ID, product: Product.ID, width: Int, height: Int) {
        self.id = id
        self.product = product
        self.width = width
        self.height = height
    }

    /// How many a product may have.
    package static let mostOfProduct = 6

    /// Width and height in pixels of one of its files: none is larger than the large one.
    package func size(_ size: ImageSize) -> (width: Int, height: Int) {
        let longest = max(width, height)
        guard longest > size.longestSide else { return (width, height) }
        func scaled(_ side: Int) -> Int { max(1, (side * size.longestSide + longest / 2) / longest) }
        return (scaled(width), scaled(height))
    }
}

/// The files that there are of each image.
package enum ImageSize: String, CaseIterable, Sendable {
    case large
    case card
    case thumbnail

    /// Pixels.
    package var longestSide: Int {
        switch self {
        case .large: 1600
        case .card: 480
        case .thumbnail: 160
        }
    }
}
