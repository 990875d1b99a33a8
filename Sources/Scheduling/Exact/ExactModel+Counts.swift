extension ExactModel {
    /// In a slot no more meetings than tables; said twice, since what proves one list slowly proves another at once.
    ///
    /// Two busy participants take a table. And each meeting is counted with one of its sides, so that all that a side can
    /// have in the slot are one literal: most participants then need not be counted.
    mutating func addTables() {
        let slots = list.problem.slotCount
        let groups = list.tableGroups
        for slot in 0..<slots {
            let tables = list.tables(in: slot)
            if list.isAllSeated {
                let people = list.meetings.indices.map { busy[$0 * slots + slot] }
                Cardinality.atMost(2 * tables, of: people.filter { $0 != -SATSolver.truth }, in: &solver)
            }
            guard groups.count > tables else { continue }
            let taken = groups.compactMap { seated($0, in: slot) }
            Cardinality.atMost(tables, of: taken, in: &solver)
        }
    }

    /// Whether one of the group's meetings is in the slot; nil when none can be.
    private mutating func seated(_ group: MeetingList.TableGroup, in slot: Int) -> Int32? {
        let slots = list.problem.slotCount
        let options = group.meetings.map { x[$0 * slots + slot] }.filter { $0 != -SATSolver.truth }
        guard let first = options.first else { return nil }
        if group.meetings.count == list.meetings[group.participant].count {
            return busy[group.participant * slots + slot]
        }
        guard options.count > 1 else { return first }
        let literal = solver.variable()
        for option in options { solver.add([-option, literal]) }
        solver.add([-literal] + options)
        return literal
    }

    /// Meetings that can only be within some slots: at least so many more are held at the end of these than at the start.
    mutating func addWindows(_ participant: Int, _ counted: [[Int32]]) {
        let row = list.rows[participant]
        let count = counted[0].count - 1
        let spans = list.meetings[participant].map { list.span(of: $0) }
        for start in Set(spans.map(\.first)).sorted() {
            for end in Set(spans.map(\.last)).sorted() where end >= start {
                let inside = spans.count { $0.first >= start && $0.last <= end }
                guard inside > 0 else { continue }
                let before = counted[row.count { $0 < start }]
                let after = counted[row.count { $0 <= end }]
                for least in 0...count - inside {
                    solver.add([-before[least], after[least + inside]])
                }
                // So many would leave too few for the window.
                for least in 0..<inside where count - inside + 1 + least <= count {
                    solver.add([-before[count - inside + 1 + least]])
                }
            }
        }
    }
}
