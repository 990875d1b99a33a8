/// The vectors of the pieces, each number in one byte, read from the mapped file as they are needed.
struct EmbeddingTable: Sendable {
    /// Pieces are dealt out to this many groups, each with a scale of its own.
    private static let groups = 17

    let width: Int
    let rows: Int
    private let file: MappedFile
    /// Points into `file`.
    // Safe to share: the bytes are only read, and `file` keeps them mapped.
    private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    private let scale: [Float]
    private let low: [Float]

    init(_ folder: ModelFolder, width: Int) throws(ModelError) {
        self.width = width
        rows = try folder.length("embedding")
        file = folder.weights
        bytes = try folder.bytes("embedding", type: "u8", shape: [rows, width], size: 1)
        scale = try folder.numbers("embedding.scale", [Self.groups])
        low = try folder.numbers("embedding.low", [Self.groups])
    }

    /// One row per piece.
    /// - Precondition: every number is below `rows`.
    func vectors(of pieces: [UInt32]) -> Matrix {
        let values = [Float](unsafeUninitializedCapacity: pieces.count * width) { buffer, count in
            for (row, piece) in pieces.enumerated() {
                precondition(Int(piece) < rows, "a piece of the vocabulary has a row")
                let group = Int(piece) % Self.groups
                let (scale, low) = (scale[group], low[group])
                let start = Int(piece) * width
                for column in 0..<width {
                    buffer[row * width + column] = Float(bytes[start + column]) * scale + low
                }
            }
            count = buffer.count
        }
        return withExtendedLifetime(file) { Matrix(rows: pieces.count, columns: width, values: values) }
    }
}
