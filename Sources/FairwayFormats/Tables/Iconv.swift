import CIconv

/// Conversion between character encodings by the C library.
enum Iconv {
    /// - Parameters:
    ///   - replacement: Stands in the result where the input means nothing or has no counterpart.
    ///   - unit: How many bytes of input to pass over then, by the first of them.
    static func convert(
        _ input: [UInt8],
        from source: String,
        to target: String,
        replacement: [UInt8] = [0xEF, 0xBF, 0xBD],
        unit: (UInt8) -> Int
    ) -> [UInt8] {
        guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1) else {
            return Array(String(decoding: input, as: UTF8.self).utf8)
        }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 3 / 2)
        var buffer = [CChar](repeating: 0, count: 65_536)
        // iconv takes a pointer to mutable bytes and does not change them.
        var bytes = input
        bytes.withUnsafeMutableBytes { bytes in
            var position = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = bytes.count
            while left > 0, let first = position?.pointee {
                let before = left
                let isFull = buffer.withUnsafeMutableBufferPointer { target in
                    var end = target.baseAddress
                    var room = target.count
                    _ = iconv(converter, &position, &left, &end, &room)
                    output += target.prefix(target.count - room).lazy.map { UInt8(bitPattern: $0) }
                    return room < 16
                }
                // What stopped it is either a full buffer or bytes that mean nothing.
                guard left > 0, !isFull || left == before else { continue }
                let bad = left == before ? first : position?.pointee ?? first
                let skipped = min(left, max(1, unit(UInt8(bitPattern: bad))))
                output += replacement
                position = position?.advanced(by: skipped)
                left -= skipped
            }
        }
        return output
    }
}
