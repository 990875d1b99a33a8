import Crypto
import FairwayCore
import FairwayStore
import Foundation
import Images
import Workers

/// Has images made of files that somebody sent, and stores them.
struct ImageService: Sendable {
    let store: ExpoStore
    let workers: WorkerPool

    /// Stores one file as an image of a product.
    /// - Returns: all images of the product.
    /// - Throws: `ImageFlaw`, `ImageRefusal`, `WorkerError`.
    func add(_ file: [UInt8], to product: Product.ID, of id: Enterprise.ID, by actor: String) async throws
        -> [ProductImage]
    {
        let (store, bytes) = (store, Data(file))
        try ImagePress.check(file)
        // What will not be stored is not decoded.
        let digest = Array(SHA256.hash(data: bytes))
        let hasRoom = try await store.images.hasRoom(for: digest, of: product, of: id)
        guard hasRoom else { return try await store.images.all(of: product) }
        let sizes = ImageSize.allCases
        let input = ProcessImageTask.Input(file: bytes, sides: sizes.map(\.longestSide))
        let made = try await workers.run(ProcessImageTask.self, input, for: actor)
        if let flaw = made.flaw { throw flaw }
        guard let large = made.sizes.first, made.blobs.count == sizes.count else { throw ImageFlaw.damaged }
        let image = NewImage(
            width: large.width,
            height: large.height,
            files: Dictionary(zip(sizes, made.blobs)) { first, _ in first },
            digest: digest
        )
        return try await store.images.add([image], to: product, of: id, by: actor)
    }
}
