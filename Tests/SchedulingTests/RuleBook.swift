import Scheduling

/// The rules of a valid programme and its value, counted straight from their definitions: slow, simple, and sharing
/// nothing with the engine.
struct RuleBook {
    let problem: MeetingProblem

    /// What a programme breaks; empty when it is valid.
    func violations(_ placements: [Placement?]) -> [String] {
        var found: [String] = []
        for (index, meeting) in problem.meetings.enumerated() {
            guard let placement = placements[index] else {
                if meeting.isRequired { found.append("required \(index) unplaced") }
                continue
            }
            found += alone(index, meeting, placement, placements)
        }
        for person in problem.participants.indices { found += participant(person, placements) }
        for interpreter in problem.interpreters.indices { found += self.interpreter(interpreter, placements) }
        for slot in problem.slotDays.indices {
            for hall in 0..<problem.hallCount {
                let seated = problem.meetings.indices.count { index in
                    placements[index]?.slot == slot && placements[index]?.hall == hall && stand(index) == nil
                }
                if seated > problem.tables[hall][slot] { found.append("tables of \(hall) in \(slot)") }
            }
        }
        return found
    }

    private func stand(_ index: Int) -> Int? {
        let meeting = problem.meetings[index]
        return problem.participants[meeting.b].standHall ?? problem.participants[meeting.a].standHall
    }

    private func alone(
        _ index: Int,
        _ meeting: MeetingProblem.Meeting,
        _ placement: Placement,
        _ placements: [Placement?]
    ) -> [String] {
        var found: [String] = []
        if let session = meeting.session, problem.slotSessions[placement.slot] != session {
            found.append("session of \(index)")
        }
        if let fixed = meeting.fixedSlot, fixed != placement.slot { found.append("fixed slot of \(index)") }
        if let stand = stand(index), placement.hall != stand { found.append("stand of \(index)") }
        if placement.hall == nil, problem.hallCount > 0 { found.append("hall of \(index)") }
        for earlier in meeting.after {
            if placements[earlier].map({ $0.slot >= placement.slot }) ?? true {
                found.append("order of \(index)")
            }
        }
        let one = problem.participants[meeting.a].languages
        let other = problem.participants[meeting.b].languages
        let isNeeded = !one.isEmpty && !other.isEmpty && Set(one).isDisjoint(with: other)
        if isNeeded != (placement.interpreter != nil) { found.append("interpreter of \(index)") }
        if isNeeded, let interpreter = placement.interpreter {
            let serves = problem.interpreters[interpreter].pairs.contains { pair in
                (one.contains(pair[0]) && other.contains(pair[1]))
                    || (one.contains(pair[1]) && other.contains(pair[0]))
            }
            if !serves { found.append("language pair of \(index)") }
        }
        return found
    }

    private func own(_ person: Int, _ placements: [Placement?]) -> [(slot: Int, hall: Int?)] {
        problem.meetings.indices.filter {
            problem.meetings[$0].a == person || problem.meetings[$0].b == person
        }
        .compactMap { placements[$0].map { (slot: $0.slot, hall: $0.hall) } }.sorted { $0.slot < $1.slot }
    }

    private func participant(_ person: Int, _ placements: [Placement?]) -> [String] {
        let facts = problem.participants[person]
        let own = own(person, placements)
        var found: [String] = []
        for slot in problem.slotDays.indices {
            let count = own.count { $0.slot == slot }
            if count > facts.parallel { found.append("\(person) twice in \(slot)") }
            if count > 0, facts.unavailable.contains(slot) {
                found.append("\(person) unavailable in \(slot)")
            }
        }
        if let most = facts.maxMeetings, own.count > most { found.append("limit of \(person)") }
        guard facts.parallel == 1 else { return found }
        for one in own {
            for other in own
            where other.slot > one.slot && problem.slotDays[one.slot] == problem.slotDays[other.slot] {
                guard let from = one.hall, let to = other.hall else { continue }
                if other.slot - one.slot - 1 < problem.walk[from * problem.hallCount + to] {
                    found.append("walk of \(person) to \(other.slot)")
                }
            }
        }
        return found
    }

