/// How many of some literals are true, as clauses.
enum Cardinality {
    /// Counts in unary (totalizer; Bailleux and Boufkhad 2003, CP): `o[j]` is true when more than `j` of the literals are;
    /// counts are cut off after `limit`.
    ///
    /// - Parameter isExact: Also make `o[j]` false when not more than `j` are true.
    /// - Complexity: O(n · min(n, limit)) clauses at the top, O(n · limit · log n) in all.
    static func outputs(_ literals: [Int32], limit: Int, isExact: Bool, in solver: inout SATSolver) -> [Int32]
    {
        guard literals.count > 1 else { return literals }
        let middle = literals.count / 2
        let left = outputs(Array(literals[..<middle]), limit: limit, isExact: isExact, in: &solver)
        let right = outputs(Array(literals[middle...]), limit: limit, isExact: isExact, in: &solver)
        var result: [Int32] = []
        for _ in 0..<min(limit, left.count + right.count) { result.append(solver.variable()) }
        for one in 0...left.count {
            for other in 0...right.count {
                let sum = one + other
                // At least `one` on the left and `other` on the right: at least the sum.
                if sum > 0 {
                    var clause = [result[min(sum, result.count) - 1]]
                    if one > 0 { clause.append(-left[one - 1]) }
                    if other > 0 { clause.append(-right[other - 1]) }
                    solver.add(clause)
                }
                // At most `one` and `other`: at most the sum.
                if isExact, sum < result.count {
                    var clause = [-result[sum]]
                    if one < left.count { clause.append(left[one]) }
                    if other < right.count { clause.append(right[other]) }
                    solver.add(clause)
                }
            }
        }
        return result
    }

    static func atMost(_ limit: Int, of literals: [Int32], in solver: inout SATSolver) {
        guard literals.count > limit else { return }
        guard limit > 0 else {
            for literal in literals { solver.add([-literal]) }
            return
        }
        let counted = outputs(literals, limit: limit + 1, isExact: false, in: &solver)
        solver.add([-counted[limit]])
    }

    /// Pairwise up to six literals, then a chain of groups with a helper variable.
    static func atMostOne(_ literals: [Int32], in solver: inout SATSolver) {
        guard literals.count > 6 else {
            for (index, one) in literals.enumerated() {
                for other in literals[(index + 1)...] { solver.add([-one, -other]) }
            }
            return
        }
        let link = solver.variable()
        atMostOne(Array(literals.prefix(4)) + [link], in: &solver)
        atMostOne([-link] + Array(literals.dropFirst(4)), in: &solver)
    }

    /// Exactly one, by a sequential counter (Sinz 2005, CP); the answer's `i`-th literal says that it is among the first
    /// `i`, from 0 to all.
    static func exactlyOne(_ literals: [Int32], in solver: inout SATSolver) -> [Int32] {
        exactly(1, of: literals, in: &solver).map { $0[1] }
    }

    /// Exactly `count`, by a sequential counter in both directions; `counted[i][j]` of the answer says that at least `j` of
    /// the first `i` are true.
    ///
    /// What the number of those left makes certain or impossible is a constant.
    ///
    /// - Precondition: `count` is positive and not greater than the number of literals.
    /// - Complexity: O(n · count) clauses.
    static func exactly(_ count: Int, of literals: [Int32], in solver: inout SATSolver) -> [[Int32]] {
        var counted: [[Int32]] = []
        for taken in 0...literals.count {
            let left = literals.count - taken
            counted.append(
                (0...count).map { least in
                    if least <= count - left { return SATSolver.truth }
                    return least > taken ? -SATSolver.truth : least == 0 ? SATSolver.truth : solver.variable()
                }
            )
        }
        for (index, literal) in literals.enumerated() {
            let (old, new) = (counted[index], counted[index + 1])
            for least in 1...count {
                solver.add([-old[least], new[least]])
                solver.add([-new[least], old[least - 1]])
                solver.add([-old[least - 1], -literal, new[least]])
                solver.add([-new[least], old[least], literal])
            }
            // One more than all is one too many.
            solver.add([-old[count], -literal])
        }
        return counted
    }
}
