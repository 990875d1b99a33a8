@testable import Images

/// What an image says of itself.
package func fuzzImageHeader(_ bytes: UnsafeRawBufferPointer) {
    guard let header = try? ImagePress.check(Array(bytes)) else { return }
    precondition(header.memory <= ImagePress.maxMemory, "more memory than there may be")
    precondition(header.width * header.height <= ImagePress.mostPixels, "more points than there may be")
}

/// An image from its first byte to the JPEGs of our own; only small ones, which say as much in less time.
package func fuzzImage(_ bytes: UnsafeRawBufferPointer) {
    let file = Array(bytes)
    guard let header = try? ImagePress.check(file), header.width * header.height <= 1 << 16,
        let images = try? ImagePress.press(file, sides: [160])
    else { return }
    precondition(images.count == 1, "no image")
}
