import Glibc

/// A small logistic regression whose weights are never negative, so that more evidence never lowers a probability.
package struct LogisticFit: Equatable, Sendable {
    package struct Example: Equatable, Sendable {
        package var features: [Double]
        package var isPositive: Bool

        package init(features: [Double], isPositive: Bool) {
            self.features = features
            self.isPositive = isPositive
        }
    }

    package private(set) var intercept = 0.0
    /// One per feature, 0 or more.
    package private(set) var weights: [Double]

    /// Fits by Newton steps along one coordinate at a time, cut at 0.
    ///
    /// The log loss is convex, so this reaches its least value. A ridge of 0.001 keeps separable data finite.
    ///
    /// - Complexity: O(rounds · features · examples).
    package init(_ examples: [Example], features: Int, rounds: Int = 60) {
        weights = Array(repeating: 0, count: features)
        guard !examples.isEmpty else { return }
        var logits = Array(repeating: 0.0, count: examples.count)
        for _ in 0..<rounds {
            for coordinate in -1..<features { step(coordinate, examples, &logits) }
        }
    }

    package func probability(_ features: [Double]) -> Double {
        Self.logistic(zip(weights, features).reduce(intercept) { $0 + $1.0 * $1.1 })
    }

    package static func logistic(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

    /// Coordinate −1 is the intercept.
    private mutating func step(_ coordinate: Int, _ examples: [Example], _ logits: inout [Double]) {
        let before = coordinate < 0 ? intercept : weights[coordinate]
        var slope = coordinate < 0 ? 0 : 0.001 * before
        var curvature = 0.001
        for (number, example) in examples.enumerated() {
            let value = coordinate < 0 ? 1 : example.features[coordinate]
            guard value != 0 else { continue }
            let probability = Self.logistic(logits[number])
            slope += (probability - (example.isPositive ? 1 : 0)) * value
            curvature += probability * (1 - probability) * value * value
        }
        // No step longer than 1, so that a flat start cannot overshoot.
        let move = max(-1, min(1, -slope / curvature))
        let after = coordinate < 0 ? before + move : max(0, before + move)
        if coordinate < 0 { intercept = after } else { weights[coordinate] = after }
        for number in examples.indices {
            let value = coordinate < 0 ? 1 : examples[number].features[coordinate]
            logits[number] += (after - before) * value
        }
    }
}
