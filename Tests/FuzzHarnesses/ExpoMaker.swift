import Scheduling

/// Makes small sound expos with every kind of rule in them.
struct ExpoMaker {
    var source: ByteSource
    private var slotCount = 1
    private var hallCount = 0
    private var languageCount = 1

    init(_ source: ByteSource) { self.source = source }

    mutating func problem() -> MeetingProblem {
        let days = 1 + source.below(3)
        let perDay = 1 + source.below(5)
        slotCount = days * perDay
        hallCount = source.below(4)
        languageCount = 1 + source.below(3)
        let isList = source.chance(20)
        let count = 2 + source.below(7)
        let participants = (0..<count).map { _ in participant(isPlain: isList) }
        let wanted = source.below(20)
        return MeetingProblem(
            slotDays: (0..<slotCount).map { $0 / perDay },
            slotSessions: (0..<slotCount).map {
                $0 % perDay < (perDay + 1) / 2 ? 0 : source.chance(90) ? 1 : nil
            },
            participants: participants,
            tables: (0..<hallCount).map { _ in
                (0..<slotCount).map { _ in source.chance(3) ? 1_000_000_000 : source.below(4) }
            },
            walk: isList ? [Int](repeating: 0, count: hallCount * hallCount) : walk(),
            interpreters: (0..<source.below(4)).map { _ in interpreter() },
            meetings: meetings(wanted, among: count, isList: isList),
            fairness: source.chance(25) ? source.below(3) : nil
        )
    }

    private mutating func participant(isPlain: Bool) -> MeetingProblem.Participant {
        MeetingProblem.Participant(
            languages: isPlain || source.chance(40) ? [] : languages(),
            unavailable: someSlots(15),
            parallel: isPlain ? 1 : source.pick([1, 1, 1, 1, 1, 2, 2, 3, 7, 1_000_000_000]),
            maxMeetings: isPlain || source.chance(70) ? nil : source.pick([0, 1, 2, 3, 5, 1_000_000_000]),
            standHall: hallCount > 0 && source.chance(40) ? source.below(hallCount) : nil
        )
    }

    private mutating func languages() -> [Int] {
        (0..<1 + source.below(3)).map { _ in source.below(languageCount) }
    }

    private mutating func someSlots(_ percent: Int) -> [Int] {
        source.chance(50) ? [] : (0..<slotCount).filter { _ in source.chance(percent) }
    }

    private mutating func walk() -> [Int] {
        var walk = [Int](repeating: 0, count: hallCount * hallCount)
        guard source.chance(50) else { return walk }
        for from in 0..<hallCount {
            for to in 0..<from {
                let slots = source.below(min(4, slotCount + 1))
                walk[from * hallCount + to] = slots
                walk[to * hallCount + from] = slots
            }
        }
        return walk
    }

    private mutating func interpreter() -> MeetingProblem.Interpreter {
        MeetingProblem.Interpreter(
            pairs: (0..<source.below(3)).map { _ in
                [source.below(languageCount), source.below(languageCount)]
            },
            unavailable: someSlots(20),
            maxConsecutive: source.chance(50) ? nil : source.pick([1, 2, 3, 1_000_000_000])
        )
    }

    /// Pairs come again: two meetings of the same two are legal, in either direction.
    private mutating func meetings(_ wanted: Int, among count: Int, isList: Bool) -> [MeetingProblem.Meeting]
    {
        var meetings: [MeetingProblem.Meeting] = []
        for _ in 0..<wanted {
            var (a, b) = (source.below(count), source.below(count))
            if let last = meetings.last, source.chance(20) { (a, b) = (last.b, last.a) }
            guard a != b else { continue }
            let after = !meetings.isEmpty && source.chance(8) ? [source.below(meetings.count)] : []
            meetings.append(
                MeetingProblem.Meeting(
                    a: a,
                    b: b,
                    weight: source.chance(5) ? 1_000_000 : 1 + source.below(9),
                    isRequired: isList || source.chance(4),
                    session: source.chance(10) ? source.below(2) : nil,
                    fixedSlot: source.chance(5) ? source.below(slotCount) : nil,
                    after: after
                )
            )
        }
        return meetings
    }
}
