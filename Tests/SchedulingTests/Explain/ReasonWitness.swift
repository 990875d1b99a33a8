import Scheduling

/// Whether what the engine says of an unplaced meeting is true of a programme, counted with the rule book.
struct ReasonWitness {
    let problem: MeetingProblem
    let placements: [Placement?]

    func holds(_ cause: UnplacedCause, of index: Int) -> Bool {
        let meeting = problem.meetings[index]
        let sides = [meeting.a, meeting.b]
        switch cause {
        case .noCommonSlot:
            return commonSlots(index).isEmpty
        case .noCommonSlotInSession:
            return !commonSlots(index).isEmpty && fittingSlots(index).isEmpty
        case .noInterpreterAvailable:
            return !fittingSlots(index).isEmpty
                && fittingSlots(index).allSatisfy { isUninterpreted(index, slot: $0) }
        case .limitReached(let person):
            return sides.contains(person)
                && meetings(of: person).count == problem.participants[person].maxMeetings
        case .participantFull(let person):
            return sides.contains(person) && possibleSlots(index).allSatisfy { isFull(person, slot: $0) }
        case .noFreeSlotInCommon:
            return possibleSlots(index).allSatisfy { slot in sides.contains { isFull($0, slot: slot) } }
        case .predecessorUnplaced(let earlier):
            return meeting.after.contains(earlier) && placements[earlier] == nil
        case .predecessorTooLate(let earlier):
            return meeting.after.contains(earlier) && everywhere(index, ["order of \(index)"])
        case .noTableFree: return everywhere(index, ["tables of"])
        case .interpretersTaken: return everywhere(index, ["language pair", "unavailable", "twice"])
        case .interpretersResting:
            return everywhere(index, ["language pair", "unavailable", "twice", "rest of"])
        case .walkTooLong: return everywhere(index, ["walk of", "tables of"])
        case .hindered: return !fits(index)
        case .leftOut: return fits(index)
        }
    }

    /// Without the rivals both sides have a slot and stay within their limits.
    func makesWay(_ unplaced: UnplacedMeeting) -> Bool {
        guard !unplaced.rivals.isEmpty else { return unplaced.excess == nil }
        var without = placements
        for rival in unplaced.rivals { without[rival] = nil }
        let weight = unplaced.rivals.reduce(0) { $0 + problem.meetings[$1].weight }
        let witness = ReasonWitness(problem: problem, placements: without)
        let sides = [problem.meetings[unplaced.meeting].a, problem.meetings[unplaced.meeting].b]
        let isWithinLimits = sides.allSatisfy { side in
            witness.meetings(of: side).count < problem.participants[side].maxMeetings ?? .max
        }
        let hasSlot = possibleSlots(unplaced.meeting).contains { slot in
            sides.allSatisfy { !witness.isFull($0, slot: slot) }
        }
        return isWithinLimits && hasSlot
            && unplaced.rivals.allSatisfy { placements[$0] != nil }
            && unplaced.excess == weight - problem.meetings[unplaced.meeting].weight
    }

    /// Whether some slot, hall and interpreter take the meeting as everything else stands.
    func fits(_ index: Int) -> Bool {
        problem.slotDays.indices.contains { slot in broken(index, slot: slot).contains { $0.isEmpty } }
    }

    // MARK: - Slots

    private func commonSlots(_ index: Int) -> [Int] {
        let meeting = problem.meetings[index]
        return problem.slotDays.indices.filter { slot in
            [meeting.a, meeting.b].allSatisfy { !problem.participants[$0].unavailable.contains(slot) }
        }
    }

    private func fittingSlots(_ index: Int) -> [Int] {
        let meeting = problem.meetings[index]
        return commonSlots(index).filter { slot in
            (meeting.session == nil || meeting.session == problem.slotSessions[slot])
                && (meeting.fixedSlot == nil || meeting.fixedSlot == slot)
        }
    }

    /// Slots in which the meeting could be if it were the only one.
    private func possibleSlots(_ index: Int) -> [Int] {
        let alone = ReasonWitness(problem: problem, placements: placements.map { _ in nil })
        return fittingSlots(index).filter { slot in
            alone.broken(index, slot: slot).contains { $0.allSatisfy { $0.hasPrefix("order") } }
        }
    }

    private func isUninterpreted(_ index: Int, slot: Int) -> Bool {
        broken(index, slot: slot).allSatisfy { violations in
            violations.contains { $0.contains("unavailable") || $0.contains("language pair") }
        }
    }

    /// Whether every way of placing the meeting in a slot that both sides have free breaks one of the rules.
    private func everywhere(_ index: Int, _ rules: [String]) -> Bool {
        let meeting = problem.meetings[index]
        return possibleSlots(index)
            .filter { slot in ![meeting.a, meeting.b].contains { isFull($0, slot: slot) } }
            .allSatisfy { slot in
                broken(index, slot: slot).allSatisfy { violations in
                    rules.contains { rule in violations.contains { $0.contains(rule) } }
                }
            }
    }

    /// For every hall and interpreter that could do, the rules that the meeting would break in the slot.
    private func broken(_ index: Int, slot: Int) -> [[String]] {
        let rules = RuleBook(problem: problem)
        let meeting = problem.meetings[index]
        let (one, other) = (problem.participants[meeting.a], problem.participants[meeting.b])
        let isInterpreted =
            !one.languages.isEmpty && !other.languages.isEmpty
            && Set(one.languages).isDisjoint(with: other.languages)
        let interpreters: [Int?] = isInterpreted ? problem.interpreters.indices.map { $0 } : [nil]
        let stand = other.standHall ?? one.standHall
        let halls = stand.map { [$0] } ?? Array(0..<problem.hallCount)
        return halls.flatMap { hall in
            interpreters.map { interpreter in
                var changed = placements
                changed[index] = Placement(slot: slot, hall: hall, interpreter: interpreter)
                return rules.violations(changed)
            }
        }
    }

    // MARK: - Participants

    private func meetings(of person: Int) -> [Int] {
        problem.meetings.indices.filter {
            placements[$0] != nil && (problem.meetings[$0].a == person || problem.meetings[$0].b == person)
        }
    }

    private func isFull(_ person: Int, slot: Int) -> Bool {
        meetings(of: person).count { placements[$0]?.slot == slot } == problem.participants[person].parallel
    }
}

/// Breaks of each participant, counted from their definition.
struct BreakCount {
    let problem: MeetingProblem
    let placements: [Placement?]

    var perParticipant: [Int] {
        problem.participants.indices.map { person in
            let busy = Set(
                problem.meetings.indices.filter {
                    problem.meetings[$0].a == person || problem.meetings[$0].b == person
                }.compactMap { placements[$0]?.slot }
            ).sorted()
            return zip(busy, busy.dropFirst()).count { one, next in
                next > one + 1 && problem.slotDays[one] == problem.slotDays[next]
            }
        }
    }
}
