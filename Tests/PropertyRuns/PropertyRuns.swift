import Foundation

/// How many of its seeds a property test tries: the first of them in every run, all with `make test LONG=1`.
///
/// The seeds are the same ones, so that what a long run finds a short one can be made to find.
package enum PropertyRuns {
    /// The name of the switch in the environment.
    package static let variable = "FAIRWAY_LONG_RUNS"

    package static var isLong: Bool { ProcessInfo.processInfo.environment[variable] == "1" }

    /// - Parameters:
    ///   - all: The seeds of a long run.
    ///   - count: How many of them a short run tries, from the first on.
    package static func seeds<Seed>(_ all: ClosedRange<Seed>, short count: Int) -> ClosedRange<Seed>
    where Seed: Strideable, Seed.Stride: SignedInteger {
        guard !isLong, count < all.count else { return all }
        return all.lowerBound...all.lowerBound.advanced(by: Seed.Stride(count - 1))
    }

    /// - Returns: The number of cases of a long or of a short run.
    package static func count(_ all: Int, short: Int) -> Int { isLong ? all : min(short, all) }
}
