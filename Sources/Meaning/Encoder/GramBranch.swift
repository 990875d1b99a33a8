/// One of the encoder's three views of a text: what groups of two, three or five neighbouring pieces say.
struct GramBranch: Sendable {
    /// Numbers per piece that a branch gives.
    static let columns = 256

    /// Pieces in a group.
    let width: Int
    /// How many of them stand before the piece that the group belongs to.
    private let left: Int
    private let layers: [(weights: Matrix, bias: [Float])]

    init(_ folder: ModelFolder, width: Int) throws(ModelError) {
        let columns = Self.columns
        let name = "gram\(width)"
        self.width = width
        left = (width - 1) / 2
        var layers: [(weights: Matrix, bias: [Float])] = []
        for layer in ["first", "second"] {
            let weights = try Matrix(folder, "\(name).\(layer)", rows: width * columns, columns: columns)
            layers.append((weights, try folder.numbers("\(name).\(layer).bias", [columns])))
        }
        self.layers = layers
    }

    /// What the branch says of every piece.
    /// - Parameters:
    ///   - pieces: the branch's share of what is known of each piece alone.
    ///   - texts: the rows of each text; groups do not reach from one text into the next.
    func features(of pieces: Matrix, in texts: [Range<Int>]) -> Matrix {
        var features = pieces
        for layer in layers {
            var change = Matrix(rows: features.rows, repeating: layer.bias)
            change.addProduct(of: groups(in: features, texts), with: layer.weights)
            change.clampNegatives()
            features.add(change)
        }
        return features
    }

    /// The rows of each piece's group side by side, zero where the text has ended.
    private func groups(in features: Matrix, _ texts: [Range<Int>]) -> Matrix {
        let columns = Self.columns
        var values = [Float](repeating: 0, count: features.rows * width * columns)
        features.values.withUnsafeBufferPointer { source in
            values.withUnsafeMutableBufferPointer { target in
                for text in texts {
                    for row in text {
                        for neighbour in text.clamped(to: row - left..<row - left + width) {
                            let place = (row * width + neighbour - row + left) * columns
                            let from = source[neighbour * columns..<(neighbour + 1) * columns]
                            _ = target[place..<place + columns].update(fromContentsOf: from)
                        }
                    }
                }
            }
        }
        return Matrix(rows: features.rows, columns: width * columns, values: values)
    }
}

extension Matrix {
    /// A matrix of a model's weights.
    init(_ folder: ModelFolder, _ name: String, rows: Int, columns: Int) throws(ModelError) {
        self.init(rows: rows, columns: columns, values: try folder.numbers(name, [rows, columns]))
    }
}
