/// The linear relaxation of a problem by day: each meeting is spread over the days; only the resources of a day bind
/// (`DayResources`), interpreters by the conditions that the solution would break (`InterpreterCut`).
///
/// Its value bounds the weight of every valid programme; at expo scale its solution is nearly always whole, so it also says
/// which meetings a best programme holds on which day.
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

    /// - Parameters:
    ///   - known: A programme to start from.
    ///   - rounds: How often conditions on interpreters may be added.
    /// - Returns: nil when cancelled, or when the required meetings cannot all be held.
    mutating func solved(from known: SearchState?, rounds: Int = 8, isCancelled: () -> Bool) -> Solution? {
        var full = known.map { columns(of: $0) } ?? []
        for round in 0..<rounds {
            if isCancelled() { return nil }
            let (programme, rows) = formulated()
            guard let found = programme.solved(from: full, isCancelled: isCancelled) else { return nil }
            full = found.values.indices.filter { found.values[$0] > 0.5 }
            let broken = round + 1 < rounds ? violated(found.values) : []
            if broken.isEmpty { return solution(found, rows) }
            cuts += broken
        }
        return nil
    }

    /// The columns of what the programme holds.
    private func columns(of state: SearchState) -> [Int] {
        meetingOf.indices.filter {
            let slot = state.slotOf[Int(meetingOf[$0])]
            return slot >= 0 && problem.dayOfSlot[Int(slot)] == dayOf[$0]
        }
    }

    /// Which row each resource and each cut has; -1 where a resource cannot bind.
    private struct Rows {
        var ofResource: [Int32]
        var ofCut: [Int32]
    }

    private func formulated() -> (LinearProgram, Rows) {
        var programme = LinearProgram()
        var demand = [Double](repeating: 0, count: resources.capacity.count)
        for column in meetingOf.indices { forEachResource(column) { demand[$0] += 1 } }
        var rows = Rows(ofResource: [Int32](repeating: -1, count: demand.count), ofCut: [])
        for resource in demand.indices where demand[resource] > resources.capacity[resource] {
            rows.ofResource[resource] = programme.addRow(capacity: resources.capacity[resource])
        }
        rows.ofCut = cuts.map { programme.addRow(capacity: $0.capacity) }
        let cutsOf = (0..<problem.dayCount * problem.classCount).map { index in
            cuts.indices.filter {
                cuts[$0].day == index % problem.dayCount
                    && cuts[$0].classes.contains(index / problem.dayCount)
            }
        }
        var last = -1
        var own: Int32 = -1
        var used: [Int32] = []
        for column in meetingOf.indices {
            let meeting = Int(meetingOf[column])
            if meeting != last {
                last = meeting
                own = programme.addRow(capacity: 1, atLeast: problem.required[meeting] ? 1 : -.infinity)
            }
            used.removeAll(keepingCapacity: true)
            used.append(own)
            forEachResource(column) { if rows.ofResource[$0] >= 0 { used.append(rows.ofResource[$0]) } }
            let number = Int(problem.interpreterClass[meeting])
            if number >= 0 {
                used += cutsOf[number * problem.dayCount + Int(dayOf[column])].map { rows.ofCut[$0] }
            }
            programme.addColumn(weight: Double(problem.weight[meeting]), rows: used)
        }
        return (programme, rows)
    }

    /// The resources other than interpreters that a meeting takes on a day.
    @inline(__always)
    private func forEachResource(_ column: Int, _ body: (Int) -> Void) {
        let (meeting, day) = (Int(meetingOf[column]), Int(dayOf[column]))
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            body(side * problem.dayCount + day)
            body(resources.limitBase + side)
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

    private func solution(_ found: LinearProgram.Solution, _ rows: Rows) -> Solution {
        var prices = rows.ofResource.map { $0 >= 0 ? max(0, found.prices[Int($0)]) : 0 }
        for (index, cut) in cuts.enumerated() {
            for type in cut.types {
                prices[resources.typeBase + type * problem.dayCount + cut.day] +=
                    max(0, found.prices[Int(rows.ofCut[index])])
            }
        }
        var placements = meetingOf.indices.filter { found.values[$0] > 1e-6 }.map {
            (meeting: Int(meetingOf[$0]), day: Int(dayOf[$0]), share: found.values[$0])
        }
        placements.sort { (-$0.share, $0.meeting, $0.day) < (-$1.share, $1.meeting, $1.day) }
        return Solution(prices: prices, placements: placements)
    }
}
