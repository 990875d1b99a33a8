import FairwayCore
import Scheduling

/// A problem in plain numbers as an instance with identifiers (`P3`, `H0`, `I1`, `M12`, `s1`, `l2`), so that the checker,
/// which knows nothing of the engine, can judge what the engine makes.
enum ProblemDescription {
    static func instance(_ problem: MeetingProblem) -> ProgrammeInstance {
        ProgrammeInstance(
            name: "fuzz",
            slots: zip(problem.slotDays, problem.slotSessions).map { day, session in
                .init(day: day, session: session.map { "s\($0)" })
            },
            participants: problem.participants.enumerated().map { index, person in
                .init(
                    id: "P\(index)",
                    languages: person.languages.map { "l\($0)" },
                    unavailable: person.unavailable,
                    parallel: person.parallel,
                    maxMeetings: person.maxMeetings,
                    stand: person.standHall.map { "H\($0)" }
                )
            },
            halls: problem.tables.enumerated().map { .init(id: "H\($0)", tables: $1) },
            walk: walk(problem),
            interpreters: problem.interpreters.enumerated().map { index, interpreter in
                .init(
                    id: "I\(index)",
                    pairs: interpreter.pairs.map { $0.map { "l\($0)" } },
                    unavailable: interpreter.unavailable,
                    maxConsecutive: interpreter.maxConsecutive
                )
            },
            meetings: problem.meetings.enumerated().map { index, meeting in
                .init(
                    id: "M\(index)",
                    a: "P\(meeting.a)",
                    b: "P\(meeting.b)",
                    weight: meeting.weight,
                    required: meeting.isRequired,
                    session: meeting.session.map { "s\($0)" },
                    fixed: meeting.fixedSlot,
                    after: meeting.after.map { "M\($0)" }
                )
            },
            fairness: problem.fairness
        )
    }

    private static func walk(_ problem: MeetingProblem) -> [String: [String: Int]] {
        var walk: [String: [String: Int]] = [:]
        guard problem.walk.count == problem.hallCount * problem.hallCount else { return walk }
        for from in 0..<problem.hallCount {
            for to in 0..<problem.hallCount where problem.walk[from * problem.hallCount + to] != 0 {
                walk["H\(from)", default: [:]]["H\(to)"] = problem.walk[from * problem.hallCount + to]
            }
        }
        return walk
    }

    /// A programme with the value that the checker counts, so that only broken rules are left to find.
    static func programme(_ placements: [Placement?], of instance: ProgrammeInstance, bound: Int)
        -> ProgrammeFile
    {
        var placed: [ProgrammeFile.Meeting] = []
        var unplaced: [ProgrammeFile.Unplaced] = []
        for (index, placement) in placements.enumerated() {
            guard let placement else {
                unplaced.append(.init(id: "M\(index)", reason: "none"))
                continue
            }
            placed.append(
                .init(
                    id: "M\(index)",
                    slot: placement.slot,
                    hall: placement.hall.map { "H\($0)" },
                    interpreter: placement.interpreter.map { "I\($0)" }
                )
            )
        }
        return ProgrammeFile(
            instance: instance.name,
            status: .feasible,
            meetings: placed,
            unplaced: unplaced,
            value: .init(),
            bound: .init(placedWeight: bound, breaks: nil),
            seconds: 0
        )
    }

    /// What the checker has against placements, and the value it counts.
    static func verdict(_ placements: [Placement?], of problem: MeetingProblem, bound: Int = .max)
        -> (violations: [ProgrammeViolation], value: ProgrammeFile.Value)
    {
        let instance = instance(problem)
        var file = programme(placements, of: instance, bound: bound)
        file.value = ProgrammeChecker.check(file, against: instance).value
        return ProgrammeChecker.check(file, against: instance)
    }
}
