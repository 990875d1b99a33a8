/// What a day has of everything a meeting takes, with a number for each resource: participants' slots of a day,
/// participants' limits over all days, shared tables of a day, slots of a day of each type of interpreter.
struct DayResources: Sendable {
    /// Interpreters that serve the same classes of meetings are one type.
    private(set) var typeCount = 0
    private(set) var typesOfClass: [[Int32]] = []
    /// Resource → how much there is of it in meetings.
    private(set) var capacity: [Double] = []
    /// Type → the classes of meetings it serves, in ascending order.
    private(set) var classesOfType: [[Int]] = []
    let limitBase: Int
    let tableBase: Int
    let typeBase: Int

    init(_ problem: MeetingProblem, compiled: CompiledProblem) {
        let days = compiled.dayCount
        limitBase = compiled.participantCount * days
        tableBase = limitBase + compiled.participantCount
        typeBase = tableBase + days
        for (index, participant) in problem.participants.enumerated() {
            var free = compiled.lengthOfDay.map { Int($0) }
            for slot in Set(participant.unavailable) { free[Int(compiled.dayOfSlot[slot])] -= 1 }
            capacity += free.map { Double($0 * Int(compiled.parallel[index])) }
        }
        capacity += problem.participants.map { Double($0.maxMeetings ?? problem.meetings.count) }
        var tables = [Double](repeating: 0, count: days)
        for row in problem.tables {
            for (slot, count) in row.enumerated() { tables[Int(compiled.dayOfSlot[slot])] += Double(count) }
        }
        capacity += tables
        addTypes(compiled)
    }

    private mutating func addTypes(_ compiled: CompiledProblem) {
        var numbers: [[Int]: Int] = [:]
        for position in 0..<compiled.interpreterCount {
            let bit: UInt64 = 1 << UInt64(position % 64)
            let classes = (0..<compiled.classCount).filter {
                compiled.classMembers[$0 * compiled.interpreterWords + position / 64] & bit != 0
            }
            guard !classes.isEmpty else { continue }
            let type: Int
            if let known = numbers[classes] {
                type = known
            } else {
                type = typeCount
                numbers[classes] = type
                classesOfType.append(classes)
                typeCount += 1
                capacity += [Double](repeating: 0, count: compiled.dayCount)
            }
            for slot in 0..<compiled.slotCount
            where compiled.interpreterAvailable[slot * compiled.interpreterWords + position / 64] & bit != 0 {
                capacity[typeBase + type * compiled.dayCount + Int(compiled.dayOfSlot[slot])] += 1
            }
        }
        typesOfClass = [[Int32]](repeating: [], count: compiled.classCount)
        for (type, classes) in classesOfType.enumerated() {
            for number in classes { typesOfClass[number].append(Int32(type)) }
        }
    }
}
