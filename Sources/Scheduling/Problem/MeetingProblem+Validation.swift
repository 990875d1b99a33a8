extension MeetingProblem {
    /// Checks every index and number once, so that the engine can trust them.
    /// - Complexity: O(size of the problem).
    public func validate() throws(ProblemError) {
        guard !slotDays.isEmpty else { throw .noSlots }
        for slot in slotDays.indices.dropFirst() where slotDays[slot] < slotDays[slot - 1] {
            throw .daysOutOfOrder(slot: slot)
        }
        try count("slotSessions", slotSessions.count, slotDays.count)
        try count("walk", walk.count, hallCount * hallCount)
        for (hall, row) in tables.enumerated() {
            try count("halls[\(hall)].tables", row.count, slotDays.count)
            try check("halls[\(hall)].tables", row, 0...Self.limit)
        }
        try check("walk", walk, 0...slotDays.count)
        if let fairness { try check("fairness", [fairness], 0...Self.limit) }
        try validateParticipants()
        try validateInterpreters()
        try validateMeetings()
    }

    /// Numbers beyond this are mistakes and could overflow sums.
    private static let limit = 1_000_000_000

    /// Meetings that one participant may be wanted for.
    private static let mostMeetings = 100_000

    private func validateParticipants() throws(ProblemError) {
        for (index, participant) in participants.enumerated() {
            let name = "participants[\(index)]"
            try check("\(name).unavailable", participant.unavailable, 0...slotDays.count - 1)
            try check("\(name).parallel", [participant.parallel], 1...Self.limit)
            if let limit = participant.maxMeetings {
                try check("\(name).maxMeetings", [limit], 0...Self.limit)
            }
            if let hall = participant.standHall {
                try check("\(name).stand", [hall], 0...max(0, hallCount - 1))
            }
            if participant.standHall != nil, hallCount == 0 {
                throw .wrongCount(field: "halls", expected: 1, found: 0)
            }
        }
    }

    private func validateInterpreters() throws(ProblemError) {
        for (index, interpreter) in interpreters.enumerated() {
            let name = "interpreters[\(index)]"
            try check("\(name).unavailable", interpreter.unavailable, 0...slotDays.count - 1)
            for pair in interpreter.pairs { try count("\(name).pairs", pair.count, 2) }
            if let most = interpreter.maxConsecutive {
                try check("\(name).maxConsecutive", [most], 1...Self.limit)
            }
        }
    }

    private func validateMeetings() throws(ProblemError) {
        for (index, meeting) in meetings.enumerated() {
            let name = "meetings[\(index)]"
            try check("\(name).sides", [meeting.a, meeting.b], 0...max(0, participants.count - 1))
            if participants.isEmpty { throw .wrongCount(field: "participants", expected: 2, found: 0) }
            if meeting.a == meeting.b { throw .sameParticipantTwice(meeting: index) }
            try check("\(name).weight", [meeting.weight], 1...1_000_000)
            if let slot = meeting.fixedSlot { try check("\(name).fixed", [slot], 0...slotDays.count - 1) }
            try check("\(name).after", meeting.after, 0...meetings.count - 1)
        }
        try refuseCrowds()
        try refuseCycles()
    }

    /// So many wishes for one participant's few slots are a mistake of whoever made the file, and would take the search's
    /// time and memory from all others.
    private func refuseCrowds() throws(ProblemError) {
        var counts = [Int](repeating: 0, count: participants.count)
        for meeting in meetings {
            counts[meeting.a] += 1
            counts[meeting.b] += 1
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
            counts[most] > Self.mostMeetings
        else { return }
        throw .tooManyMeetings(participant: most, count: counts[most], limit: Self.mostMeetings)
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

    private func count(_ field: String, _ found: Int, _ expected: Int) throws(ProblemError) {
        if found != expected { throw .wrongCount(field: field, expected: expected, found: found) }
    }

    private func check(_ field: String, _ values: [Int], _ allowed: ClosedRange<Int>) throws(ProblemError) {
        for (index, value) in values.enumerated() where !allowed.contains(value) {
            throw .outOfRange(field: field, index: index, value: value, allowed: allowed)
        }
    }
}
