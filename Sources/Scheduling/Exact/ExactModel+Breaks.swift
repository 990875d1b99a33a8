extension ExactModel {
    /// Literals that are true for each break of the participant: a run of meetings starts although one started before on
    /// the day.
    ///
    /// - Parameter counted: `counted[i][j]`: at least `j` meetings in the first `i` slots of the participant's row.
    mutating func breakEnds(_ participant: Int, _ counted: [[Int32]]) -> [Int32] {
        let problem = list.problem
        let row = list.rows[participant]
        let isOneDay = isOneDay(participant)
        var result: [Int32] = []
        var seen = -SATSolver.truth
        var start = 0
        for (index, slot) in row.enumerated() {
            let here = busy[participant * problem.slotCount + slot]
            let isFirst = index == 0 || problem.dayOfSlot[row[index - 1]] != problem.dayOfSlot[slot]
            if isFirst {
                seen = here
                start = index
                continue
            }
            let isAdjacent = row[index - 1] == slot - 1
            let before = isAdjacent ? busy[participant * problem.slotCount + slot - 1] : -SATSolver.truth
            if isOneDay { seen = counted[index][1] }
            // Nothing can lie between the day's first slot and the next.
            if !(isAdjacent && start == index - 1) {
                let literal = solver.variable()
                solver.add([-literal, here])
                solver.add([-literal, seen])
                solver.add([-literal, -before])
                solver.add([literal, -here, -seen, before])
                result.append(literal)
            }
            if !isOneDay {
                let next = solver.variable()
                solver.add([-next, here, seen])
                solver.add([next, -here])
                solver.add([next, -seen])
                seen = next
            }
        }
        return result
    }

    /// Without a break, a participant of one day is busy from its first meeting on until all are held.
    ///
    /// - Parameter isBroken: True when there is a break; frees the participant from these clauses.
    mutating func addUnbroken(_ participant: Int, _ counted: [[Int32]], unless isBroken: Int32) {
        guard isOneDay(participant) else { return }
        let row = list.rows[participant]
        let count = counted[0].count - 1
        let first = row[0]
        let length = row[row.count - 1] - first + 1
        // `byTime[t][j]`: at least `j` meetings up to the `t`-th slot of the day, counted from the row's first.
        var byTime: [[Int32]] = [counted[0]]
        var taken = 0
        for time in 0..<length {
            if row[taken] == first + time { taken += 1 }
            byTime.append(counted[taken])
        }
        for time in 1..<max(length, 1) {
            let held = byTime[time]
            for least in 1..<max(count, 1) {
                // Not all held: the next slot holds one more.
                solver.add([isBroken, -held[least], byTime[time + 1][least + 1]])
            }
            let slots = participant * list.problem.slotCount + first + time
            solver.add([isBroken, -busy[slots - 1], held[count], busy[slots]])
            solver.add([isBroken, busy[slots - 1], -held[1], held[count]])
        }
    }

    private func isOneDay(_ participant: Int) -> Bool {
        let row = list.rows[participant]
        guard let first = row.first, let last = row.last else { return false }
        return list.problem.dayOfSlot[first] == list.problem.dayOfSlot[last]
    }
}
