import Foundation
import Scheduling

/// Time and outcome of replanning a programme after each kind of change.
struct ReplanBenchmark {
    let problem: MeetingProblem
    let solution: ProgrammeSolution
    /// First slot that is not frozen, for the changes that happen during the expo.
    let now: Int

    /// Solves the problem once; every change starts from that programme.
    init(_ problem: MeetingProblem, seconds limit: Double) throws {
        self.problem = problem
        let start = ContinuousClock.now
        solution = try Scheduler.solve(
            problem,
            settings: .init(seed: 1),
            share: { Self.seconds(since: start) / limit },
            report: { _ in }
        )
        now = 4
    }

    /// Prints one line for each change.
    func printTable() throws {
        print(
            "change\tms\tweight before\tafter\tbound\tdisplaced\tlost\tnew\tmoved\tat least\treinterpreted\tsteps"
        )
        for (name, change) in changes {
            let start = ContinuousClock.now
            let request = try ReplanRequest(
                original: problem,
                changes: [change],
                previous: solution.placements,
                now: now,
                weightBound: solution.weightBound
            )
            let replan = try Replanner.replan(request)
            let milliseconds = Self.seconds(since: start) * 1000
            let difference = replan.difference
            print(
                name,
                String(format: "%.0f", milliseconds),
                replan.previousWeight,
                replan.value.placedWeight,
                replan.weightBound,
                displaced(request),
                difference.lost.count,
                difference.added.count,
                replan.moves,
                replan.movesBound,
                difference.reinterpreted.count,
                replan.steps,
                separator: "\t"
            )
        }
        try printWalkIn()
    }

    /// Meetings whose old slot is closed to one of their sides, or whose interpreter is away.
    private func displaced(_ request: ReplanRequest) -> Int {
        let closed = request.problem.participants.map { Set($0.unavailable) }
        let away = request.problem.interpreters.map { Set($0.unavailable) }
        return request.previous.indices.count { index in
            guard let placement = request.previous[index], placement.slot >= now else { return false }
            let meeting = request.problem.meetings[index]
            return closed[meeting.a].contains(placement.slot) || closed[meeting.b].contains(placement.slot)
                || placement.interpreter.map { away[$0].contains(placement.slot) } ?? false
        }
    }

    private var changes: [(name: String, change: ProblemChange)] {
        let day = problem.slotDays.prefix { $0 == problem.slotDays[0] }.count
        let busiest = byMeetings
        let delegation = Array(
            busiest.filter { problem.participants[$0].standHall == nil }.dropFirst(20).prefix(50)
        )
        let interpreter = problem.interpreters.indices.max { one, other in
            solution.placements.count { $0?.interpreter == one }
                < solution.placements.count { $0?.interpreter == other }
        }
        let declined = solution.placements.indices.filter { (solution.placements[$0]?.slot ?? 0) >= now }
        return [
            ("busiest a day late", .lateArrival(participants: [busiest[0]], firstSlot: day)),
            ("buyer a day late", .lateArrival(participants: [delegation[0]], firstSlot: day)),
            ("busiest leaves", .departure(participants: [busiest[0]], fromSlot: 0)),
            (
                "interpreter ill",
                .interpreterAbsence(interpreter: interpreter ?? 0, slots: Array(problem.slotDays.indices))
            ),
            ("meeting declined", .decline(meetings: [declined[declined.count / 2]])),
            (
                "availability widened",
                .widenedAvailability(participants: [delegation[1]], slots: Array(problem.slotDays.indices))
            ),
            ("delegation of 50 late", .lateArrival(participants: delegation, firstSlot: day)),
            ("hall closed 2 h", .hallClosure(hall: 0, slots: Array(day + 4..<day + 8))),
            ("50 late registrations", registrations(participants: 50, meetings: 400)),
        ]
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let elapsed = start.duration(to: .now).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    }

    private var byMeetings: [Int] {
        var count = [Int](repeating: 0, count: problem.participants.count)
        for (index, placement) in solution.placements.enumerated() where placement != nil {
            count[problem.meetings[index].a] += 1
            count[problem.meetings[index].b] += 1
        }
        return count.indices.sorted { (count[$1], $0) < (count[$0], $1) }
    }

    private func registrations(participants: Int, meetings: Int) -> ProblemChange {
        var chance = Chance(seed: 7)
        let exhibitors = problem.participants.indices.filter { problem.participants[$0].standHall != nil }
        let tongues = problem.participants.map(\.languages).filter { !$0.isEmpty }
        let newcomers = (0..<participants).map { _ in
            MeetingProblem.Participant(languages: tongues[chance.below(tongues.count)])
        }
        var seen: Set<[Int]> = []
        var requests: [MeetingProblem.Meeting] = []
        while requests.count < meetings {
            let a = problem.participants.count + chance.below(participants)
            let b = exhibitors[chance.below(exhibitors.count)]
            guard seen.insert([a, b]).inserted else { continue }
            requests.append(.init(a: a, b: b, weight: 1 + chance.below(8)))
        }
        return .lateRegistration(participants: newcomers, meetings: requests)
    }

    /// The busiest asks whom it can meet in an hour (two slots) of the third day; so does a newcomer.
    private func printWalkIn() throws {
        var start = ContinuousClock.now
        let walkIn = try WalkIn(problem, placements: solution.placements)
        let preparation = String(format: "%.0f ms", Self.seconds(since: start) * 1000)
        print("walk-in prepared", preparation, separator: "\t")
        let day = problem.slotDays.prefix { $0 == problem.slotDays[0] }.count
        let visitors: [WalkIn.Visitor] = [
            .participant(byMeetings[0]), .participant(byMeetings[byMeetings.count / 2]),
            .newcomer(.init(languages: problem.participants[0].languages)),
        ]
        for visitor in visitors {
            start = ContinuousClock.now
            let options = walkIn.options(for: visitor, slots: 2 * day + 2..<2 * day + 4)
            let milliseconds = String(format: "%.2f ms", Self.seconds(since: start) * 1000)
            print("walk-in", milliseconds, "options \(options.count)", separator: "\t")
        }
    }
}
