/// A valid `MeetingProblem` laid out for the search: flat arrays, and slots of a day as bits of a word.
///
/// Bit `k` of a day's word is the day's `k`-th slot, so a day has at most 64 slots.
struct CompiledProblem: Sendable {
    let slotCount: Int
    let dayCount: Int
    let participantCount: Int
    let meetingCount: Int
    let hallCount: Int
    let interpreterCount: Int
    /// Slot → day index and bit in the day; day → its first slot.
    let dayOfSlot: [Int32]
    let bitOfSlot: [Int32]
    let firstSlotOfDay: [Int32]
    let lengthOfDay: [Int32]

    let sideA: [Int32]
    let sideB: [Int32]
    let weight: [Int32]
    /// Participant → weight of all its meetings; 0 for those with so few that their share says little.
    let askedWeight: [Int]
    /// Meeting → hall of the stand; `tableNeeded` or `placeless` otherwise.
    let standHall: [Int32]
    /// Slots in which a meeting could be held if nothing else were (`allowed[meeting * dayCount + day]`).
    var allowed: [UInt64]
    /// Meeting → class of interpreters that can serve it, -1 when none is needed.
    let interpreterClass: [Int32]

    /// Meetings at once; of the representatives, as many as could ever be needed (`MeetingProblem.meetingsAtOnce`).
    let parallel: [Int32]
    let maxMeetings: [Int32]
    /// First cell of a participant; it has `parallel` cells for each slot.
    let firstCell: [Int32]
    let cellCount: Int
    /// `tables[hall * slotCount + slot]`.
    let tables: [Int32]
    let walk: [Int32]
    let hasWalk: Bool
    /// Two meetings this many slots apart or more never hinder each other.
    let longestWalk: Int

    /// Interpreters, least flexible first, as bits: `classMembers[class * interpreterWords + word]`.
    let classCount: Int
    let interpreterWords: Int
    let classMembers: [UInt64]
    /// Position in that order → index in the problem, and the reverse facts by position.
    let interpreterOrder: [Int32]
    /// `interpreterFree[slot * interpreterWords + word]`: available by the problem.
    let interpreterAvailable: [UInt64]
    let maxConsecutive: [Int32]

    let required: [Bool]
    let after: [[Int32]]
    let followers: [[Int32]]
    let hasOrder: Bool

    /// Whether the meeting must be before or after another.
    @inline(__always)
    func isOrdered(_ meeting: Int) -> Bool {
        hasOrder && !(after[meeting].isEmpty && followers[meeting].isEmpty)
    }

    static let tableNeeded: Int32 = -1
    static let placeless: Int32 = -2
    static let unlimited = Int32.max

    /// - Parameter isEnlarged: Made of a valid problem by adding a few of a resource: valid, though maybe past a limit.
    init(_ problem: MeetingProblem, isEnlarged: Bool = false) throws(ProblemError) {
        if !isEnlarged { try problem.validate() }
        let days = try DayLayout(problem.slotDays)
        let interpreters = InterpreterLayout(problem)
        slotCount = problem.slotDays.count
        dayCount = days.firstSlot.count
        participantCount = problem.participants.count
        meetingCount = problem.meetings.count
        hallCount = problem.hallCount
        interpreterCount = problem.interpreters.count
        dayOfSlot = days.dayOfSlot
        bitOfSlot = days.bitOfSlot
        firstSlotOfDay = days.firstSlot
        lengthOfDay = days.length
        sideA = problem.meetings.map { Int32($0.a) }
        sideB = problem.meetings.map { Int32($0.b) }
        weight = problem.meetings.map { Int32($0.weight) }
        askedWeight = ServedShare.askedWeights(problem)
        standHall = problem.meetings.map { meeting in
            if let hall = problem.participants[meeting.b].standHall
                ?? problem.participants[meeting.a].standHall
            {
                return Int32(hall)
            }
            return problem.hallCount > 0 ? Self.tableNeeded : Self.placeless
        }
        interpreterClass = interpreters.classOfMeeting
        allowed = AllowedSlots.words(problem, days: days, interpreters: interpreters)
        let atOnce = problem.meetingsAtOnce
        parallel = atOnce.map { Int32($0) }
        maxMeetings = problem.participants.map { $0.maxMeetings.map { Int32($0) } ?? Self.unlimited }
        var cells: [Int32] = []
        var next: Int32 = 0
        for width in atOnce {
            cells.append(next)
            next += Int32(width * problem.slotDays.count)
        }
        firstCell = cells
        cellCount = Int(next)
        tables = problem.tables.flatMap { $0.map { Int32($0) } }
        walk = problem.walk.map { Int32($0) }
        hasWalk = problem.walk.contains { $0 > 0 }
        longestWalk = (problem.walk.max() ?? 0) + 1
        classCount = interpreters.classCount
        interpreterWords = interpreters.words
        classMembers = interpreters.members
        interpreterOrder = interpreters.order
        interpreterAvailable = interpreters.available
        maxConsecutive = interpreters.order.map { position in
            problem.interpreters[Int(position)].maxConsecutive.map { Int32($0) } ?? Self.unlimited
        }
        required = problem.meetings.map(\.isRequired)
        after = problem.meetings.map { $0.after.map { Int32($0) } }
        var followers = [[Int32]](repeating: [], count: problem.meetings.count)
        for (index, meeting) in problem.meetings.enumerated() {
            for earlier in meeting.after { followers[earlier].append(Int32(index)) }
        }
        self.followers = followers
        hasOrder = problem.meetings.contains { !$0.after.isEmpty }
    }
}

/// How slots fall into days.
struct DayLayout {
    var dayOfSlot: [Int32] = []
    var bitOfSlot: [Int32] = []
    var firstSlot: [Int32] = []
    var length: [Int32] = []

    init(_ slotDays: [Int]) throws(ProblemError) {
        for (slot, day) in slotDays.enumerated() {
            if slot == 0 || day != slotDays[slot - 1] {
                firstSlot.append(Int32(slot))
                length.append(0)
            }
            dayOfSlot.append(Int32(firstSlot.count - 1))
            bitOfSlot.append(length[length.count - 1])
            length[length.count - 1] += 1
        }
        for (day, count) in length.enumerated() where count > ProblemLimits.maxSlotsOfDay {
            throw .outOfRange(
                field: "slots of day",
                index: day,
                value: Int(count),
                allowed: 1...ProblemLimits.maxSlotsOfDay
            )
        }
    }

    /// One word a day with the bits of `slots` set.
    func words(_ slots: some Sequence<Int>) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: firstSlot.count)
        for slot in slots { words[Int(dayOfSlot[slot])] |= 1 << UInt64(bitOfSlot[slot]) }
        return words
    }
}
