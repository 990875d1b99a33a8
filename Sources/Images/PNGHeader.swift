/// The header of a PNG (W3C PNG, 11.2.2).
enum PNGHeader {
    static func read(_ bytes: [UInt8]) -> ImageHeader? {
        let file = FileBytes(bytes: bytes)
        guard file.big(8, 4) == 13, file.has("IHDR", at: 12), let width = file.big(16, 4),
            let height = file.big(20, 4), let depth = file.byte(24), let colour = file.byte(25),
            let interlace = file.byte(28), interlace <= 1, width <= ImageHeader.maxSide,
            height <= ImageHeader.maxSide, let channels = channels(colour, depth)
        else { return nil }
        guard let isTransparent = transparency(file) else { return nil }
        let all = channels + (isTransparent ? 1 : 0)
        let bytesPerChannel = depth == 16 ? 2 : 1
        return ImageHeader(
            .png,
            width: width,
            height: height,
            channels: all,
            bytesPerChannel: bytesPerChannel,
            bufferBytes: interlace == 1 ? width * height * all * bytesPerChannel : 0,
            passes: interlace == 1 ? 7 : 1
        )
    }

    /// - Returns: nil for a depth that the type of colour does not have.
    private static func channels(_ colour: Int, _ depth: Int) -> Int? {
        switch (colour, depth) {
        case (0, 1), (0, 2), (0, 4), (0, 8), (0, 16): 1
        case (2, 8), (2, 16): 3
        case (3, 1), (3, 2), (3, 4), (3, 8): 3
        case (4, 8), (4, 16): 2
        case (6, 8), (6, 16): 4
        default: nil
        }
    }

    /// Whether a colour or an entry of the palette is transparent.
    ///
    /// All chunks are walked through: the decoder reserves what a chunk says that it holds, and 41 bytes that promise four
    /// gigabytes of text took 1.6 of memory.
    /// - Returns: nil where a chunk reaches beyond the file, or the last one is missing.
    private static func transparency(_ file: FileBytes) -> Bool? {
        var isTransparent = false
        var place = 8
        while let length = file.big(place, 4), place + 12 + length <= file.bytes.count {
            if file.has("IEND", at: place + 4) { return isTransparent }
            if file.has("tRNS", at: place + 4) { isTransparent = true }
            place += 12 + length
        }
        return nil
    }
}
