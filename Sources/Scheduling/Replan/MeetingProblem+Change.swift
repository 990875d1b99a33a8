extension MeetingProblem {
    /// The problem as it is after the change; what there was keeps its number, what is new comes last.
    ///
    /// - Parameter now: Slots before it are history, which a change leaves as it was.
    /// - Throws: `ProblemError` when the problem contradicts itself or the change names something it does not have.
    /// - Complexity: O(size of the problem).
    public func applying(_ change: ProblemChange, from now: Int = 0) throws(ProblemError) -> MeetingProblem {
        try validate()
        var changed = self
        let slots = slotDays.indices
        switch change {
        case .lateArrival(let participants, let firstSlot):
            try check("firstSlot", [firstSlot], count: slots.count + 1)
            try changed.close(slots.filter { $0 >= now && $0 < firstSlot }, to: participants)
        case .departure(let participants, let fromSlot):
            try check("fromSlot", [fromSlot], count: slots.count + 1)
            try changed.close(slots.filter { $0 >= now && $0 >= fromSlot }, to: participants)
        case .interpreterAbsence(let interpreter, let absent):
            try check("interpreter", [interpreter], count: interpreters.count)
            try check("slots", absent, count: slots.count)
            changed.interpreters[interpreter].unavailable = Self.merged(
                interpreters[interpreter].unavailable,
                absent.filter { $0 >= now }
            )
        case .hallClosure(let hall, let closed):
            try check("hall", [hall], count: hallCount)
            try check("slots", closed, count: slots.count)
            let closed = closed.filter { $0 >= now }
            for slot in closed { changed.tables[hall][slot] = 0 }
            try changed.close(closed, to: participants.indices.filter { participants[$0].standHall == hall })
        case .lateRegistration(let newcomers, let meetings):
            changed.participants += newcomers
            changed.meetings += meetings
        case .decline(let meetings):
            try check("meetings", meetings, count: self.meetings.count)
            changed.cancel(meetings)
        case .widenedAvailability(let participants, let opened):
            try check("slots", opened, count: slots.count)
            try check("participants", participants, count: self.participants.count)
            let opened = Set(opened.filter { $0 >= now })
            for index in participants {
                changed.participants[index].unavailable.removeAll { opened.contains($0) }
            }
        }
        return changed
    }

    private mutating func close(_ slots: [Int], to who: [Int]) throws(ProblemError) {
        try check("participants", who, count: participants.count)
        for index in who {
            participants[index].unavailable = Self.merged(participants[index].unavailable, slots)
        }
    }

    private mutating func cancel(_ indices: [Int]) {
        let off = Set(indices)
        for index in indices { meetings[index].cancel() }
        for index in meetings.indices where meetings[index].after.contains(where: off.contains) {
            meetings[index].after.removeAll { off.contains($0) }
        }
    }

    private static func merged(_ one: [Int], _ other: [Int]) -> [Int] { Set(one).union(other).sorted() }

    private func check(_ field: String, _ values: [Int], count: Int) throws(ProblemError) {
        for (index, value) in values.enumerated() where !(0..<count).contains(value) {
            throw .outOfRange(field: field, index: index, value: value, allowed: 0...max(0, count - 1))
        }
    }
}

extension MeetingProblem.Meeting {
    /// A session that no slot has.
    private static let noSession = -1

    /// Whether the meeting is off and only keeps its number: it asks for a session that no slot has.
    public var isCancelled: Bool { session == Self.noSession }

    /// Takes the meeting out of the problem without renumbering the others.
    public mutating func cancel() {
        session = Self.noSession
        isRequired = false
        after = []
    }
}
