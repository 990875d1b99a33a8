/// Universal Sentence Encoder multilingual v3 on the CPU: one vector for a text in any of sixteen languages.
///
/// Pieces of words are looked up in a table; three branches add what groups of two, three and five neighbouring pieces say;
/// everything is summed over the text, and two layers turn the sum into the vector.
/// Architecture: Yang et al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval", arXiv:1907.04307 (the
/// convolutional model).
package struct SentenceEncoder: TextEmbedder {
    /// Pieces beyond this are not read: a text that long says what it is about before.
    package static let maximumPieces = 512

    /// Pieces that are worked on together: enough to pass the weights through the cache seldom, few enough to stay in it.
    private static let batchPieces = 384
    private static let tableWidth = 512
    private static let gramWidths = [2, 3, 5]
    private static let beginning: UInt32 = 1
    private static let end: UInt32 = 2

    package let model: EmbeddingModel
    private let tokenizer: PieceTokenizer
    private let table: EmbeddingTable
    private let input: NormalizedLayer
    private let branches: [GramBranch]
    private let output: RowNormalization
    private let head: SentenceHead

    /// Opens the model that `scripts/install-model` put into a folder.
    package init(folder path: String) throws(ModelError) {
        let folder = try ModelFolder(path: path)
        let manifest = folder.manifest
        let width = Self.tableWidth
        let branchColumns = Self.gramWidths.count * GramBranch.columns
        model = EmbeddingModel(
            name: manifest.name,
            version: manifest.version,
            dimension: manifest.dimension
        )
        tokenizer = try PieceTokenizer(folder)
        table = try EmbeddingTable(folder, width: width)
        guard tokenizer.isCovered(by: table.rows) else {
            throw .tensor("embedding", expected: "as long as the vocabulary")
        }
        input = try NormalizedLayer(folder, "input", rows: width, columns: branchColumns)
        var branches: [GramBranch] = []
        for gram in Self.gramWidths { branches.append(try GramBranch(folder, width: gram)) }
        self.branches = branches
        output = try RowNormalization(folder, "norm", columns: width + branchColumns)
        head = try SentenceHead(folder, columns: width + branchColumns)
    }

    /// The vectors of the texts; the same for a text whatever stands beside it.
    package func vectors(of texts: [String]) -> [Float] {
        var vectors = [Float](repeating: 0, count: texts.count * model.dimension)
        var batch = PieceBatch()
        for (place, text) in texts.enumerated() {
            let pieces = tokenizer.pieces(of: text).prefix(Self.maximumPieces)
            if pieces.isEmpty { continue }
            if batch.pieces.count + pieces.count + 2 > Self.batchPieces { encode(&batch, into: &vectors) }
            batch.append([Self.beginning] + pieces + [Self.end], place: place)
        }
        encode(&batch, into: &vectors)
        return vectors
    }

    /// The numbers of the pieces of a text, without those for its beginning and end.
    func pieces(of text: String) -> [UInt32] { tokenizer.pieces(of: text) }

    private func encode(_ batch: inout PieceBatch, into vectors: inout [Float]) {
        guard !batch.texts.isEmpty else { return }
        let found = head.vectors(of: features(of: batch), in: batch.texts)
        let dimension = model.dimension
        for (row, place) in batch.places.enumerated() {
            vectors.replaceSubrange(
                place * dimension..<(place + 1) * dimension,
                with: found.values[row * dimension..<(row + 1) * dimension]
            )
        }
        batch = PieceBatch()
    }

    /// Per piece its own vector and what each branch says, side by side.
    private func features(of batch: PieceBatch) -> Matrix {
        let pieces = table.vectors(of: batch.pieces)
        let shares = input.features(of: pieces).split(into: branches.count)
        let said = zip(branches, shares).map { $0.features(of: $1, in: batch.texts) }
        var features = Matrix(sideBySide: [pieces] + said)
        output.apply(to: &features)
        return features
    }
}

/// Texts that are worked on together.
private struct PieceBatch {
    var pieces: [UInt32] = []
    /// Where each text's pieces lie.
    var texts: [Range<Int>] = []
    /// Which of the caller's texts it is.
    var places: [Int] = []

    mutating func append(_ text: [UInt32], place: Int) {
        texts.append(pieces.count..<pieces.count + text.count)
        pieces += text
        places.append(place)
    }
}

extension PieceTokenizer {
    init(_ folder: ModelFolder) throws(ModelError) {
        let count = try folder.length("piece.numbers")
        let pieces = PieceTable(
            bytes: try folder.bytes("piece.bytes"),
            offsets: try folder.words("piece.offsets"),
            numbers: try folder.words("piece.numbers"),
            scores: try folder.numbers("piece.scores", [count])
        )
        guard let pieces else { throw .tensor("piece.bytes", expected: "a sorted vocabulary") }
        let normalizer = TextNormalizer(
            trie: try folder.words("replacement.trie"),
            replacements: try folder.bytes("replacement.texts")
        )
        self.init(normalizer: normalizer, pieces: pieces)
    }
}
