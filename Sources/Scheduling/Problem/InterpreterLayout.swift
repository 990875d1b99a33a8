/// Interpreters ordered from the least to the most flexible, and the classes of meetings they can serve.
struct InterpreterLayout {
    /// Position → index in the problem.
    let order: [Int32]
    let words: Int
    private(set) var classCount = 0
    /// `members[class * words + word]`: positions that can serve the class.
    private(set) var members: [UInt64] = []
    /// `available[slot * words + word]`.
    private(set) var available: [UInt64]
    private(set) var classOfMeeting: [Int32] = []

    init(_ problem: MeetingProblem) {
        let interpreters = problem.interpreters
        order = interpreters.indices.sorted {
            (interpreters[$0].pairs.count, $0) < (interpreters[$1].pairs.count, $1)
        }.map { Int32($0) }
        words = max(1, (interpreters.count + 63) / 64)
        available = [UInt64](repeating: 0, count: problem.slotDays.count * words)
        for (position, index) in order.enumerated() {
            let closed = Set(interpreters[Int(index)].unavailable)
            for slot in problem.slotDays.indices where !closed.contains(slot) {
                available[slot * words + position / 64] |= 1 << UInt64(position % 64)
            }
        }
        findClasses(problem)
    }

    /// Meetings whose sides speak the same two sets of languages need the same interpreters: one class.
    private mutating func findClasses(_ problem: MeetingProblem) {
        var classes: [[[Int]]: Int32] = [:]
        let byPair = positionsByPair(problem.interpreters)
        for meeting in problem.meetings {
            let one = Set(problem.participants[meeting.a].languages)
            let other = Set(problem.participants[meeting.b].languages)
            guard !one.isEmpty, !other.isEmpty, one.isDisjoint(with: other) else {
                classOfMeeting.append(-1)
                continue
            }
            let key = [one.sorted(), other.sorted()].sorted { $0.lexicographicallyPrecedes($1) }
            if let known = classes[key] {
                classOfMeeting.append(known)
            } else {
                let number = Int32(classCount)
                classes[key] = number
                classOfMeeting.append(number)
                appendClass(one, other, byPair)
            }
        }
    }

    /// - Parameter byPair: Pair of languages, the smaller number first → the positions that have it, as bits.
    private mutating func appendClass(_ one: Set<Int>, _ other: Set<Int>, _ byPair: [[Int]: [UInt64]]) {
        classCount += 1
        var row = [UInt64](repeating: 0, count: words)
        for mine in one {
            for theirs in other {
                guard let bits = byPair[[min(mine, theirs), max(mine, theirs)]] else { continue }
                for word in row.indices { row[word] |= bits[word] }
            }
        }
        members += row
    }

    private func positionsByPair(_ interpreters: [MeetingProblem.Interpreter]) -> [[Int]: [UInt64]] {
        var found: [[Int]: [UInt64]] = [:]
        for (position, index) in order.enumerated() {
            for pair in interpreters[Int(index)].pairs {
                found[pair.sorted(), default: [UInt64](repeating: 0, count: words)][position / 64] |=
                    1 << UInt64(position % 64)
            }
        }
        return found
    }

    /// Whether any interpreter of the class is available in the slot.
    func canServe(_ number: Int32, slot: Int) -> Bool {
        let base = Int(number) * words
        return (0..<words).contains { members[base + $0] & available[slot * words + $0] != 0 }
    }
}

/// The slots in which each meeting could be held on an empty programme.
enum AllowedSlots {
    static func words(_ problem: MeetingProblem, days: DayLayout, interpreters: InterpreterLayout) -> [UInt64]
    {
        let slots = problem.slotDays.indices
        let all = days.words(slots)
        let free = problem.participants.map { participant in
            zip(all, days.words(participant.unavailable)).map { $0 & ~$1 }
        }
        let served = (0..<interpreters.classCount).map { number in
            days.words(slots.filter { interpreters.canServe(Int32(number), slot: $0) })
        }
        let tables = days.words(slots.filter { slot in problem.tables.contains { $0[slot] > 0 } })
        var sessions: [Int: [UInt64]] = [:]
        for session in Set(problem.slotSessions.compactMap { $0 }) {
            sessions[session] = days.words(slots.filter { problem.slotSessions[$0] == session })
        }
        let none = [UInt64](repeating: 0, count: all.count)
        var result: [UInt64] = []
        result.reserveCapacity(problem.meetings.count * all.count)
        for (index, meeting) in problem.meetings.enumerated() {
            var words = zip(free[meeting.a], free[meeting.b]).map { $0 & $1 }
            func restrict(_ other: [UInt64]) { words = zip(words, other).map { $0 & $1 } }
            if let session = meeting.session { restrict(sessions[session] ?? none) }
            if let slot = meeting.fixedSlot { restrict(days.words([slot])) }
            let number = interpreters.classOfMeeting[index]
            if number >= 0 { restrict(served[Int(number)]) }
            let hasStand =
                problem.participants[meeting.a].standHall ?? problem.participants[meeting.b].standHall
            if hasStand == nil, problem.hallCount > 0 { restrict(tables) }
            result += words
        }
        return result
    }
}
