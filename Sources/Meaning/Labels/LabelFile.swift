package import Foundation

extension LabelModel {
    private struct Head: Codable {
        var format = 1
        var embedding: EmbeddingModel
        var source: String
        var labels: Int
    }

    /// As a file: a line of JSON, then the centre, the size of each label's step, and the rows in bytes (little-endian).
    package var file: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            var data = try encoder.encode(Head(embedding: embedding, source: source, labels: count))
            data.append(UInt8(ascii: "\n"))
            for number in centre + step {
                withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) }
            }
            data.append(contentsOf: steps.map { UInt8(bitPattern: $0) })
            return data
        }
    }

    /// Reads what `file` wrote.
    /// - Throws: `ModelError` when there is no such file or it is no whole model.
    package init(path: String) throws(ModelError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw .unreadable(file: path, reason: "There is no such file.")
        }
        guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
            let head = try? JSONDecoder().decode(Head.self, from: data[..<end])
        else { throw .unreadable(file: path, reason: "It does not begin as a model of labels.") }
        guard head.format == 1 else { throw .unknownFormat(head.format, file: path) }
        let (dimension, labels) = (head.embedding.dimension, head.labels)
        guard dimension > 0, labels > 0, dimension < 1 << 20, labels < 1 << 20 else {
            throw .unreadable(
                file: path,
                reason: "\(labels) labels of \(dimension) numbers are not possible."
            )
        }
        let body = [UInt8](data[(end + 1)...])
        let floats = (dimension + labels) * MemoryLayout<Float>.size
        guard body.count == floats + dimension * labels else {
            throw .unreadable(
                file: path,
                reason: "It has \(data.count) bytes, which is not what its head says."
            )
        }
        let numbers = stride(from: 0, to: floats, by: 4).map { start in
            Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(body[start + $1]) << (8 * UInt32($1)) })
        }
        guard numbers.allSatisfy(\.isFinite) else {
            throw .unreadable(file: path, reason: "One of its numbers is none.")
        }
        self.init(
            embedding: head.embedding,
            source: head.source,
            centre: Array(numbers[..<dimension]),
            steps: body[floats...].map { Int8(bitPattern: $0) },
            step: Array(numbers[dimension...])
        )
    }
}
