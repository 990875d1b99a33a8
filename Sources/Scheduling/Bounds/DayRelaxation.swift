/// The linear relaxation of a problem by day: each meeting is spread over the days; only the resources of a day bind
/// (`DayResources`), interpreters by the conditions that the solution would break (`InterpreterCut`).
///
/// Its value bounds the weight of every valid programme; at expo scale its solution is nearly always whole, so it also says
/// which meetings a best programme holds on which day.
///
/// The start is the best without days (`WholeRelaxation`), spread over the days: a corner that nothing can be better than,
/// and that breaks so few limits that the dual simplex method takes a few hundred steps where it takes tens of thousands
/// from a programme.
struct DayRelaxation {
    private let problem: CompiledProblem
    private let resources: DayResources
    /// Column → meeting and day, in order of both.
    private var meetingOf: [Int32] = []
    private var dayOf: [Int32] = []
    private var cuts: [InterpreterCut] = []

    struct Solution {
        /// Resource → what one more unit is worth in weight.
        var prices: [Double]
        /// Meetings with a day on which a part of them is, the surest first.
        var placements: [(meeting: Int, day: Int, share: Double)]
    }

    init(_ problem: CompiledProblem, resources: DayResources) {
        self.problem = problem
        self.resources = resources
        for meeting in 0..<problem.meetingCount {
            for day in 0..<problem.dayCount where problem.allowed[meeting * problem.dayCount + day] != 0 {
                meetingOf.append(Int32(meeting))
                dayOf.append(Int32(day))
            }
        }
    }

    /// - Parameter rounds: How often conditions on interpreters may be added.
    /// - Returns: nil when cancelled, or when the required meetings cannot all be held.
    mutating func solved(rounds: Int = 8, isCancelled: () -> Bool) -> Solution? {
        let whole = WholeRelaxation(problem, resources: resources)
        guard let best = whole.solved(isCancelled: isCancelled) else { return nil }
        var basis: LinearProgram.Basis?
        for round in 0..<rounds {
            if isCancelled() { return nil }
            let (programme, rows) = formulated(whole)
            var start = basis ?? corner(of: programme, rows, whole, best)
            // Conditions added since the last round hold nothing yet.
            start.rows += [LinearProgram.Status](
                repeating: .basic,
                count: programme.rowCount - start.rows.count
            )
            guard let found = programme.solved(from: start, by: .dual, isCancelled: isCancelled) else {
                return nil
            }
            basis = found.basis
            let broken = round + 1 < rounds ? violated(found.values) : []
            if broken.isEmpty { return solution(found, rows, whole) }
            cuts += broken
        }
        return nil
    }

    /// The corner of the relaxation by day where every meeting is as in the best without days: a meeting that is held is in
    /// the basis on its day, and its own row is full.
    private func corner(
        of programme: LinearProgram,
        _ rows: Rows,
        _ whole: WholeRelaxation,
        _ best: LinearProgram.Solution
    ) -> LinearProgram.Basis {
        var basis = programme.emptyBasis
        for (participant, row) in whole.rowOf.enumerated() where row >= 0 {
            basis.rows[Int(rows.ofParticipant[participant])] = best.basis.rows[Int(row)]
        }
        let spread = DaySpread(problem, resources: resources) { best.values[Int(whole.columnOf[$0])] > 0.5 }
        for column in meetingOf.indices {
            let meeting = Int(meetingOf[column])
            guard dayOf[column] == spread.dayOf[meeting] else { continue }
            let status = best.basis.columns[Int(whole.columnOf[meeting])]
            let own = Int(rows.ofMeeting[meeting])
            if own >= 0, status == .atUpperBound {
                basis.rows[own] = .atUpperBound
                basis.columns[column] = .basic
            } else {
                basis.columns[column] = status
            }
        }
        return basis
    }

    /// The row of each resource of a day, of each participant over all days, of each meeting and of each cut; -1 where
    /// something cannot bind.
    private struct Rows {
        var ofResource: [Int32]
        var ofParticipant: [Int32]
        var ofMeeting: [Int32]
        var ofCut: [Int32] = []
    }

