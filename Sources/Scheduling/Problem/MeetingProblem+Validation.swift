extension MeetingProblem {
    /// Checks every index, number and size once, so that the engine can trust them.
    ///
    /// What the inner loops rely on and this sees to: every index is within its array; slots stand in day order, at most 64
    /// a day; nobody meets itself; no order is circular; walks are symmetric; no number is negative; counts, weights and
    /// their products are small enough (`ProblemLimits`) that `Int32` holds every index and count, and sums of weights are
    /// exact. Two meetings of the same two participants are legal.
    /// - Complexity: O(size of the problem).
    public func validate() throws(ProblemError) {
        try size.validate()
        guard !slotDays.isEmpty else { throw .noSlots }
        for slot in slotDays.indices.dropFirst() where slotDays[slot] < slotDays[slot - 1] {
            throw .daysOutOfOrder(slot: slot)
        }
        try count("slotSessions", slotSessions.count, slotDays.count)
        try check("slotSessions", slotSessions.compactMap { $0 }, 0...ProblemLimits.maxCount)
        try count("walk", walk.count, hallCount * hallCount)
        for (hall, row) in tables.enumerated() {
            try count("halls[\(hall)].tables", row.count, slotDays.count)
            try check("halls[\(hall)].tables", row, 0...ProblemLimits.maxCount)
        }
        try check("walk", walk, 0...slotDays.count)
        for from in 0..<hallCount {
            for to in 0..<from where walk[from * hallCount + to] != walk[to * hallCount + from] {
                throw .walkNotSymmetric(from: from, to: to)
            }
        }
        if let fairness { try check("fairness", [fairness], 0...ProblemLimits.maxCount) }
        try validateParticipants()
        try validateInterpreters()
        try validateMeetings()
        try validateProducts()
    }

    private func validateParticipants() throws(ProblemError) {
        for (index, participant) in participants.enumerated() {
            func name(_ field: String) -> String { "participants[\(index)].\(field)" }
            try atMost(name("languages"), participant.languages.count, ProblemLimits.maxLanguages)
            try check(name("unavailable"), participant.unavailable, 0...slotDays.count - 1)
            try check(name("parallel"), [participant.parallel], 1...ProblemLimits.maxCount)
            if let limit = participant.maxMeetings {
                try check(name("maxMeetings"), [limit], 0...ProblemLimits.maxCount)
            }
            if let hall = participant.standHall {
                try check(name("stand"), [hall], 0...max(0, hallCount - 1))
            }
            if participant.standHall != nil, hallCount == 0 {
                throw .wrongCount(field: "halls", expected: 1, found: 0)
            }
        }
    }

    private func validateInterpreters() throws(ProblemError) {
        for (index, interpreter) in interpreters.enumerated() {
            func name(_ field: String) -> String { "interpreters[\(index)].\(field)" }
            try check(name("unavailable"), interpreter.unavailable, 0...slotDays.count - 1)
            try atMost(name("pairs"), interpreter.pairs.count, ProblemLimits.maxPairs)
            for pair in interpreter.pairs { try count(name("pairs"), pair.count, 2) }
            if let most = interpreter.maxConsecutive {
                try check(name("maxConsecutive"), [most], 1...ProblemLimits.maxCount)
            }
        }
    }

    private func validateMeetings() throws(ProblemError) {
        for (index, meeting) in meetings.enumerated() {
            func name(_ field: String) -> String { "meetings[\(index)].\(field)" }
            try check(name("sides"), [meeting.a, meeting.b], 0...max(0, participants.count - 1))
            if participants.isEmpty { throw .wrongCount(field: "participants", expected: 2, found: 0) }
            if meeting.a == meeting.b { throw .sameParticipantTwice(meeting: index) }
            try check(name("weight"), [meeting.weight], 1...ProblemLimits.maxWeight)
            if let slot = meeting.fixedSlot { try check(name("fixed"), [slot], 0...slotDays.count - 1) }
            try check(name("after"), meeting.after, 0...meetings.count - 1)
        }
        let predecessors = meetings.reduce(0) { $0 + $1.after.count }
        try atMost("meetings' after", predecessors, ProblemLimits.maxPredecessors)
        try refuseCrowds()
        try refuseCycles()
    }

    /// Kahn's algorithm: what cannot be put in order is on a cycle.
    private func refuseCycles() throws(ProblemError) {
        guard meetings.contains(where: { !$0.after.isEmpty }) else { return }
        var waiting = meetings.map(\.after.count)
        var followers = [[Int]](repeating: [], count: meetings.count)
        for (index, meeting) in meetings.enumerated() {
            for earlier in meeting.after { followers[earlier].append(index) }
        }
        var ready = waiting.indices.filter { waiting[$0] == 0 }
        var done = 0
        while let next = ready.popLast() {
            done += 1
            for follower in followers[next] {
                waiting[follower] -= 1
                if waiting[follower] == 0 { ready.append(follower) }
            }
        }
        if done < meetings.count, let stuck = waiting.firstIndex(where: { $0 > 0 }) {
            throw .cyclicOrder(meeting: stuck)
        }
    }

    private func count(_ field: @autoclosure () -> String, _ found: Int, _ expected: Int) throws(ProblemError)
    {
        if found != expected { throw .wrongCount(field: field(), expected: expected, found: found) }
    }

    private func check(
        _ field: @autoclosure () -> String,
        _ values: [Int],
        _ allowed: ClosedRange<Int>
    ) throws(ProblemError) {
        for (index, value) in values.enumerated() where !allowed.contains(value) {
            throw .outOfRange(field: field(), index: index, value: value, allowed: allowed)
        }
    }
}
