import Glibc

/// The frame of a JPEG and how many scans it has (ITU-T T.81, annex B).
enum JPEGHeader {
    /// - Returns: nil without a frame that can be decoded: two frames, lossless or hierarchical ones.
    static func read(_ bytes: [UInt8]) -> ImageHeader? {
        let file = FileBytes(bytes: bytes)
        var frame: Frame?
        var scans = 0
        var place = 2
        while let marker = nextMarker(bytes, &place), marker != 0xD9 {
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            guard let length = file.big(place, 2), length >= 2, place + length <= bytes.count else { break }
            switch marker {
            case 0xC0, 0xC1, 0xC2, 0xC9, 0xCA:
                guard frame == nil, let found = Frame(file, at: place, length, marker) else { return nil }
                frame = found
            case 0xC3, 0xC5...0xC7, 0xCB, 0xCD...0xCF:
                return nil
            case 0xDA:
                scans += 1
            default:
                break
            }
            place += length
        }
        return frame?.header(scans: scans)
    }

    /// The next marker; coded points, stuffed bytes and restarts are passed over.
    private static func nextMarker(_ bytes: [UInt8], _ place: inout Int) -> Int? {
        bytes.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            while place < bytes.count, let found = memchr(base + place, 0xFF, bytes.count - place) {
                place = UnsafeRawPointer(found) - base
                while place < bytes.count, bytes[place] == 0xFF { place += 1 }
                guard place < bytes.count else { return nil }
                let marker = Int(bytes[place])
                place += 1
                if marker != 0, !(0xD0...0xD7).contains(marker) { return marker }
            }
            return nil
        }
    }
}

private struct Frame {
    let width: Int
    let height: Int
    /// Samples of each component, horizontally and vertically.
    let factors: [(h: Int, v: Int)]
    let isProgressive: Bool

    init?(_ file: FileBytes, at place: Int, _ length: Int, _ marker: Int) {
        guard file.byte(place + 2) == 8, let height = file.big(place + 3, 2),
            let width = file.big(place + 5, 2),
            let count = file.byte(place + 7), [1, 3, 4].contains(count), length == 8 + 3 * count
        else { return nil }
        let factors = (0..<count).compactMap { file.byte(place + 9 + 3 * $0) }.map {
            (h: $0 >> 4, v: $0 & 15)
        }
        guard factors.count == count, factors.allSatisfy({ (1...4).contains($0.h) && (1...4).contains($0.v) })
        else { return nil }
        (self.width, self.height, self.factors) = (width, height, factors)
        isProgressive = marker == 0xC2 || marker == 0xCA
    }

    func header(scans: Int) -> ImageHeader {
        // What comes in several scans is kept as coefficients of two bytes until the last.
        let isKept = isProgressive || scans > 1
        return ImageHeader(
            .jpeg,
            width: width,
            height: height,
            channels: factors.count,
            bufferBytes: isKept ? 2 * coefficients : 0,
            passes: max(1, scans)
        )
    }

    private var coefficients: Int {
        let (most, tallest) = (factors.map(\.h).max() ?? 1, factors.map(\.v).max() ?? 1)
        return factors.reduce(0) { sum, factor in
            sum + blocks(width * factor.h, most) * blocks(height * factor.v, tallest) * 64
        }
    }

    private func blocks(_ samples: Int, _ scale: Int) -> Int { (samples + 8 * scale - 1) / (8 * scale) }
}
