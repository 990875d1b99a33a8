/// Choices read from a stream of bytes: the same bytes make the same choices, and a byte less changes only what follows it.
///
/// After the last byte every choice is the first one, so that short inputs make small cases.
struct ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = Array(bytes) }

    var isEmpty: Bool { position >= bytes.count }

    mutating func byte() -> UInt8 {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return bytes[position]
    }

    /// A number in `0 ..< limit`, 0 for a limit of 0.
    mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        var value = Int(byte())
        if limit > 256 { value = value << 8 | Int(byte()) }
        return value % limit
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// A number that programs stumble over.
    mutating func wildNumber() -> Int {
        let usual = [0, 1, -1, 2, 3, 63, 64, 65, 1_000_000, 1_000_001]
        let edges = [
            Int(Int32.max), Int(Int32.min), Int(Int32.max) + 1, Int.max, Int.min, Int.max - 1, 1_000_000_000,
        ]
        return pick(chance(60) ? usual : edges)
    }

    mutating func rest() -> ArraySlice<UInt8> {
        defer { position = bytes.count }
        return bytes[min(position, bytes.count)...]
    }
}
