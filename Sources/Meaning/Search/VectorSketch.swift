import CVectorMath

/// The rows of a ``VectorIndex`` in a byte a number, with how far off that is at most: a quarter of the memory to read, and
/// enough to tell which rows have to be looked at in full.
///
/// A row v is stored as s·q with whole numbers q of −127 … 127 and e = ‖v − s·q‖. For a vector u of length 1, stored
/// likewise as t·p with f = ‖u − t·p‖, the cosine is near the product of the stored ones:
///
///     |v·u − s·t·(q·p)| ≤ ‖v − s·q‖·‖u‖ + ‖s·q‖·‖u − t·p‖ ≤ e + (1 + e)·f
///
/// by the Cauchy–Schwarz inequality.
struct VectorSketch: Sendable {
    private let dimension: Int
    private var bytes: [Int8] = []
    private var scales: [Float] = []
    private var errors: [Float] = []

    /// What rounding of the sums may add, of the exact cosine as of the estimate; generous.
    private static let rounding: Float = 1e-5

    /// - Parameter capacity: How many rows it will hold, if that is known.
    init(dimension: Int, capacity: Int = 0) {
        self.dimension = dimension
        bytes.reserveCapacity(capacity * dimension)
        scales.reserveCapacity(capacity)
        errors.reserveCapacity(capacity)
    }

    mutating func append(_ unit: [Float]) {
        let row = Self.row(unit, upTo: 127)
        bytes += row.numbers.map { Int8($0) }
        scales.append(row.scale)
        errors.append(row.error + Self.rounding)
    }

    mutating func replace(_ place: Int, with unit: [Float]) {
        let row = Self.row(unit, upTo: 127)
        bytes.replaceSubrange(place * dimension..<(place + 1) * dimension, with: row.numbers.map { Int8($0) })
        scales[place] = row.scale
        errors[place] = row.error + Self.rounding
    }

    /// A query to compare rows with.
    struct Query: Sendable {
        fileprivate var numbers: [Int16]
        fileprivate var scale: Float
        fileprivate var error: Float

        /// - Parameter unit: Of length 1 or all zero.
        init(_ unit: [Float]) {
            // No sum of products leaves 32 bits.
            let most = min(32767, Int(Int32.max) / (127 * max(1, unit.count)))
            let row = VectorSketch.row(unit, upTo: most)
            (numbers, scale, error) = (row.numbers.map { Int16($0) }, row.scale, row.error)
        }
    }

    /// Calls with each row's least and greatest possible cosine.
    func bounds(
        _ rows: Range<Int>,
        _ query: Query,
        kernel: Int32 = kernel,
        _ body: (Int, Float, Float) -> Void
    ) {
        guard !rows.isEmpty else { return }
        let products = [Int32](unsafeUninitializedCapacity: rows.count) { products, filled in
            bytes.withUnsafeBufferPointer { bytes in
                guard let bytes = bytes.baseAddress, let products = products.baseAddress else { return }
                let start = bytes + rows.lowerBound * dimension
                fv_byte_dots(kernel, start, rows.count, dimension, query.numbers, products)
            }
            filled = rows.count
        }
        for (place, product) in products.enumerated() {
            let row = rows.lowerBound + place
            let estimate = Float(product) * (scales[row] * query.scale)
            let error = errors[row] + (1 + errors[row]) * query.error
            body(row, estimate - error, estimate + error)
        }
    }

    static let kernel = fv_widest_kernel()

    /// The vector in whole numbers of at most `most`.
    fileprivate static func row(_ unit: [Float], upTo most: Int) -> (
        numbers: [Int], scale: Float, error: Float
    ) {
        let greatest = unit.reduce(0) { max($0, abs($1)) }
        guard greatest > 0 else { return ([Int](repeating: 0, count: unit.count), 0, 0) }
        let scale = greatest / Float(most)
        let numbers = unit.map { min(most, max(-most, Int(($0 / scale).rounded()))) }
        let square = zip(unit, numbers).reduce(0) { sum, pair in
            let left = Double(pair.0) - Double(scale) * Double(pair.1)
            return sum + left * left
        }
        return (numbers, scale, Float(square.squareRoot()) * (1 + 1e-6))
    }
}
