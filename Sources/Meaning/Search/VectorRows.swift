/// Vectors of one length, one after another, in 32 or 16 bits a number.
struct VectorRows: Sendable {
    /// How exactly numbers are kept.
    private enum Numbers: Sendable {
        case single([Float])
        case half([Float16])
    }

    private let dimension: Int
    private var numbers: Numbers

    init(dimension: Int, isHalf: Bool, capacity: Int) {
        self.dimension = dimension
        if isHalf {
            var halves: [Float16] = []
            halves.reserveCapacity(capacity * dimension)
            numbers = .half(halves)
        } else {
            var singles: [Float] = []
            singles.reserveCapacity(capacity * dimension)
            numbers = .single(singles)
        }
    }

    /// - Returns: the vector as it is kept.
    mutating func append(_ vector: [Float]) -> [Float] {
        // Out of the enumeration while it grows, or there would be two of it.
        switch numbers {
        case .single(var singles):
            numbers = .single([])
            singles += vector
            numbers = .single(singles)
            return vector
        case .half(var halves):
            numbers = .half([])
            let rounded = vector.map { Float16($0) }
            halves += rounded
            numbers = .half(halves)
            return rounded.map { Float($0) }
        }
    }

    /// - Returns: the vector as it is kept.
    mutating func replace(_ row: Int, with vector: [Float]) -> [Float] {
        let place = row * dimension..<(row + 1) * dimension
        switch numbers {
        case .single(var singles):
            numbers = .single([])
            singles.replaceSubrange(place, with: vector)
            numbers = .single(singles)
            return vector
        case .half(var halves):
            numbers = .half([])
            let rounded = vector.map { Float16($0) }
            halves.replaceSubrange(place, with: rounded)
            numbers = .half(halves)
            return rounded.map { Float($0) }
        }
    }

    /// Reads one row; the buffer is valid in `body` only.
    func with<Value>(_ row: Int, _ body: (UnsafeBufferPointer<Float>) -> Value) -> Value {
        let place = row * dimension..<(row + 1) * dimension
        switch numbers {
        case .single(let singles):
            return singles.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[place])) }
        case .half(let halves):
            return withUnsafeTemporaryAllocation(of: Float.self, capacity: dimension) { wide in
                halves.withUnsafeBufferPointer { halves in
                    for (column, number) in halves[place].enumerated() {
                        wide.initializeElement(at: column, to: Float(number))
                    }
                }
                return body(UnsafeBufferPointer(wide))
            }
        }
    }
}
