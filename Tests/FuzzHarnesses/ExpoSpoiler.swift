import FairwayCore
import Scheduling

/// Spoils one thing of a sound expo and says what the refusal must name.
enum ExpoSpoiler {
    typealias Change = @Sendable (inout MeetingProblem, inout ByteSource) -> Void

    /// A way to spoil a problem that has something to spoil; `name` stands in the refusal.
    struct Way: Sendable {
        var name: String
        var change: Change
    }

    static func way(_ problem: MeetingProblem, _ source: inout ByteSource) -> Way {
        var ways = slotWays + counts
        ways += problem.participants.isEmpty ? [] : participantWays(source.below(problem.participants.count))
        if !problem.tables.isEmpty { ways += hallWays(source.below(problem.hallCount)) }
        if problem.hallCount > 1 { ways.append(asymmetry) }
        if !problem.interpreters.isEmpty {
            ways += interpreterWays(source.below(problem.interpreters.count))
        }
        if !problem.meetings.isEmpty { ways += meetingWays(source.below(problem.meetings.count)) }
        return source.pick(ways)
    }

    private static func bad(_ source: inout ByteSource, outside range: ClosedRange<Int>) -> Int {
        let number = source.wildNumber()
        return range.contains(number) ? range.upperBound &+ 1 : number
    }

    private static let slotWays: [Way] = [
        Way(name: "slot") { problem, _ in
            problem.slotDays = []
            problem.slotSessions = []
            problem.tables = problem.tables.map { _ in [] }
        },
        Way(name: "slots[") { problem, _ in
            problem.slotDays.append((problem.slotDays.last ?? 0) - 1)
        },
        Way(name: "slotSessions") { problem, _ in problem.slotSessions.append(0) },
        Way(name: "slotSessions[0]") { problem, _ in problem.slotSessions[0] = -1 },
        Way(name: "walk") { problem, _ in problem.walk.append(0) },
        Way(name: "fairness") { problem, source in
            problem.fairness = bad(&source, outside: 0...ProblemLimits.maxCount)
        },
        Way(name: "slots of day") { problem, _ in
            let more = 65
            problem.slotDays += [Int](repeating: 9, count: more)
            problem.slotSessions += [Int?](repeating: nil, count: more)
            problem.tables = problem.tables.map { $0 + [Int](repeating: 0, count: more) }
        },
    ]

    private static let counts: [Way] = [
        Way(name: "slots:") { problem, _ in
            let more = ProblemLimits.maxSlots
            problem.slotDays += (0..<more).map { 9 + $0 / 64 }
            problem.slotSessions += [Int?](repeating: nil, count: more)
            problem.tables = problem.tables.map { $0 + [Int](repeating: 0, count: more) }
        },
        Way(name: "participants:") { problem, _ in
            problem.participants += [MeetingProblem.Participant](
                repeating: .init(),
                count: ProblemLimits.maxParticipants
            )
        },
        Way(name: "interpreters:") { problem, _ in
            problem.interpreters += [MeetingProblem.Interpreter](
                repeating: .init(pairs: []),
                count: ProblemLimits.maxInterpreters + 1
            )
        },
        Way(name: "halls:") { problem, _ in
            problem.tables = [[Int]](
                repeating: [Int](repeating: 0, count: problem.slotDays.count),
                count: ProblemLimits.maxHalls + 1
            )
        },
    ]

    private static func participantWays(_ who: Int) -> [Way] {
        let name = "participants[\(who)]."
        return [
            Way(name: name + "unavailable") { problem, source in
                let number = bad(&source, outside: 0...problem.slotDays.count - 1)
                problem.participants[who].unavailable.append(number)
            },
            Way(name: name + "parallel") { problem, source in
                problem.participants[who].parallel = bad(&source, outside: 1...ProblemLimits.maxCount)
            },
            Way(name: name + "maxMeetings") { problem, source in
                problem.participants[who].maxMeetings = bad(&source, outside: 0...ProblemLimits.maxCount)
            },
            Way(name: "") { problem, source in
                problem.participants[who].standHall = bad(&source, outside: 0...max(0, problem.hallCount - 1))
            },
            Way(name: name + "languages") { problem, _ in
                problem.participants[who].languages = Array(0...ProblemLimits.maxLanguages)
            },
        ]
    }

    private static func hallWays(_ hall: Int) -> [Way] {
        [
            Way(name: "halls[\(hall)].tables") { problem, source in
                if source.chance(50) {
                    problem.tables[hall].removeLast()
                } else {
                    problem.tables[hall].append(1)
                }
            },
            Way(name: "halls[\(hall)].tables") { problem, source in
                problem.tables[hall][0] = bad(&source, outside: 0...ProblemLimits.maxCount)
            },
            Way(name: "walk[0]") { problem, source in
                problem.walk[0] = bad(&source, outside: 0...problem.slotDays.count)
            },
        ]
    }

    private static let asymmetry = Way(name: "walk from hall") { problem, _ in
        problem.walk[1] = problem.walk[problem.hallCount] == 0 ? 1 : 0
    }

    private static func interpreterWays(_ who: Int) -> [Way] {
        let name = "interpreters[\(who)]."
        return [
            Way(name: name + "unavailable") { problem, source in
                let number = bad(&source, outside: 0...problem.slotDays.count - 1)
                problem.interpreters[who].unavailable.append(number)
            },
            Way(name: name + "pairs") { problem, source in
                problem.interpreters[who].pairs.append(source.chance(50) ? [0] : [0, 1, 2])
            },
            Way(name: name + "maxConsecutive") { problem, source in
                problem.interpreters[who].maxConsecutive = bad(&source, outside: 1...ProblemLimits.maxCount)
            },
        ]
    }

    private static func meetingWays(_ meeting: Int) -> [Way] {
        let name = "meetings[\(meeting)]."
        return [
            Way(name: name + "sides") { problem, source in
                problem.meetings[meeting].a = bad(&source, outside: 0...problem.participants.count - 1)
            },
            Way(name: "same participant") { problem, _ in
                problem.meetings[meeting].a = problem.meetings[meeting].b
            },
            Way(name: name + "weight") { problem, source in
                problem.meetings[meeting].weight = bad(&source, outside: 1...ProblemLimits.maxWeight)
            },
            Way(name: name + "fixed") { problem, source in
                problem.meetings[meeting].fixedSlot = bad(&source, outside: 0...problem.slotDays.count - 1)
            },
            Way(name: name + "after") { problem, source in
                problem.meetings[meeting].after.append(
                    bad(&source, outside: 0...problem.meetings.count - 1)
                )
            },
            Way(name: "leads back") { problem, _ in problem.meetings[meeting].after.append(meeting) },
        ]
    }
}
