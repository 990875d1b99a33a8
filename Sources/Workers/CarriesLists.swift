import Foundation

/// A value with long lists in it: they travel in pieces, beside the JSON of the rest.
///
/// An encoder and a decoder hold ten times what they write and read, so neither gets more than a piece at once; and a piece is
/// encoded when it is sent.
package protocol CarriesLists: Codable, Sendable {
    static var lists: [CarriedList<Self>] { get }
}

/// Makes a piece of a list, or a file.
typealias BytesMaker = @Sendable () throws -> Data

/// One list of a value, as pieces of JSON.
package struct CarriedList<Carrier> {
    /// Takes the list out; each piece keeps its own elements, and none those of another.
    let take: (inout Carrier) -> [BytesMaker]
    /// Puts the list in, from so many pieces.
    let put: (inout Carrier, Int, () throws -> Data) throws -> Void

    package init<Element: Codable & Sendable>(_ path: WritableKeyPath<Carrier, [Element]>) {
        take = { carrier in
            let all = carrier[keyPath: path]
            carrier[keyPath: path] = []
            return stride(from: 0, to: all.count, by: pieceLength).map { start in
                let piece = Array(all[start..<min(start + pieceLength, all.count)])
                return { try JSONEncoder().encode(piece) }
            }
        }
        put = { carrier, count, next in
            var all: [Element] = []
            for _ in 0..<count { all += try JSONDecoder().decode([Element].self, from: next()) }
            carrier[keyPath: path] = all
        }
    }
}

/// Elements of one piece.
private let pieceLength = 1000

/// What a value is beside its lists, and these.
enum ListPieces {
    /// - Returns: the value without its lists, and the pieces of each.
    static func taken<Value>(from value: Value) -> (rest: Value, pieces: [[BytesMaker]]) {
        guard let carrier = value as? any CarriesLists else { return (value, []) }
        let (rest, pieces) = takeApart(carrier)
        return (rest as? Value ?? value, pieces)
    }

    private static func takeApart<Carrier: CarriesLists>(_ carrier: Carrier) -> (Carrier, [[BytesMaker]]) {
        var rest = carrier
        let pieces = Carrier.lists.map { $0.take(&rest) }
        return (rest, pieces)
    }

    /// - Parameters:
    ///   - counts: How many pieces each list has.
    ///   - next: The piece that comes next.
    static func put<Value>(into value: Value, _ counts: [Int], next: () throws -> Data) throws -> Value {
        guard let carrier = value as? any CarriesLists else {
            guard counts.isEmpty else { throw WorkerProtocolError.damaged }
            return value
        }
        return try putTogether(carrier, counts, next) as? Value ?? value
    }

    private static func putTogether<Carrier: CarriesLists>(
        _ carrier: Carrier,
        _ counts: [Int],
        _ next: () throws -> Data
    ) throws -> Carrier {
        var whole = carrier
        let lists = Carrier.lists
        guard lists.count == counts.count else { throw WorkerProtocolError.damaged }
        for (list, count) in zip(lists, counts) where count > 0 { try list.put(&whole, count, next) }
        return whole
    }
}
