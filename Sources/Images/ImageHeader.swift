/// What an image says of itself before anything is decoded: enough to know what decoding would take.
package struct ImageHeader: Equatable, Sendable {
    package let format: ImageFormat
    package let width: Int
    package let height: Int
    /// Of each point as it is decoded.
    let channels: Int
    let bytesPerChannel: Int
    /// Bytes that the decoder keeps beside the points until it is done: a whole pass of an interlaced PNG, the
    /// coefficients of a progressive JPEG, the frame of a WebP.
    let bufferBytes: Int
    /// How often the decoder goes over the whole image.
    let passes: Int
    /// Of an animation; 1 of a still image.
    let frames: Int

    /// - Throws: `ImageFlaw.unknownFormat`, or `.damaged` where the header breaks off or says what cannot be.
    package init(_ bytes: [UInt8]) throws(ImageFlaw) {
        guard let format = ImageFormat(of: bytes) else { throw .unknownFormat }
        let header: ImageHeader? =
            switch format {
            case .jpeg: JPEGHeader.read(bytes)
            case .png: PNGHeader.read(bytes)
            case .webp: WebPHeader.read(bytes)
            }
        guard let header, header.width > 0, header.height > 0 else { throw .damaged }
        self = header
    }

    init(
        _ format: ImageFormat,
        width: Int,
        height: Int,
        channels: Int,
        bytesPerChannel: Int = 1,
        bufferBytes: Int = 0,
        passes: Int = 1,
        frames: Int = 1
    ) {
        self.format = format
        self.width = width
        self.height = height
        self.channels = channels
        self.bytesPerChannel = bytesPerChannel
        self.bufferBytes = bufferBytes
        self.passes = passes
        self.frames = frames
    }

    /// No image is larger by far, and the products of these numbers overflow nothing.
    static let maxSide = 1 << 24

    /// Bytes that decoding and shrinking take at their height: the points twice, as the decoder gives them and as they are
    /// kept for the three sizes, and what the decoder keeps beside them.
    var memory: Int { 2 * width * height * channels * bytesPerChannel + bufferBytes }
}

/// Numbers in the bytes of a file; nil past its end.
struct FileBytes {
    let bytes: [UInt8]

    func byte(_ place: Int) -> Int? { bytes.indices.contains(place) ? Int(bytes[place]) : nil }

    /// Up to four bytes, the greatest first.
    func big(_ place: Int, _ count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Up to four bytes, the least first.
    func little(_ place: Int, _ count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func has(_ text: StaticString, at place: Int) -> Bool {
        place >= 0 && place + text.utf8CodeUnitCount <= bytes.count
            && text.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + $0.count]) }
    }
}
