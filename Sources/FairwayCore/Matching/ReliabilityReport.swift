import Glibc

/// How far probabilities can be believed: what was said against what came to pass.
package struct ReliabilityReport: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package var count = 0
        /// Mean of what was said.
        package var said = 0.0
        /// Share of what came to pass.
        package var observed = 0.0
    }

    /// By tenths of the probability said.
    package private(set) var rows = Array(repeating: Row(), count: 10)
    /// Mean squared error (Brier 1950); 0 is best.
    package private(set) var brier = 0.0
    /// Mean negative natural logarithm of what was said about what came to pass.
    package private(set) var logLoss = 0.0

    package init(_ examples: [LogisticFit.Example], said probability: ([Double]) -> Double) {
        for example in examples {
            let said = min(1 - 1e-9, max(1e-9, probability(example.features)))
            let row = min(9, Int(said * 10))
            rows[row].count += 1
            rows[row].said += said
            rows[row].observed += example.isPositive ? 1 : 0
            brier += (said - (example.isPositive ? 1 : 0)) * (said - (example.isPositive ? 1 : 0))
            logLoss -= log(example.isPositive ? said : 1 - said)
        }
        guard !examples.isEmpty else { return }
        brier /= Double(examples.count)
        logLoss /= Double(examples.count)
        for row in rows.indices where rows[row].count > 0 {
            rows[row].said /= Double(rows[row].count)
            rows[row].observed /= Double(rows[row].count)
        }
    }
}
