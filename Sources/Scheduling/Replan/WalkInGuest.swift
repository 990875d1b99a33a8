/// The visitor of a walk-in, as the programme has it.
struct WalkInGuest {
    let number: Int?
    let facts: MeetingProblem.Participant
    private let isFreeInSlot: [Bool]
    /// Participants it already meets.
    private let partners: Set<Int>

    /// nil when the problem does not have the participant, or the hall of its stand.
    init?(_ visitor: WalkIn.Visitor, _ walkIn: WalkIn) {
        let state = walkIn.state
        let slots = 0..<state.problem.slotCount
        switch visitor {
        case .newcomer(let facts):
            guard facts.standHall.map((0..<walkIn.problem.hallCount).contains) ?? true else { return nil }
            number = nil
            self.facts = facts
            let closed = Set(facts.unavailable)
            isFreeInSlot = slots.map { !closed.contains($0) && facts.maxMeetings ?? 1 > 0 }
            partners = []
        case .participant(let index):
            guard walkIn.problem.participants.indices.contains(index) else { return nil }
            number = index
            facts = walkIn.problem.participants[index]
            let isBelowLimit = state.total[index] < state.problem.maxMeetings[index]
            isFreeInSlot = slots.map { slot in
                let word = index * state.problem.dayCount + Int(state.problem.dayOfSlot[slot])
                let bit: UInt64 = 1 << UInt64(state.problem.bitOfSlot[slot])
                return isBelowLimit && walkIn.available[word] & ~state.full[word] & bit != 0
            }
            partners = Set(
                slots.flatMap { state.meetings(of: index, slot: $0) }.filter { $0 >= 0 }.flatMap { meeting in
                    [Int(state.problem.sideA[Int(meeting)]), Int(state.problem.sideB[Int(meeting)])]
                }
            )
        }
    }

    func isFree(in slot: Int) -> Bool { isFreeInSlot[slot] }

    func mayMeet(_ other: Int) -> Bool { other != number && !partners.contains(other) }
}

/// Who could interpret between the visitor and others, remembered for each set of languages and slot.
struct WalkInInterpreters {
    enum Answer {
        case notNeeded
        case none
        case free(Int)
    }

    private let walkIn: WalkIn
    private let languages: Set<Int>
    private var known: [Answer?]

    init(guest: WalkInGuest, _ walkIn: WalkIn) {
        self.walkIn = walkIn
        languages = Set(guest.facts.languages)
        known = [Answer?](repeating: nil, count: walkIn.tongues.count * walkIn.problem.slotDays.count)
    }

    mutating func answer(for tongue: Int32, slot: Int) -> Answer {
        let index = Int(tongue) * walkIn.problem.slotDays.count + slot
        if let answer = known[index] { return answer }
        let answer = find(Set(walkIn.tongues[Int(tongue)]), slot: slot)
        known[index] = answer
        return answer
    }

    private func find(_ other: Set<Int>, slot: Int) -> Answer {
        guard !languages.isEmpty, !other.isEmpty, languages.isDisjoint(with: other) else { return .notNeeded }
        let compiled = walkIn.state.problem
        for position in 0..<compiled.interpreterCount {
            let word = walkIn.state.freeInterpreters[slot * compiled.interpreterWords + position / 64]
            guard word & (1 << UInt64(position % 64)) != 0 else { continue }
            let index = Int(compiled.interpreterOrder[position])
            let serves = walkIn.problem.interpreters[index].pairs.contains { pair in
                (languages.contains(pair[0]) && other.contains(pair[1]))
                    || (languages.contains(pair[1]) && other.contains(pair[0]))
            }
            if serves, walkIn.state.restsEnough(position, with: slot) { return .free(index) }
        }
        return .none
    }
}
