import CClp
import Dispatch
import Synchronization

/// A linear programme in columns, `max weight · x` with `A x ≤ capacity`, `least ≤ x ≤ 1`, solved by CLP (Forrest, Hall;
/// COIN-OR, Eclipse Public License 2.0).
struct LinearProgram: Sendable {
    /// Column `c` has ones in `rows[start[c] ..< start[c + 1]]`.
    private var start: [Int32] = [0]
    private var rows: [Int32] = []
    private var weights: [Double] = []
    private var leastOfColumn: [Double] = []
    private var capacities: [Double] = []
    private var least: [Double] = []

    /// Where a row or a column stands at a corner of the feasible region; the values are CLP's.
    enum Status: Int32, Sendable {
        case basic = 1
        case atUpperBound = 2
        case atLowerBound = 3
    }

    /// A corner; as many of the rows and columns are `.basic` as there are rows.
    struct Basis: Sendable {
        var rows: [Status]
        var columns: [Status]
    }

    struct Solution: Sendable {
        /// By column.
        var values: [Double]
        /// What one more unit of each row is worth; 0 or more where the row is an upper limit.
        var prices: [Double]
        var basis: Basis
    }

    enum Method: Sendable {
        /// For a start that keeps the limits, better where it is far from the best.
        case primal
        /// For a start that is too good to be possible.
        case dual
    }

    /// CLP's answer when it has found the optimum.
    private static let optimal: Int32 = 0
    /// CLP's way to say that weights are to be shaken a little, which keeps the dual method from steps that lead nowhere.
    private static let perturbed: Int32 = 50

    var rowCount: Int { capacities.count }
    var columnCount: Int { weights.count }

    /// Adds a row `least ≤ … ≤ capacity`.
    /// - Returns: its number.
    mutating func addRow(capacity: Double, atLeast least: Double = -.infinity) -> Int32 {
        capacities.append(capacity)
        self.least.append(least)
        return Int32(capacities.count - 1)
    }

    mutating func addColumn(weight: Double, atLeast least: Double = 0, rows column: some Sequence<Int32>) {
        rows += column
        start.append(Int32(rows.count))
        weights.append(weight)
        leastOfColumn.append(least)
    }

    /// Nothing is held: rows basic, columns at their lower bounds.
    var emptyBasis: Basis {
        Basis(
            rows: [Status](repeating: .basic, count: rowCount),
            columns: [Status](repeating: .atLowerBound, count: columnCount)
        )
    }

    /// Solves it on a thread of its own.
    ///
    /// CLP cannot be stopped from outside. When the caller no longer wants the answer, that thread ends by itself and its
    /// result is dropped.
    ///
    /// - Returns: nil when there is no solution, or when cancelled.
    func solved(from basis: Basis, by method: Method, isCancelled: () -> Bool) -> Solution? {
        if isCancelled() { return nil }
        let answer = Answer()
        DispatchQueue.global().async {
            let solution = solved(from: basis, by: method)
            answer.solution.withLock { $0 = solution }
            answer.isThere.signal()
        }
        while answer.isThere.wait(timeout: .now() + .milliseconds(5)) == .timedOut {
            if isCancelled() { return nil }
        }
        return answer.solution.withLock { $0 }
    }

    private final class Answer: Sendable {
        let solution = Mutex<Solution?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }

    private func solved(from basis: Basis, by method: Method) -> Solution? {
        guard !weights.isEmpty, let model = Clp_newModel() else { return nil }
        defer { Clp_deleteModel(model) }
        Clp_setLogLevel(model, 0)
        let ones = [Double](repeating: 1, count: max(rows.count, weights.count))
        // CLP minimises by habit: its sense is set after loading.
        Clp_loadProblem(
            model,
            Int32(weights.count),
            Int32(capacities.count),
            start,
            rows,
            ones,
            leastOfColumn,
            ones,
            weights,
            least,
            capacities
        )
        Clp_setOptimizationDirection(model, -1)
        for (row, status) in basis.rows.enumerated() { Clp_setRowStatus(model, Int32(row), status.rawValue) }
        for (column, status) in basis.columns.enumerated() {
            Clp_setColumnStatus(model, Int32(column), status.rawValue)
        }
        switch method {
        case .primal: Clp_primal(model, 0)
        case .dual:
            Clp_setPerturbation(model, Self.perturbed)
            Clp_dual(model, 0)
        }
        guard Clp_status(model) == Self.optimal,
            let values = Clp_primalColumnSolution(model), let prices = Clp_dualRowSolution(model)
        else { return nil }
        return Solution(
            values: Array(UnsafeBufferPointer(start: values, count: weights.count)),
            // Of a maximum CLP reports the prices of the minimum of the negative.
            prices: UnsafeBufferPointer(start: prices, count: capacities.count).map { $0 },
            basis: Basis(
                rows: capacities.indices.map { Self.status(Clp_getRowStatus(model, Int32($0))) },
                columns: weights.indices.map { Self.status(Clp_getColumnStatus(model, Int32($0))) }
            )
        )
    }

    /// CLP has a status more for what is fixed: it is at both bounds.
    private static func status(_ value: Int32) -> Status {
        let fixed: Int32 = 5
        return Status(rawValue: value) ?? (value == fixed ? .atUpperBound : .atLowerBound)
    }
}
