/// The header of a PNG (W3C PNG, 11.2.2).
enum PNGHeader {
    static func read(_ bytes: [UInt8]) -> ImageHeader? {
        let file = FileBytes(bytes: bytes)
        guard file.big(8, 4) == 13, file.has("IHDR", at: 12), let width = file.big(16, 4),
            let height = file.big(20, 4), let depth = file.byte(24), let colour = file.byte(25),
            let interlace = file.byte(28), interlace <= 1, width <= ImageHeader.maxSide,
            height <= ImageHeader.maxSide, let channels = channels(colour, depth)
        else { return nil }
        let all = channels + (hasTransparency(file) ? 1 : 0)
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

    /// Whether a colour or entry of the palette is transparent; said before the first points.
    private static func hasTransparency(_ file: FileBytes) -> Bool {
        var place = 33
        while let length = file.big(place, 4), !file.has("IDAT", at: place + 4) {
            if file.has("tRNS", at: place + 4) { return true }
            place += 12 + length
        }
        return false
    }
}
