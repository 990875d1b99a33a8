import ArgumentParser
import FairwayCore

/// Numbers of the command line: like all that come from outside they are of a range.
///
/// ```swift
/// @Option(help: "How many.", transform: NumberOption.whole(1...1000)) var limit = 50
/// ```
enum NumberOption {
    static func whole(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
        { text in
            guard let number = Int(text, in: range) else { throw refusal("a whole number", range) }
            return number
        }
    }

    static func decimal(_ range: ClosedRange<Double>) -> @Sendable (String) throws -> Double {
        { text in
            guard let number = Double(text, in: range) else { throw refusal("a number", range) }
            return number
        }
    }

    /// The number of a run in the store.
    static let record: @Sendable (String) throws -> Int64 = { text in
        guard let number = Int64(text, in: RecordNumber.range) else {
            throw refusal("a whole number", RecordNumber.range)
        }
        return number
    }

    private static func refusal<Bound>(_ what: String, _ range: ClosedRange<Bound>) -> ValidationError {
        ValidationError("\(what) from \(range.lowerBound) to \(range.upperBound) is needed")
    }
}
