import CClp

/// A linear programme in columns, `max weight · x` with `A x ≤ capacity`, `0 ≤ x ≤ 1`, solved by the dual simplex method
/// of CLP (Forrest, Hall; COIN-OR, Eclipse Public License 2.0).
struct LinearProgram {
    /// Column `c` has ones in `rows[start[c] ..< start[c + 1]]`.
    private var start: [Int32] = [0]
    private var rows: [Int32] = []
    private var weights: [Double] = []
    private var capacities: [Double] = []
    private var least: [Double] = []

    struct Solution {
        /// By column.
        var values: [Double]
        /// What one more unit of each row is worth; 0 or more where the row is an upper limit.
        var prices: [Double]
    }

    var columnCount: Int { weights.count }

    /// Adds a row `least ≤ … ≤ capacity`.
    /// - Returns: its number.
    mutating func addRow(capacity: Double, atLeast least: Double = -.infinity) -> Int32 {
        capacities.append(capacity)
        self.least.append(least)
        return Int32(capacities.count - 1)
    }

    mutating func addColumn(weight: Double, rows column: some Sequence<Int32>) {
        rows += column
        start.append(Int32(rows.count))
        weights.append(weight)
    }

    /// - Returns: nil when there is no solution.
    func solved(isCancelled: () -> Bool) -> Solution? {
        guard !weights.isEmpty, let model = Clp_newModel() else { return nil }
        defer { Clp_deleteModel(model) }
        Clp_setLogLevel(model, 0)
        let ones = [Double](repeating: 1, count: max(rows.count, weights.count))
        let zeros = [Double](repeating: 0, count: weights.count)
        // CLP minimises by habit: its sense is set after loading.
        Clp_loadProblem(
            model,
            Int32(weights.count),
            Int32(capacities.count),
            start,
            rows,
            ones,
            zeros,
            ones,
            weights,
            least,
            capacities
        )
        Clp_setOptimizationDirection(model, -1)
        Clp_setMaximumIterations(model, 2000)
        Clp_dual(model, 0)
        while Clp_status(model) == 3 {
            if isCancelled() { return nil }
            Clp_dual(model, 0)
        }
        guard Clp_status(model) == 0,
            let values = Clp_primalColumnSolution(model), let prices = Clp_dualRowSolution(model)
        else { return nil }
        return Solution(
            values: Array(UnsafeBufferPointer(start: values, count: weights.count)),
            // Of a maximum CLP reports the prices of the minimum of the negative.
            prices: UnsafeBufferPointer(start: prices, count: capacities.count).map { $0 }
        )
    }
}
