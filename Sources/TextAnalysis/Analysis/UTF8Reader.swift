/// Decodes UTF-8 without ever trapping: a byte that fits nowhere reads as U+FFFD.
enum UTF8Reader {
    @inline(__always)
    static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (point: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return (0xFFFD, 1) }
        var point = first & (0x7F >> UInt32(length))
        for next in index + 1..<index + length {
            guard bytes[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            point = point << 6 | UInt32(bytes[next] & 0x3F)
        }
        return (point, length)
    }
}

extension String {
    /// Of Unicode scalar values; what is none becomes U+FFFD.
    init(scalars: some Collection<UInt32>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        for point in scalars { bytes.appendUTF8(point) }
        self = String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    @inline(__always)
    mutating func appendUTF8(_ point: UInt32) {
        if point < 0x80 {
            append(UInt8(point))
        } else if point < 0x800 {
            append(UInt8(0xC0 | point >> 6))
            append(UInt8(0x80 | point & 0x3F))
        } else if point < 0x10000 {
            append(UInt8(0xE0 | point >> 12))
            append(UInt8(0x80 | point >> 6 & 0x3F))
            append(UInt8(0x80 | point & 0x3F))
        } else {
            append(UInt8(0xF0 | point >> 18 & 0x07))
            append(UInt8(0x80 | point >> 12 & 0x3F))
            append(UInt8(0x80 | point >> 6 & 0x3F))
            append(UInt8(0x80 | point & 0x3F))
        }
    }
}
