/// The header of a WebP (RFC 9649).
enum WebPHeader {
    private static let isAnimated = 0x02

    static func read(_ bytes: [UInt8]) -> ImageHeader? {
        let file = FileBytes(bytes: bytes)
        var size = (width: 0, height: 0)
        var frames = 0
        var place = 12
        while let length = file.little(place + 4, 4) {
            let content = place + 8
            guard content + length <= bytes.count else { return nil }
            var found: (Int, Int)?
            if file.has("VP8 ", at: place) {
                found = lossy(file, content)
            } else if file.has("VP8L", at: place) {
                found = lossless(file, content)
            } else if file.has("VP8X", at: place) {
                guard let flags = file.byte(content) else { return nil }
                if flags & isAnimated != 0 { frames = max(frames, 2) }
                found = extended(file, content)
            } else if file.has("ANMF", at: place) {
                frames += 1
            }
            if let found { size = (max(size.width, found.0), max(size.height, found.1)) }
            place = content + length + length % 2
        }
        guard size.width > 0 else { return nil }
        let points = size.width * size.height
        return ImageHeader(
            .webp,
            width: size.width,
            height: size.height,
            channels: 4,
            // Measured, lossy ones too: 38 million points are decoded within 640 MB, 41 million are not.
            bufferBytes: 8 * points,
            frames: max(1, frames)
        )
    }

    private static func lossy(_ file: FileBytes, _ place: Int) -> (Int, Int)? {
        guard file.big(place + 3, 3) == 0x9D012A, let width = file.little(place + 6, 2),
            let height = file.little(place + 8, 2)
        else { return nil }
        return (width & 0x3FFF, height & 0x3FFF)
    }

    private static func lossless(_ file: FileBytes, _ place: Int) -> (Int, Int)? {
        guard file.byte(place) == 0x2F, let bits = file.little(place + 1, 4) else { return nil }
        return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }

    private static func extended(_ file: FileBytes, _ place: Int) -> (Int, Int)? {
        guard let width = file.little(place + 4, 3), let height = file.little(place + 7, 3) else {
            return nil
        }
        return (width + 1, height + 1)
    }
}
