/// Files that are hardly more than a header, byte by byte: whoever decodes them finds them damaged.
enum HeaderFile {
    static func png(_ width: Int, _ height: Int, depth: UInt8 = 8, colour: UInt8 = 2, interlace: UInt8 = 0)
        -> [UInt8]
    {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let size: [UInt8] = big(width, 4) + big(height, 4)
        let rest: [UInt8] = [depth, colour, 0, 0, interlace, 0, 0, 0, 0]
        let end: [UInt8] = big(0, 4) + Array("IEND".utf8) + [0, 0, 0, 0]
        return signature + big(13, 4) + Array("IHDR".utf8) + size + rest + end
    }

    static func jpeg(
        _ width: Int,
        _ height: Int,
        marker: UInt8 = 0xC0,
        factors: [UInt8] = [0x22, 0x11, 0x11],
        scans: Int = 1
    ) -> [UInt8] {
        var frame: [UInt8] = [8] + big(height, 2) + big(width, 2)
        frame.append(UInt8(factors.count))
        for (index, factor) in factors.enumerated() { frame += [UInt8(index + 1), factor, 0] }
        // Coded points with a stuffed byte and a restart among them.
        let scan: [UInt8] = [
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56,
        ]
        var file: [UInt8] = [0xFF, 0xD8, 0xFF, marker] + big(frame.count + 2, 2) + frame
        for _ in 0..<scans { file += scan }
        return file + [0xFF, 0xD9]
    }

    static func webp(_ chunks: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var body = Array("WEBP".utf8)
        for chunk in chunks { body += Array(chunk.name.utf8) + little(chunk.bytes.count, 4) + chunk.bytes }
        return Array("RIFF".utf8) + little(body.count, 4) + body
    }

    static func canvas(_ width: Int, _ height: Int, flags: UInt8 = 0) -> (name: String, bytes: [UInt8]) {
        ("VP8X", [flags, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
    }

    static func lossy(_ width: Int, _ height: Int) -> (name: String, bytes: [UInt8]) {
        ("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2))
    }

    static func lossless(_ width: Int, _ height: Int) -> (name: String, bytes: [UInt8]) {
        ("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14, 4))
    }

    private static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }
}
