import Foundation

/// What goes over the pipes between server and worker: a kind, a length, and so many bytes.
struct WorkerFrame: Equatable {
    enum Kind: UInt8 {
        /// JSON of the input or the output; the blobs it counts follow.
        case value = 1
        case blob = 2
        case progress = 3
        /// JSON of a `WorkerRefusal`.
        case refusal = 4
    }

    var kind: Kind
    var bytes: Data

    /// Of one frame.
    ///
    /// An answer beyond it is a worker gone wrong.
    static let maxBytes = 256 << 20
    /// Of all frames of one answer: what a worker says is in the server's memory.
    static let maxTotal = 256 << 20
    static let headerLength = 5

    var header: [UInt8] {
        let count = UInt32(clamping: bytes.count)
        return [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * UInt32($0))) }
    }

    /// - Returns: nil when the header is none of ours.
    static func head(_ header: some Collection<UInt8>) -> (kind: Kind, length: Int)? {
        guard header.count == headerLength, let first = header.first, let kind = Kind(rawValue: first) else {
            return nil
        }
        let length = header.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        return length <= maxBytes ? (kind, length) : nil
    }
}

/// The frames of one question or answer.
struct WorkerMessage {
    private struct Envelope<Value: Codable>: Codable {
        var value: Value
        /// Frames that follow.
        var blobs: Int
        /// How many of them each list of the value is; they come first.
        var pieces: [Int]
    }

    /// Pieces of lists, files and vectors of one message: four million rows.
    private static let maxBlobs = 4096

    /// - Returns: what makes the first frame, then what makes the others, each when it is its turn.
    static func frames(of value: some Codable) throws -> [WorkerFrames.Maker] {
        let (rest, pieces) = ListPieces.taken(from: value)
        let files = (value as? any CarriesBytes)?.blobs ?? []
        let count = pieces.reduce(files.count) { $0 + $1.count }
        let json = try JSONEncoder().encode(
            Envelope(value: rest, blobs: count, pieces: pieces.map(\.count))
        )
        let first = WorkerFrame(kind: .value, bytes: json)
        var makers: [WorkerFrames.Maker] = [{ first }]
        for make in pieces.joined() { makers.append { WorkerFrame(kind: .blob, bytes: try make()) } }
        for bytes in files { makers.append { WorkerFrame(kind: .blob, bytes: bytes) } }
        return makers
    }

    /// - Parameter next: The frame that comes next.
    static func value<Value: Codable>(
        _ type: Value.Type,
        from first: Data,
        next: () throws -> WorkerFrame?
    ) throws -> Value {
        let envelope = try JSONDecoder().decode(Envelope<Value>.self, from: first)
        var left = envelope.blobs
        guard (0...maxBlobs).contains(left), envelope.pieces.allSatisfy({ $0 >= 0 && $0 <= maxBlobs }) else {
            throw WorkerProtocolError.damaged
        }
        func nextBlob() throws -> Data {
            left -= 1
            guard left >= 0, let frame = try next(), frame.kind == .blob else {
                throw WorkerProtocolError.damaged
            }
            return frame.bytes
        }
        let value = try ListPieces.put(into: envelope.value, envelope.pieces, next: nextBlob)
        var blobs: [Data] = []
        while left > 0 { blobs.append(try nextBlob()) }
        return with(blobs, value)
    }

    private struct Count: Codable {
        var blobs: Int
    }

    /// How many blobs follow a value.
    static func blobCount(_ json: Data) throws -> Int {
        let count = try JSONDecoder().decode(Count.self, from: json).blobs
        guard (0...maxBlobs).contains(count) else { throw WorkerProtocolError.damaged }
        return count
    }

    private static func with<Value>(_ blobs: [Data], _ value: Value) -> Value {
        guard var carrier = value as? any CarriesBytes else { return value }
        carrier.blobs = blobs
        return carrier as? Value ?? value
    }
}

enum WorkerProtocolError: Error {
    /// The other side does not speak as we do.
    case damaged
    case writing(Int32)
    case reading(Int32)
}
