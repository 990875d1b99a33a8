import Crypto
import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird
import Images

/// Makes and stores images beside the requests, one at a time: each takes a good part of a second of a core, and up to 200 MB
/// while it is read.
struct ImageDesk: Sendable {
    let store: ExpoStore
    private let queue: OperationQueue

    /// Files that may wait for their turn: more than a few rooms full of people send at once.
    static let mostWaiting = 64

    init(store: ExpoStore) {
        self.store = store
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// Stores one file as an image of a product.
    /// - Returns: all images of the product.
    /// - Throws: `ImageFlaw`, `ImageRefusal`; `HTTPError` 503 when too many wait.
    func add(_ file: [UInt8], to product: Product.ID, of id: Enterprise.ID, by actor: String) async throws
        -> [ProductImage]
    {
        guard queue.operationCount < Self.mostWaiting else { throw HTTPError(.serviceUnavailable) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(
                    with: Result {
                        try store.addImages([try Self.image(of: file)], to: product, of: id, by: actor)
                    }
                )
            }
        }
    }

    private static func image(of file: [UInt8]) throws(ImageFlaw) -> NewImage {
        let sizes = ImageSize.allCases
        let pressed = try ImagePress.press(file, sides: sizes.map(\.longestSide))
        let files = zip(sizes, pressed).map { ($0, Data($1.bytes)) }
        guard let large = pressed.first else { throw .damaged }
        return NewImage(
            width: large.width,
            height: large.height,
            files: Dictionary(files) { first, _ in first },
            digest: Array(SHA256.hash(data: file))
        )
    }
}
