/// Bytes that follow from a seed, for runs without a fuzzer (SplitMix64, Steele, Lea and Flood 2014).
package struct SeededBytes {
    private let bytes: [UInt8]

    /// - Parameter count: nil lets the number of bytes follow from the seed, too: 64 to 1,088.
    package init(seed: UInt64, count: Int? = nil) {
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        let length = count ?? 64 + Int(next() % 1024)
        bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: next() >> 24) }
    }

    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes(body)
    }
}
