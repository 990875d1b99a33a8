import CVectorMath

/// Numbers in rows, one row after another.
struct Matrix: Sendable, Equatable {
    let rows: Int
    let columns: Int
    var values: [Float]

    init(rows: Int, columns: Int, values: [Float]) {
        precondition(values.count == rows * columns, "a matrix has rows × columns numbers")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// Every row the same.
    init(rows: Int, repeating row: [Float]) {
        self.rows = rows
        columns = row.count
        values = []
        values.reserveCapacity(rows * row.count)
        for _ in 0..<rows { values += row }
    }

    /// Adds `factor` · `weights`.
    ///
    /// The numbers are added in the same order whatever the processor, so that they are the same on every machine.
    mutating func addProduct(of factor: Matrix, with weights: Matrix, kernel: ProductKernel = .widest) {
        precondition(factor.rows == rows && factor.columns == weights.rows && weights.columns == columns)
        precondition(columns % 8 == 0, "the kernels work on eight columns at a time")
        let columns = columns
        values.withUnsafeMutableBufferPointer { out in
            guard let target = out.baseAddress else { return }
            fv_add_product(
                kernel.number,
                factor.values,
                factor.rows,
                factor.columns,
                factor.columns,
                weights.values,
                columns,
                target,
                columns
            )
        }
    }

    /// Sets what is below zero to zero.
    mutating func clampNegatives() {
        values.withUnsafeMutableBufferPointer { numbers in
            for place in numbers.indices { numbers[place] = max(numbers[place], 0) }
        }
    }

    /// Adds a matrix of the same shape.
    mutating func add(_ other: Matrix) {
        precondition(other.values.count == values.count)
        values.withUnsafeMutableBufferPointer { numbers in
            other.values.withUnsafeBufferPointer { others in
                for place in numbers.indices { numbers[place] += others[place] }
            }
        }
    }

    /// Rows as columns.
    var transposed: Matrix {
        let (rows, columns) = (rows, columns)
        let turned = [Float](unsafeUninitializedCapacity: values.count) { turned, filled in
            values.withUnsafeBufferPointer { values in
                for row in 0..<rows {
                    for column in 0..<columns { turned[column * rows + row] = values[row * columns + column] }
                }
            }
            filled = values.count
        }
        return Matrix(rows: columns, columns: rows, values: turned)
    }

    /// The rows of several matrices side by side.
    init(sideBySide parts: [Matrix]) {
        rows = parts.first?.rows ?? 0
        columns = parts.reduce(0) { $0 + $1.columns }
        values = []
        values.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for part in parts { values += part.values[row * part.columns..<(row + 1) * part.columns] }
        }
    }

    /// The columns dealt out to so many matrices, in their order.
    func split(into count: Int) -> [Matrix] {
        let share = columns / count
        return (0..<count).map { part in
            var values: [Float] = []
            values.reserveCapacity(rows * share)
            for row in 0..<rows {
                let start = row * columns + part * share
                values += self.values[start..<start + share]
            }
            return Matrix(rows: rows, columns: share, values: values)
        }
    }
}

/// Which of the processor's vector units multiplies.
struct ProductKernel: Sendable {
    let number: Int32

    static let widest = ProductKernel(number: fv_widest_kernel())

    /// Every kernel that this processor runs.
    static var available: [ProductKernel] { (0...widest.number).map(ProductKernel.init) }
}
