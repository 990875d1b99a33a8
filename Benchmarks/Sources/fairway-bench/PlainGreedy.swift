import Scheduling

/// What anyone would do first, and the floor to beat: the weightiest request into its earliest slot.
enum PlainGreedy {
    static func placedWeight(_ problem: MeetingProblem) -> Int {
        let slots = problem.slotDays.count
        var load = problem.participants.map { _ in [Int](repeating: 0, count: slots) }
        var total = problem.participants.map { _ in 0 }
        var tables = problem.tables
        var free = problem.interpreters.map { interpreter in
            (0..<slots).map { !interpreter.unavailable.contains($0) }
        }
        let closed = problem.participants.map { Set($0.unavailable) }
        var weight = 0
        let order = problem.meetings.indices.sorted {
            (-problem.meetings[$0].weight, $0) < (-problem.meetings[$1].weight, $1)
        }
        for index in order {
            let meeting = problem.meetings[index]
            let sides = [meeting.a, meeting.b]
            guard sides.allSatisfy({ total[$0] < problem.participants[$0].maxMeetings ?? .max }) else {
                continue
            }
            let stand = problem.participants[meeting.b].standHall ?? problem.participants[meeting.a].standHall
            let (one, other) = (
                problem.participants[meeting.a].languages, problem.participants[meeting.b].languages
            )
            let needs = Set(one).isDisjoint(with: other) && !one.isEmpty && !other.isEmpty
            for slot in 0..<slots {
                guard
                    sides.allSatisfy({
                        load[$0][slot] < problem.participants[$0].parallel && !closed[$0].contains(slot)
                    })
                else { continue }
                let hall = stand ?? tables.indices.first { tables[$0][slot] > 0 }
                guard let hall else { continue }
                var chosen: Int?
                if needs {
                    chosen = problem.interpreters.indices.first { index in
                        free[index][slot]
                            && problem.interpreters[index].pairs.contains { pair in
                                (one.contains(pair[0]) && other.contains(pair[1]))
                                    || (one.contains(pair[1]) && other.contains(pair[0]))
                            }
                    }
                    guard let chosen else { continue }
                    free[chosen][slot] = false
                }
                if stand == nil { tables[hall][slot] -= 1 }
                for side in sides {
                    load[side][slot] += 1
                    total[side] += 1
                }
                weight += meeting.weight
                break
            }
        }
        return weight
    }
}