    private func interpreter(_ index: Int, _ placements: [Placement?]) -> [String] {
        let facts = problem.interpreters[index]
        let slots = placements.compactMap { $0?.interpreter == index ? $0?.slot : nil }.sorted()
        var found: [String] = []
        if Set(slots).count < slots.count { found.append("interpreter \(index) twice") }
        if !Set(slots).isDisjoint(with: facts.unavailable) {
            found.append("interpreter \(index) unavailable")
        }
        if let most = facts.maxConsecutive {
            for slot in slots {
                let run = (slot...slot + most).filter { next in
                    slots.contains(next) && next < problem.slotDays.count
                        && problem.slotDays[next] == problem.slotDays[slot]
                }
                if run.count > most { found.append("rest of interpreter \(index)") }
            }
        }
        return found
    }

    func value(_ placements: [Placement?]) -> SolutionValue {
        var value = SolutionValue()
        for (index, placement) in placements.enumerated() where placement != nil {
            value.placed += 1
            value.placedWeight += problem.meetings[index].weight
        }
        for person in problem.participants.indices {
            let own = own(person, placements)
            for (one, next) in zip(own, own.dropFirst())
            where problem.slotDays[one.slot] == problem.slotDays[next.slot] {
                if next.slot > one.slot + 1 {
                    value.breaks += 1
                    value.idleSlots += next.slot - one.slot - 1
                }
                if problem.participants[person].parallel == 1, one.hall != next.hall {
                    value.hallChanges += 1
                }
            }
        }
        value.worstShare = shares(placements).min()
        return value
    }

    /// The placed share of everyone with at least three meetings.
    private func shares(_ placements: [Placement?]) -> [Double] {
        problem.participants.indices.compactMap { person in
            let own = problem.meetings.indices.filter {
                problem.meetings[$0].a == person || problem.meetings[$0].b == person
            }
            let asked = own.reduce(0) { $0 + problem.meetings[$1].weight }
            guard own.count >= 3, asked > 0 else { return nil }
            let placed = own.filter { placements[$0] != nil }.reduce(0) { $0 + problem.meetings[$1].weight }
            return Double(placed) / Double(asked)
        }
    }

    /// The greatest weight of any valid programme, and the greatest worst share at that weight, by trying everything.
    /// - Parameter isFair: Whether the share is wanted; without it much less has to be tried.
    func greatest(isFair: Bool = true) -> (weight: Int, worstShare: Double) {
        var best = (weight: 0, worstShare: shares(problem.meetings.map { _ in nil }).min() ?? 1)
        var placements = [Placement?](repeating: nil, count: problem.meetings.count)
        func place(_ index: Int, _ weight: Int) {
            let rest = problem.meetings[index...].reduce(0) { $0 + $1.weight }
            guard weight + rest > best.weight || (isFair && weight + rest == best.weight) else { return }
            if index == problem.meetings.count {
                let found = (weight, shares(placements).min() ?? 1)
                if found > best, violations(placements).isEmpty { best = found }
                return
            }
            let halls: [Int?] = stand(index).map { [$0] } ?? Array(0..<problem.hallCount)
            let interpreters: [Int?] = [nil] + Array(problem.interpreters.indices)
            for slot in problem.slotDays.indices {
                for hall in halls {
                    for interpreter in interpreters {
                        placements[index] = Placement(slot: slot, hall: hall, interpreter: interpreter)
                        // Meetings still to come may be what a predecessor rule asks for; the rest must hold already.
                        let broken = violations(placements).filter { !$0.hasPrefix("order") }
                        if broken.isEmpty { place(index + 1, weight + problem.meetings[index].weight) }
                    }
                }
            }
            placements[index] = nil
            place(index + 1, weight)
        }
        place(0, 0)
        return best
    }
}
