/// What more of a scarce resource would be worth.
public struct Scarcity: Sendable, Equatable {
    /// What there is too little of.
    ///
    /// A day is a position among the problem's days, from 0.
    public enum Resource: Sendable, Hashable {
        /// Interpreters of a pair of languages on a day.
        case interpreters(one: Int, other: Int, day: Int)
        /// Shared tables on a day, more of them in this hall.
        case tables(hall: Int, day: Int)
        /// Representatives of a participant, on all days.
        case representatives(participant: Int)
        /// A participant's limit of meetings.
        case limit(participant: Int)
    }

    /// Of what.
    public var resource: Resource
    /// How many more are considered: persons, tables or meetings.
    public var added: Int
    /// How many meetings these could hold: their slots.
    public var slots: Int
    /// What one such slot is worth in weight: the dual price of the bound.
    public var price: Double
    /// How many more meetings the engine placed with them while all others stayed placed.
    public var placed: Int
    /// What these weigh.
    public var placedWeight: Int
    /// No programme with them weighs more than this beyond the present one (proven).
    public var weightAtMost: Int

    /// What the prices say they are worth in weight.
    public var estimate: Double { price * Double(slots) }
}

extension MeetingProblem {
    /// The problem with `count` more of a resource, or as it is when it has no such resource or `count` is negative.
    ///
    /// New interpreters rest as the first of their pair does.
    public func adding(_ count: Int, of resource: Scarcity.Resource) -> MeetingProblem {
        var problem = self
        guard count >= 0 else { return self }
        switch resource {
        case .interpreters(let one, let other, let day):
            let colleague = interpreters.first { $0.pairs.contains { Set($0) == [one, other] } }
            let newcomer = Interpreter(
                pairs: [[one, other]],
                unavailable: slots { $0 != day },
                maxConsecutive: colleague?.maxConsecutive
            )
            let most = min(count, ProblemLimits.maxInterpreters)
            problem.interpreters += Array(repeating: newcomer, count: most)
        case .tables(let hall, let day):
            guard tables.indices.contains(hall) else { return self }
            for slot in slots({ $0 == day }) where tables[hall].indices.contains(slot) {
                problem.tables[hall][slot] = Self.sum(tables[hall][slot], count)
            }
        case .representatives(let who):
            guard participants.indices.contains(who) else { return self }
            problem.participants[who].parallel = Self.sum(participants[who].parallel, count)
        case .limit(let who):
            guard participants.indices.contains(who) else { return self }
            problem.participants[who].maxMeetings = participants[who].maxMeetings.map { Self.sum($0, count) }
        }
        return problem
    }

    /// The slots of the days that are wanted by their position among the days.
    private func slots(_ isWanted: (Int) -> Bool) -> [Int] {
        var position = 0
        return slotDays.indices.filter { slot in
            if slot > 0, slotDays[slot] != slotDays[slot - 1] { position += 1 }
            return isWanted(position)
        }
    }
}
