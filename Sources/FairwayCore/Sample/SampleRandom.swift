/// A small reproducible generator (SplitMix64; Steele, Lea, Flood 2014): the same seed and stream give the same
/// numbers with every compiler and library, which the standard library's `random(in:using:)` does not promise.
struct SampleRandom {
    private var state: UInt64

    /// - Parameter stream: One number per subject, so that a change in one subject leaves the others as they were.
    init(seed: UInt64, stream: UInt64) {
        state = seed &+ stream &* 0xD1B5_4A32_D192_ED03
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in `0 ..< limit`.
    mutating func below(_ limit: Int) -> Int {
        precondition(limit > 0, "nothing to draw from")
        return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A number in `0 ..< 1`.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// An index, each with a probability in proportion to its weight.
    mutating func index(weights: [Double]) -> Int {
        var rest = unit() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.count - 1
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, below(last + 1))
        }
        return result
    }

    /// A Pareto variate with least value 1 and exponent 4/3; square roots only, so exact everywhere.
    mutating func pareto() -> Double {
        let root = (1 - unit()).squareRoot()
        return 1 / (root * root.squareRoot())
    }
}
