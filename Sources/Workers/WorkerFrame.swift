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
        var blobs: Int
    }

    /// Files or vectors of one message.
    private static let maxBlobs = 64

    static func frames(of value: some Codable) throws -> [WorkerFrame] {
        let blobs = (value as? any CarriesBytes)?.blobs ?? []
        let json = try JSONEncoder().encode(Envelope(value: value, blobs: blobs.count))
        return [WorkerFrame(kind: .value, bytes: json)] + blobs.map { WorkerFrame(kind: .blob, bytes: $0) }
    }

    /// - Parameter next: The frame that comes next.
    static func value<Value: Codable>(
        _ type: Value.Type,
        from first: Data,
        next: () throws -> WorkerFrame?
    ) throws -> Value {
        let (count, value) = try opened(type, first)
        var blobs: [Data] = []
        for _ in 0..<count {
            guard let frame = try next(), frame.kind == .blob else { throw WorkerProtocolError.damaged }
            blobs.append(frame.bytes)
        }
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

    /// The value without its blobs, and how many there will be.
    static func opened<Value: Codable>(_ type: Value.Type, _ json: Data) throws -> (blobs: Int, value: Value)
    {
        let envelope = try JSONDecoder().decode(Envelope<Value>.self, from: json)
        guard (0...maxBlobs).contains(envelope.blobs) else { throw WorkerProtocolError.damaged }
        return (envelope.blobs, envelope.value)
    }

    static func with<Value>(_ blobs: [Data], _ value: Value) -> Value {
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
