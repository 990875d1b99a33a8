import Glibc

/// Learns to tell labels by vectors of texts whose label is known.
///
/// Multinomial logistic regression on unit vectors around their mean, with smoothed labels (Szegedy et al. 2016), by Adam
/// (Kingma, Ba 2015) with a rate that falls in a straight line to 0. The rows start at the mean of each label's vectors. Equal
/// inputs and seeds give equal models, but for the last bits of the C library's `expf` on another machine.
package struct LabelTrainer: Sendable {
    /// How often every text is seen.
    package var passes = 6
    /// Texts a step.
    package var batch = 512
    /// Factor of scores before they become probabilities.
    package var sharpness: Float = 16
    /// Share of each text's certainty that is dealt out to all labels.
    package var smoothing: Float = 0.1
    package var rate: Float = 0.002

    package init() {}

    /// - Parameters:
    ///   - vectors: Of the texts, one after another.
    ///   - labels: Of the texts, each `0..<count`.
    ///   - source: What the texts were, to be kept in the model.
    ///   - progress: Is told the share that is done, 0…1.
    /// - Complexity: O(`passes` · texts · `count` · dimension)
    package func model(
        of vectors: [Float],
        labels: [Int],
        count: Int,
        from embedding: EmbeddingModel,
        source: String,
        seed: UInt64,
        progress: (Double) -> Void = { _ in }
    ) -> LabelModel {
        let dimension = embedding.dimension
        precondition(vectors.count == labels.count * dimension, "a label for each vector")
        precondition(labels.allSatisfy { (0..<count).contains($0) }, "labels are numbers below their count")
        let examples = Examples(vectors: vectors, labels: labels, dimension: dimension)
        var descent = Descent(weights: examples.means(of: count), count: count)
        var random = SplitMix(seed: seed)
        var order = Array(examples.labels.indices)
        let steps = passes * ((order.count + batch - 1) / batch)
        var step = 0
        for _ in 0..<passes {
            order.shuffle(using: &random)
            for start in stride(from: 0, to: order.count, by: batch) {
                step += 1
                let chosen = order[start..<min(order.count, start + batch)]
                descent.step(
                    examples.rows(chosen),
                    chosen.map { examples.labels[$0] },
                    sharpness: sharpness,
                    smoothing: smoothing,
                    rate: rate * (1 - Float(step) / Float(steps)),
                    number: step
                )
                progress(Double(step) / Double(steps))
            }
        }
        return LabelModel(
            embedding: embedding,
            source: source,
            centre: examples.centre,
            weights: descent.weights,
            count: count
        )
    }
}

/// The texts that say something, as unit vectors around their mean.
private struct Examples {
    let centre: [Float]
    private(set) var labels: [Int] = []
    private var values: [Float] = []

    init(vectors: [Float], labels: [Int], dimension: Int) {
        var sums = [Double](repeating: 0, count: dimension)
        for (place, value) in vectors.enumerated() { sums[place % dimension] += Double(value) }
        let centre = sums.map { Float($0 / Double(max(1, labels.count))) }
        self.centre = centre
        values.reserveCapacity(vectors.count)
        for (text, label) in labels.enumerated() {
            let vector = vectors[text * dimension..<(text + 1) * dimension]
            guard let unit = LabelModel.unit(vector, around: centre) else { continue }
            values += unit
            self.labels.append(label)
        }
    }

    func rows(_ chosen: ArraySlice<Int>) -> Matrix {
        var rows: [Float] = []
        rows.reserveCapacity(chosen.count * centre.count)
        for text in chosen { rows += values[text * centre.count..<(text + 1) * centre.count] }
        return Matrix(rows: chosen.count, columns: centre.count, values: rows)
    }

    /// The direction of each label's mean, in columns.
    func means(of count: Int) -> Matrix {
        let dimension = centre.count
        var sums = [Float](repeating: 0, count: count * dimension)
        for (text, label) in labels.enumerated() {
            for place in 0..<dimension { sums[label * dimension + place] += values[text * dimension + place] }
        }
        let columns = LabelModel.columns(count)
        var means = Matrix(rows: dimension, repeating: [Float](repeating: 0, count: columns))
        let origin = [Float](repeating: 0, count: dimension)
        for label in 0..<count {
            let sum = sums[label * dimension..<(label + 1) * dimension]
            guard let unit = LabelModel.unit(sum, around: origin) else { continue }
            for place in 0..<dimension { means.values[place * columns + label] = unit[place] }
        }
        return means
    }
}

/// Weights on their way down the slope of the loss, with Adam's two running means.
private struct Descent {
    private(set) var weights: Matrix
    private let count: Int
    private var slope: Matrix
    private var mean: [Float]
    private var square: [Float]

    init(weights: Matrix, count: Int) {
        self.weights = weights
        self.count = count
        slope = Matrix(
            rows: weights.rows,
            columns: weights.columns,
            values: [Float](repeating: 0, count: weights.values.count)
        )
        mean = slope.values
        square = slope.values
    }

    mutating func step(
        _ rows: Matrix,
        _ labels: [Int],
        sharpness: Float,
        smoothing: Float,
        rate: Float,
        number: Int
    ) {
        var errors = Matrix(rows: rows.rows, repeating: [Float](repeating: 0, count: weights.columns))
        errors.addProduct(of: rows, with: weights)
        let scale = sharpness / Float(rows.rows)
        for (row, label) in labels.enumerated() {
            let start = row * errors.columns
            errors.values.withUnsafeMutableBufferPointer { values in
                let scores = UnsafeMutableBufferPointer(rebasing: values[start..<start + count])
                Self.probabilities(scores, sharpness)
                for place in scores.indices {
                    scores[place] = (scores[place] - smoothing / Float(count)) * scale
                }
                scores[label] -= (1 - smoothing) * scale
            }
        }
        for place in slope.values.indices { slope.values[place] = 0 }
        slope.addProduct(of: rows.transposed, with: errors)
        descend(rate, number)
    }

    /// Turns scores into probabilities by the soft maximum.
    private static func probabilities(_ scores: UnsafeMutableBufferPointer<Float>, _ sharpness: Float) {
        let most = scores.max() ?? 0
        var sum: Float = 0
        for place in scores.indices {
            scores[place] = expf((scores[place] - most) * sharpness)
            sum += scores[place]
        }
        for place in scores.indices { scores[place] /= sum }
    }

    private static let meanShare: Float = 0.9
    private static let squareShare: Float = 0.999
    private static let least: Float = 1e-8

    private mutating func descend(_ rate: Float, _ number: Int) {
        let meanScale = rate / (1 - powf(Self.meanShare, Float(number)))
        let squareScale = 1 / (1 - powf(Self.squareShare, Float(number)))
        for place in weights.values.indices {
            let gradient = slope.values[place]
            mean[place] = Self.meanShare * mean[place] + (1 - Self.meanShare) * gradient
            square[place] = Self.squareShare * square[place] + (1 - Self.squareShare) * gradient * gradient
            weights.values[place] -=
                meanScale * mean[place] / ((square[place] * squareScale).squareRoot() + Self.least)
        }
    }
}
