/// Says how much the vector of a text speaks for each of many labels, as `LabelTrainer` learnt it from examples.
///
/// ```swift
/// let model = LabelTrainer().model(of: vectors, labels: labels, count: 1228, from: embedder.model, source: "…")
/// model.scores(of: embedder.vector(of: "шоколад с начинкой"))    // one number a label, more is likelier
/// ```
package struct LabelModel: Sendable, Equatable {
    /// Whose vectors it was learnt from; it says nothing about others.
    package let embedding: EmbeddingModel
    /// What the labels and examples were, as the caller names it.
    package let source: String
    /// Labels that there are.
    package let count: Int
    /// Taken from every vector before it is weighed.
    let centre: [Float]
    /// One row a label, each in steps of its own size: the file is a quarter as large, and what is read is what was measured.
    let steps: [Int8]
    let step: [Float]
    /// The rows side by side, so that one product gives all scores; columns up to a multiple of eight, the last of them zero.
    private let weights: Matrix

    init(embedding: EmbeddingModel, source: String, centre: [Float], steps: [Int8], step: [Float]) {
        precondition(centre.count == embedding.dimension && steps.count == centre.count * step.count)
        self.embedding = embedding
        self.source = source
        self.centre = centre
        self.steps = steps
        self.step = step
        count = step.count
        var weights = Matrix(rows: centre.count, repeating: [Float](repeating: 0, count: Self.columns(count)))
        for label in step.indices {
            for place in centre.indices {
                weights.values[place * weights.columns + label] =
                    Float(steps[label * centre.count + place]) * step[label]
            }
        }
        self.weights = weights
    }

    /// - Parameter weights: Dimension × `columns(count)`.
    init(embedding: EmbeddingModel, source: String, centre: [Float], weights: Matrix, count: Int) {
        var steps = [Int8](repeating: 0, count: count * centre.count)
        let step = (0..<count).map { label in
            let row = centre.indices.map { weights.values[$0 * weights.columns + label] }
            let size = (row.map { abs($0) }.max() ?? 0) / Float(Int8.max)
            for (place, value) in row.enumerated() where size > 0 {
                steps[label * centre.count + place] = Int8((value / size).rounded())
            }
            return size
        }
        self.init(embedding: embedding, source: source, centre: centre, steps: steps, step: step)
    }

    /// One number a label; nil for a vector that says nothing.
    package func scores(of vector: [Float]) -> [Float]? {
        precondition(vector.count == centre.count, "a model reads vectors of one dimension")
        guard let unit = Self.unit(vector[...], around: centre) else { return nil }
        var scores = Matrix(rows: 1, repeating: [Float](repeating: 0, count: weights.columns))
        scores.addProduct(of: Matrix(rows: 1, columns: unit.count, values: unit), with: weights)
        return Array(scores.values[..<count])
    }

    /// Columns that the kernels need for so many labels.
    static func columns(_ count: Int) -> Int { (count + 7) / 8 * 8 }

    /// The vector seen from the centre, at length 1; nil for none, and for one at the centre.
    static func unit(_ vector: ArraySlice<Float>, around centre: [Float]) -> [Float]? {
        guard vector.contains(where: { $0 != 0 }) else { return nil }
        let moved = zip(vector, centre).map { $0 - $1 }
        let square = moved.withUnsafeBufferPointer { Lanes.dot($0, $0) }
        guard square > 0, square.isFinite else { return nil }
        let scale = 1 / square.squareRoot()
        return moved.map { $0 * scale }
    }
}
