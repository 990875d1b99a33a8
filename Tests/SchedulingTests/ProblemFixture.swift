import Scheduling

/// Small problems made at random from a seed, with every kind of rule in them.
struct ProblemFixture {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// - Parameters:
    ///   - requests: At most so many meetings between different pairs.
    mutating func problem(participants count: Int, days: Int, slotsPerDay: Int, requests: Int)
        -> MeetingProblem
    {
        let slotCount = days * slotsPerDay
        let halls = 2
        let participants = (0..<count).map { _ in
            MeetingProblem.Participant(
                languages: chance(15) ? [] : chance(50) ? [0] : chance(50) ? [1] : [1, 2],
                unavailable: (0..<slotCount).filter { _ in chance(15) },
                parallel: chance(25) ? 2 : 1,
                maxMeetings: chance(25) ? 1 + below(3) : nil,
                standHall: chance(50) ? below(halls) : nil
            )
        }
        let interpreters = (0..<2).map { _ in
            MeetingProblem.Interpreter(
                pairs: chance(70) ? [[0, 1]] : [[0, 2], [0, 1]],
                unavailable: (0..<slotCount).filter { _ in chance(15) },
                maxConsecutive: chance(50) ? 1 + below(2) : nil
            )
        }
        var pairs: Set<[Int]> = []
        var meetings: [MeetingProblem.Meeting] = []
        for _ in 0..<requests {
            let (a, b) = (below(count), below(count))
            guard a != b, pairs.insert([min(a, b), max(a, b)]).inserted else { continue }
            let after = !meetings.isEmpty && chance(10) ? [below(meetings.count)] : []
            meetings.append(
                MeetingProblem.Meeting(
                    a: a,
                    b: b,
                    weight: 1 + below(9),
                    session: chance(15) ? below(2) : nil,
                    fixedSlot: chance(5) ? below(slotCount) : nil,
                    after: after
                )
            )
        }
        return MeetingProblem(
            slotDays: (0..<slotCount).map { $0 / slotsPerDay },
            slotSessions: (0..<slotCount).map { $0 % slotsPerDay < slotsPerDay / 2 ? 0 : 1 },
            participants: participants,
            tables: (0..<halls).map { _ in (0..<slotCount).map { _ in below(3) } },
            walk: chance(50) ? [0, 1, 1, 0] : [0, 0, 0, 0],
            interpreters: interpreters,
            meetings: meetings
        )
    }
}
