extension MeetingProblem {
    /// What a bound on this problem's placed weight proves about the problem after the change; nil when nothing.
    ///
    /// - A programme that is valid after availability, interpreters or halls were lost was valid before: the bound stays.
    /// - A declined meeting that nothing waits for and nobody requires leaves a programme that was valid before.
    /// - Take from a valid programme its new meetings, or those of a participant in newly opened slots: without order,
    ///   required meetings and fairness, what is left was valid before. So the bound grows by the most they can weigh.
    ///
    /// - Returns: nil also when the problem contradicts itself before or after the change.
    /// - Complexity: O(size of the problem + meetings · log meetings).
    public func weightBound(_ bound: Int, after change: ProblemChange) -> Int? {
        do { try applying(change).validate() } catch { return nil }
        return provenBound(bound, after: change)
    }

    /// Of a problem that is valid before and after the change.
    private func provenBound(_ bound: Int, after change: ProblemChange) -> Int? {
        func raised(by more: Int) -> Int? {
            let (sum, isOver) = bound.addingReportingOverflow(more)
            return isOver ? nil : sum
        }
        switch change {
        case .lateArrival, .departure, .interpreterAbsence, .hallClosure:
            return bound
        case .decline(let declined):
            let off = Set(declined)
            let wereFree = declined.allSatisfy { meetings.indices.contains($0) && !meetings[$0].isRequired }
            let areAwaited = meetings.contains { $0.after.contains(where: off.contains) }
            return wereFree && !areAwaited ? bound : nil
        case .lateRegistration(let newcomers, let added):
            guard isMonotone, added.allSatisfy({ !$0.isRequired && $0.after.isEmpty }) else { return nil }
            return raised(by: mostWeight(of: added, newcomers: newcomers))
        case .widenedAvailability(let who, let slots):
            guard isMonotone else { return nil }
            // Once for each participant, however often it is named.
            return raised(by: Set(who).reduce(0) { $0 + mostWeight(of: $1, in: slots) })
        }
    }

    /// Whether a part of a valid programme is always valid.
    private var isMonotone: Bool {
        fairness == nil && meetings.allSatisfy { !$0.isRequired && $0.after.isEmpty }
    }

    /// A newcomer has no more meetings than its limit and its free slots allow; each new meeting counts at one of them.
    private func mostWeight(of added: [Meeting], newcomers: [Participant]) -> Int {
        var total = 0
        var weights = newcomers.map { _ in [Int]() }
        for meeting in added {
            let sides = [meeting.a, meeting.b].map { $0 - participants.count }
            if let side = sides.first(where: weights.indices.contains) {
                weights[side].append(meeting.weight)
            } else {
                total += meeting.weight
            }
        }
        for (newcomer, own) in zip(newcomers, weights) {
            let free = slotDays.count - Set(newcomer.unavailable).count
            let most = min(newcomer.maxMeetings ?? own.count, max(0, free) * newcomer.parallel)
            total += own.sorted(by: >).prefix(max(0, most)).reduce(0, +)
        }
        return total
    }

    private func mostWeight(of participant: Int, in slots: [Int]) -> Int {
        guard participants.indices.contains(participant) else { return 0 }
        let facts = participants[participant]
        let opened = Set(slots).intersection(facts.unavailable).count
        let own = meetings.filter { $0.a == participant || $0.b == participant }.map(\.weight)
        return own.sorted(by: >).prefix(opened * facts.parallel).reduce(0, +)
    }
}
