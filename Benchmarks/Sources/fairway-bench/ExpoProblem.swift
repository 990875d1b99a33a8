import Scheduling

/// Problems of an expo's shape from a seed: exhibitors with stands, buyers without, heavy-tailed popularity, and too few
/// slots for everything.
struct ExpoProblem {
    var exhibitors: Int
    var buyers: Int
    var days: Int
    var slotsPerDay = 16
    var requests: Int
    var interpreters: Int
    var tables: Int

    static let named: [(name: String, shape: ExpoProblem)] = [
        (
            "expo-small",
            .init(exhibitors: 40, buyers: 60, days: 2, requests: 500, interpreters: 12, tables: 12)
        ),
        (
            "expo-medium",
            .init(exhibitors: 150, buyers: 260, days: 3, requests: 2400, interpreters: 35, tables: 40)
        ),
        (
            "expo-whole",
            .init(exhibitors: 1400, buyers: 2500, days: 6, requests: 25_000, interpreters: 300, tables: 400)
        ),
    ]

    func problem(seed: UInt64) -> MeetingProblem {
        var chance = Chance(seed: seed)
        let slots = days * slotsPerDay
        let halls = 8
        let people = (0..<exhibitors + buyers).map { index in
            let isExhibitor = index < exhibitors
            let closedDays = isExhibitor ? 0 : chance.below(days)
            return MeetingProblem.Participant(
                languages: [chance.below(2)] + (chance.below(100) < 30 ? [2] : []),
                unavailable: Array(0..<closedDays * slotsPerDay),
                parallel: isExhibitor && chance.below(100) < 30 ? 2 : 1,
                maxMeetings: chance.below(100) < 15 ? 8 + chance.below(20) : nil,
                standHall: isExhibitor ? chance.below(halls) : nil
            )
        }
        let popularity = (0..<exhibitors).map { _ in 1 / (1 - chance.unit()).squareRoot() }
        var meetings: [MeetingProblem.Meeting] = []
        var seen: Set<Int> = []
        let total = popularity.reduce(0, +)
        while meetings.count < requests {
            var point = chance.unit() * total
            let exhibitor =
                popularity.firstIndex { weight in
                    point -= weight
                    return point < 0
                } ?? 0
            let other = chance.below(20) == 0 ? chance.below(exhibitors) : exhibitors + chance.below(buyers)
            guard other != exhibitor, seen.insert(exhibitor * people.count + other).inserted else { continue }
            let isMutual = chance.below(4) == 0
            meetings.append(.init(a: other, b: exhibitor, weight: (1 + chance.below(5)) * (isMutual ? 2 : 1)))
        }
        return MeetingProblem(
            slotDays: (0..<slots).map { $0 / slotsPerDay },
            slotSessions: (0..<slots).map { $0 % slotsPerDay < 7 ? 0 : 1 },
            participants: people,
            tables: (0..<halls).map { _ in Array(repeating: tables / halls, count: slots) },
            walk: Array(repeating: 0, count: halls * halls),
            interpreters: (0..<interpreters).map { index in
                MeetingProblem.Interpreter(pairs: [index % 5 == 0 ? [0, 2] : [0, 1]], maxConsecutive: 6)
            },
            meetings: meetings
        )
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
