import CVips

/// Makes JPEGs of our own of files that strangers send: what was in the file beside the image (where it was taken, by
/// which device, a second file behind the first) is in none of them.
package enum ImagePress {
    package static let mostBytes = 10 << 20
    /// Pixels of an image: a phone of "50 megapixels" makes up to 8192 × 6144.
    package static let mostPixels = 51_000_000
    /// Bytes that decoding an image may take (`ImageHeader.memory`): what a file says of itself decides, before any of it is
    /// decoded.
    package static let maxMemory = 512 << 20
    /// Times that a decoder goes over the whole image; encoders make about ten scans of a progressive JPEG.
    package static let maxPasses = 64
    /// Pixels of the shorter side; product feeds take none smaller.
    package static let leastSide = 100
    /// Of JPEG, 1 to 100.
    static let quality = 84

    /// - Parameters:
    ///   - bytes: A JPEG, PNG or WebP file.
    ///   - sides: Pixels of the longer side of each image to make.
    /// - Returns: One image for each side, upright, in sRGB, on white; none larger than the original.
    /// - Throws: `ImageFlaw`.
    package static func press(_ bytes: [UInt8], sides: [Int]) throws(ImageFlaw) -> [PressedImage] {
        let expected = try check(bytes)
        // The library gives no reason other than its installation why it should not start.
        precondition(isStarted, "libvips does not start")
        defer {
            // Kept per thread, and threads of a pool end unseen.
            vips_error_clear()
            vips_thread_shutdown()
        }
        // The library reads from the bytes for as long as the image lives.
        return try bytes.withUnsafeBufferPointer { bytes throws(ImageFlaw) in
            let header = try VipsPicture(fairway_vips_open(bytes.baseAddress, bytes.count))
            guard (header.width, header.height) == (expected.width, expected.height) else { throw .damaged }
            // The whole of it, so that damage is seen wherever it is.
            let original = try header.whole()
            // Going over 50 million points takes seconds: it is done once, and the smaller ones are made of the largest.
            let largest = try original.shrunk(to: sides.max() ?? 0).whole()
            var images: [PressedImage] = []
            for side in sides { images.append(try largest.shrunk(to: side).jpeg(quality)) }
            return images
        }
    }

    private static let isStarted = fairway_vips_start()

    /// Whether an image can be taken, by its header alone.
    /// - Throws: `ImageFlaw`.
    @discardableResult
    package static func check(_ bytes: [UInt8]) throws(ImageFlaw) -> ImageHeader {
        guard bytes.count <= mostBytes else { throw .tooManyBytes(most: mostBytes) }
        let header = try ImageHeader(bytes)
        let (width, height) = (header.width, header.height)
        guard width * height <= mostPixels else {
            throw .tooManyPixels(width: width, height: height, most: mostPixels)
        }
        guard min(width, height) >= leastSide else {
            throw .tooSmall(width: width, height: height, least: leastSide)
        }
        guard header.frames == 1 else { throw .animated }
        guard header.passes <= maxPasses else { throw .tooManyPasses(most: maxPasses) }
        guard header.memory <= maxMemory else { throw .tooMuchMemory(most: maxMemory) }
        return header
    }
}

/// A JPEG with its size in pixels.
package struct PressedImage: Equatable, Sendable {
    package let width: Int
    package let height: Int
    package let bytes: [UInt8]
}

/// An image of the library, let go when nobody needs it.
private final class VipsPicture {
    let image: UnsafeMutablePointer<VipsImage>

    init(_ image: UnsafeMutablePointer<VipsImage>?) throws(ImageFlaw) {
        guard let image else { throw .damaged }
        self.image = image
    }

    deinit { g_object_unref(image) }

    var width: Int { Int(vips_image_get_width(image)) }
    var height: Int { Int(vips_image_get_height(image)) }

    /// With all its points, instead of how to make them.
    func whole() throws(ImageFlaw) -> VipsPicture { try VipsPicture(vips_image_copy_memory(image)) }

    func shrunk(to side: Int) throws(ImageFlaw) -> VipsPicture {
        let small = try VipsPicture(fairway_vips_shrink(image, Int32(side)))
        return vips_image_hasalpha(small.image) != 0
            ? try VipsPicture(fairway_vips_flatten(small.image)) : small
    }

    func jpeg(_ quality: Int) throws(ImageFlaw) -> PressedImage {
        var bytes: UnsafeMutableRawPointer?
        var length = 0
        guard fairway_vips_jpeg(image, Int32(quality), &bytes, &length), let bytes else { throw .damaged }
        defer { g_free(bytes) }
        return PressedImage(
            width: width,
            height: height,
            bytes: Array(UnsafeRawBufferPointer(start: bytes, count: length))
        )
    }
}