    private func formulated(_ whole: WholeRelaxation) -> (LinearProgram, Rows) {
        var programme = LinearProgram()
        let rows = addRows(to: &programme, whole)
        var cutsOf = [[Int]](repeating: [], count: problem.dayCount * problem.classCount)
        for (index, cut) in cuts.enumerated() {
            for number in cut.classes { cutsOf[number * problem.dayCount + cut.day].append(index) }
        }
        var used: [Int32] = []
        for column in meetingOf.indices {
            let meeting = Int(meetingOf[column])
            used.removeAll(keepingCapacity: true)
            used.append(rows.ofMeeting[meeting])
            used.append(rows.ofParticipant[Int(problem.sideA[meeting])])
            used.append(rows.ofParticipant[Int(problem.sideB[meeting])])
            forEachResource(column) { used.append(rows.ofResource[$0]) }
            let number = Int(problem.interpreterClass[meeting])
            if number >= 0 {
                used += cutsOf[number * problem.dayCount + Int(dayOf[column])].map { rows.ofCut[$0] }
            }
            programme.addColumn(weight: Double(problem.weight[meeting]), rows: used.lazy.filter { $0 >= 0 })
        }
        return (programme, rows)
    }

    /// The rows of the cuts come last, so that all others keep their numbers when cuts are added.
    private func addRows(to programme: inout LinearProgram, _ whole: WholeRelaxation) -> Rows {
        var demand = [Double](repeating: 0, count: resources.capacity.count)
        var dayCount = [Int](repeating: 0, count: problem.meetingCount)
        for column in meetingOf.indices {
            dayCount[Int(meetingOf[column])] += 1
            forEachResource(column) { demand[$0] += 1 }
        }
        var rows = Rows(
            ofResource: [Int32](repeating: -1, count: demand.count),
            ofParticipant: [Int32](repeating: -1, count: whole.rowOf.count),
            ofMeeting: [Int32](repeating: -1, count: problem.meetingCount)
        )
        for resource in demand.indices where demand[resource] > resources.capacity[resource] {
            rows.ofResource[resource] = programme.addRow(capacity: resources.capacity[resource])
        }
        for (participant, row) in whole.rowOf.enumerated() where row >= 0 {
            rows.ofParticipant[participant] = programme.addRow(capacity: whole.capacity[participant])
        }
        for meeting in dayCount.indices {
            let isRequired = problem.required[meeting]
            // A column is at most 1 by itself.
            guard dayCount[meeting] > 1 || isRequired else { continue }
            rows.ofMeeting[meeting] = programme.addRow(capacity: 1, atLeast: isRequired ? 1 : -.infinity)
        }
        rows.ofCut = cuts.map { programme.addRow(capacity: $0.capacity) }
        return rows
    }

    /// The resources of a day other than interpreters that a meeting takes.
    @inline(__always)
    private func forEachResource(_ column: Int, _ body: (Int) -> Void) {
        let (meeting, day) = (Int(meetingOf[column]), Int(dayOf[column]))
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            body(side * problem.dayCount + day)
        }
        if problem.standHall[meeting] == CompiledProblem.tableNeeded { body(resources.tableBase + day) }
    }

    private func violated(_ values: [Double]) -> [InterpreterCut] {
        guard problem.classCount > 0 else { return [] }
        var demand = [[Double]](
            repeating: [Double](repeating: 0, count: problem.classCount),
            count: problem.dayCount
        )
        for column in meetingOf.indices {
            let number = Int(problem.interpreterClass[Int(meetingOf[column])])
            if number >= 0 { demand[Int(dayOf[column])][number] += values[column] }
        }
        return (0..<problem.dayCount).compactMap { day in
            let cut = InterpreterCut.violated(
                day: day,
                demand: demand[day],
                resources: resources,
                dayCount: problem.dayCount
            )
            return cut.flatMap { cuts.contains($0) ? nil : $0 }
        }
    }

    private func solution(_ found: LinearProgram.Solution, _ rows: Rows, _ whole: WholeRelaxation) -> Solution
    {
        func price(_ row: Int32) -> Double { row >= 0 ? max(0, found.prices[Int(row)]) : 0 }
        var prices = rows.ofResource.map(price)
        for (participant, row) in rows.ofParticipant.enumerated() {
            if whole.isLimited[participant] {
                prices[resources.limitBase + participant] += price(row)
            } else {
                // Free slots of all days together are the days', at one price.
                for day in 0..<problem.dayCount { prices[participant * problem.dayCount + day] += price(row) }
            }
        }
        for (index, cut) in cuts.enumerated() {
            for type in cut.types {
                prices[resources.typeBase + type * problem.dayCount + cut.day] +=
                    price(rows.ofCut[index])
            }
        }
        var placements = meetingOf.indices.filter { found.values[$0] > 1e-6 }.map {
            (meeting: Int(meetingOf[$0]), day: Int(dayOf[$0]), share: found.values[$0])
        }
        placements.sort { (-$0.share, $0.meeting, $0.day) < (-$1.share, $1.meeting, $1.day) }
        return Solution(prices: prices, placements: placements)
    }
}
