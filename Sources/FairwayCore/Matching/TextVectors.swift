/// Sentence vectors of products or demands, each of length 1, made outside this module.
package struct TextVectors<Owner: Sendable>: Equatable, Sendable {
    package private(set) var ids: [Identifier<Owner>]
    /// Numbers per vector.
    package let dimension: Int
    /// Eight numbers each, the last of a vector filled up with 0; `groupCount` a vector.
    private(set) var groups: [SIMD8<Float>]
    private var rows: [Identifier<Owner>: Int]

    var groupCount: Int { (dimension + 7) / 8 }

    /// Vectors are brought to length 1; those without a length (all zero, or not finite) mean nothing and link nothing.
    /// - Parameter values: `values[row * dimension ..< (row + 1) * dimension]` is the vector of `ids[row]`.
    /// - Throws: `TextVectorsError` when the values do not fill the rows.
    package init(ids: [Identifier<Owner>], dimension: Int, values: [Float]) throws(TextVectorsError) {
        guard dimension > 0, values.count == ids.count * dimension else {
            throw .wrongCount(values: values.count, rows: ids.count, dimension: dimension)
        }
        self.ids = ids
        self.dimension = dimension
        rows = Dictionary(ids.indices.map { (ids[$0], $0) }, uniquingKeysWith: min)
        groups = []
        groups.reserveCapacity(ids.count * ((dimension + 7) / 8))
        for row in ids.indices {
            groups += Self.packed(values[row * dimension..<(row + 1) * dimension], groupCount: groupCount)
        }
    }

    /// No vectors yet.
    /// - Parameter capacity: How many there will be.
    package init(dimension: Int, capacity: Int) {
        precondition(dimension > 0, "a vector has numbers")
        ids = []
        rows = [:]
        groups = []
        self.dimension = dimension
        ids.reserveCapacity(capacity)
        rows.reserveCapacity(capacity)
        groups.reserveCapacity(capacity * groupCount)
    }

    /// Gives one owner another vector; an empty one, or one of another dimension, takes its meaning away.
    package mutating func set(_ vector: [Float], of id: Identifier<Owner>) {
        let vector = vector.count == dimension ? vector : [Float](repeating: 0, count: dimension)
        let packed = Self.packed(vector[...], groupCount: groupCount)
        guard let row = rows[id] else {
            rows[id] = ids.count
            ids.append(id)
            groups += packed
            return
        }
        groups.replaceSubrange(row * groupCount..<(row + 1) * groupCount, with: packed)
    }

    /// Gives each owner of the others the vector that it has there.
    mutating func take(_ others: TextVectors) {
        for (other, id) in others.ids.enumerated() {
            let theirs = others.groups[other * groupCount..<(other + 1) * groupCount]
            if let row = rows[id] {
                groups.replaceSubrange(row * groupCount..<(row + 1) * groupCount, with: theirs)
            } else {
                rows[id] = ids.count
                ids.append(id)
                groups += theirs
            }
        }
    }

    /// The vectors as they lie in memory, for another process on this machine.
    package func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        groups.withUnsafeBytes(body)
    }

    /// - Parameter bytes: As `withUnsafeBytes` gives them.
    /// - Throws: `TextVectorsError` when they do not fill the rows.
    package init(ids: [Identifier<Owner>], dimension: Int, bytes: some Collection<UInt8>)
        throws(TextVectorsError)
    {
        let groupCount = (max(1, dimension) + 7) / 8
        let size = MemoryLayout<SIMD8<Float>>.size
        guard dimension > 0, bytes.count == ids.count * groupCount * size else {
            throw .wrongCount(values: bytes.count / size, rows: ids.count, dimension: dimension)
        }
        self.ids = ids
        self.dimension = dimension
        rows = Dictionary(ids.indices.map { (ids[$0], $0) }, uniquingKeysWith: min)
        groups = [SIMD8<Float>](unsafeUninitializedCapacity: ids.count * groupCount) { buffer, count in
            UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
            count = ids.count * groupCount
        }
    }

    /// One vector as it lies in memory.
    package static func bytes(of vector: [Float]) -> [UInt8] {
        packed(vector[...], groupCount: (vector.count + 7) / 8).withUnsafeBytes { Array($0) }
    }

    private static func packed(_ vector: ArraySlice<Float>, groupCount: Int) -> [SIMD8<Float>] {
        let length = vector.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        var packed = [SIMD8<Float>](repeating: .zero, count: groupCount)
        guard length > 0, length.isFinite else { return packed }
        for (place, value) in vector.enumerated() { packed[place / 8][place % 8] = value / length }
        return packed
    }
}

/// Why vectors cannot be used.
package enum TextVectorsError: Error, Equatable {
    case wrongCount(values: Int, rows: Int, dimension: Int)
    case differentDimensions(products: Int, demands: Int)
}
