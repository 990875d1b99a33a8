/// Changes inputs as a fuzzer does, the same way for the same seed.
struct FuzzMutator {
    private var state: UInt64
    private let words: [[UInt8]]

    init(seed: UInt64, words: [String]) {
        state = seed
        self.words = words.map { Array($0.utf8) }
    }

    /// One of the inputs with one to four changes, and now and then a piece of another.
    mutating func next(from inputs: [[UInt8]], maxLength: Int) -> [UInt8] {
        var bytes = inputs.isEmpty ? [] : inputs[below(inputs.count)]
        for _ in 0...below(4) { change(&bytes, inputs) }
        return Array(bytes.prefix(maxLength))
    }

    private mutating func change(_ bytes: inout [UInt8], _ inputs: [[UInt8]]) {
        let place = below(bytes.count + 1)
        switch below(7) {
        case 0 where !bytes.isEmpty: bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
        case 1 where !bytes.isEmpty: bytes[below(bytes.count)] = UInt8(below(256))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(16)))
        case 3 where !words.isEmpty: bytes.insert(contentsOf: words[below(words.count)], at: place)
        case 4: bytes.insert(contentsOf: (0...below(8)).map { _ in UInt8(below(256)) }, at: place)
        case 5 where !bytes.isEmpty:
            let start = below(bytes.count)
            bytes.insert(contentsOf: Array(bytes[start..<min(bytes.count, start + 64)]), at: place)
        case 6 where !inputs.isEmpty:
            let other = inputs[below(inputs.count)]
            bytes = Array(bytes[..<place]) + other.dropFirst(below(other.count + 1))
        default: bytes.append(UInt8(below(256)))
        }
    }

    private mutating func below(_ limit: Int) -> Int { Int(truncatingIfNeeded: draw() % UInt64(limit)) }

    /// SplitMix64.
    private mutating func draw() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
