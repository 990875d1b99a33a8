/// A meeting in a slot, and where it would be.
struct SlotPlace {
    var meeting: Int
    var a: Int
    var b: Int
    var slot = 0
    /// `CompiledProblem.placeless` when the problem has no halls.
    var hall = CompiledProblem.placeless
    /// Languages of an interpreter who would do.
    var pair: (one: Int, other: Int) = (0, 0)
}

/// What the problem says of single slots, taken apart so that each rule can be asked alone.
struct SlotFacts {
    private let source: MeetingProblem
    private let problem: CompiledProblem
    /// `isOpen[participant * slotCount + slot]`: available.
    private let isOpen: [Bool]
    /// Class of interpreters → the pair that most interpreters have of those that serve it.
    private let pairs: [(one: Int, other: Int)]

    /// - Complexity: O(participants × slots + meetings).
    init(_ source: MeetingProblem, _ problem: CompiledProblem) {
        self.source = source
        self.problem = problem
        var isOpen = [Bool](repeating: true, count: problem.participantCount * problem.slotCount)
        for (index, participant) in source.participants.enumerated() {
            for slot in participant.unavailable { isOpen[index * problem.slotCount + slot] = false }
        }
        self.isOpen = isOpen
        pairs = Self.pairs(source, problem)
    }

    private static func pairs(_ source: MeetingProblem, _ problem: CompiledProblem) -> [(
        one: Int, other: Int
    )] {
        var counts: [[Int]: Int] = [:]
        for pair in source.interpreters.flatMap(\.pairs) { counts[pair.sorted(), default: 0] += 1 }
        var pairs = [(one: Int, other: Int)](repeating: (-1, -1), count: problem.classCount)
        for (index, meeting) in source.meetings.enumerated() {
            let number = Int(problem.interpreterClass[index])
            guard number >= 0, pairs[number].one < 0 else { continue }
            for one in source.participants[meeting.a].languages {
                for other in source.participants[meeting.b].languages {
                    let pair = (one: min(one, other), other: max(one, other))
                    let count = counts[[pair.one, pair.other]] ?? 0
                    let known = counts[[pairs[number].one, pairs[number].other]] ?? 0
                    if pairs[number].one < 0 || count > known { pairs[number] = pair }
                }
            }
        }
        return pairs
    }

    func place(of meeting: Int) -> SlotPlace {
        var place = SlotPlace(
            meeting: meeting,
            a: Int(problem.sideA[meeting]),
            b: Int(problem.sideB[meeting])
        )
        let number = Int(problem.interpreterClass[meeting])
        if number >= 0 { place.pair = pairs[number] }
        return place
    }

    /// What the meeting lacks in its slot as the programme stands; also chooses its hall.
    func needs(_ place: inout SlotPlace, _ state: SearchState) -> SlotNeeds {
        let (meeting, slot) = (place.meeting, place.slot)
        let wish = source.meetings[meeting]
        var needs: SlotNeeds = []
        if let session = wish.session, source.slotSessions[slot] != session { needs.insert(.session) }
        if let fixed = wish.fixedSlot, fixed != slot { needs.insert(.fixedSlot) }
        if !state.respectsOrder(meeting, slot: slot) { needs.insert(.order) }
        if state.total[place.a] >= problem.maxMeetings[place.a] { needs.insert(.limitA) }
        if state.total[place.b] >= problem.maxMeetings[place.b] { needs.insert(.limitB) }
        if !isOpen[place.a * problem.slotCount + slot] { needs.insert(.closedA) }
        if !isOpen[place.b * problem.slotCount + slot] { needs.insert(.closedB) }
        if state.isFull(place.a, slot: slot) { needs.insert(.crowdedA) }
        if state.isFull(place.b, slot: slot) { needs.insert(.crowdedB) }
        if problem.interpreterClass[meeting] >= 0, state.interpreter(for: meeting, slot: slot) < 0 {
            needs.insert(.interpreter)
        }
        return needs.union(hallNeeds(&place, needs, state))
    }

    /// Chooses the hall in which least is lacking.
    ///
    /// A side that gets another representative anyway need not walk.
    private func hallNeeds(_ place: inout SlotPlace, _ needs: SlotNeeds, _ state: SearchState) -> SlotNeeds {
        if let hall = state.hall(for: place.meeting, slot: place.slot) {
            place.hall = hall
            return []
        }
        let stand = problem.standHall[place.meeting]
        let halls = stand >= 0 ? stand..<(stand + 1) : 0..<Int32(problem.hallCount)
        var best: SlotNeeds?
        for hall in halls {
            var lacking: SlotNeeds = []
            if stand < 0, !state.hasTable(hall, place.slot) { lacking.insert(.table) }
            if !needs.contains(.crowdedA), !state.reaches(place.a, hall, place.slot) {
                lacking.insert(.walkA)
            }
            if !needs.contains(.crowdedB), !state.reaches(place.b, hall, place.slot) {
                lacking.insert(.walkB)
            }
            if best.map({ lacking.cost < $0.cost }) ?? true {
                best = lacking
                place.hall = hall
            }
        }
        return best ?? []
    }
}

extension SearchState {
    /// The meetings in a slot whose interpreter could serve this one.
    func interpreted(like meeting: Int, slot: Int) -> [Int32] {
        let words = problem.interpreterWords
        let base = Int(problem.interpreterClass[meeting]) * words
        var found: [Int32] = []
        for word in 0..<words {
            var busy = problem.classMembers[base + word] & ~freeInterpreters[slot * words + word]
            while busy != 0 {
                let position = word * 64 + busy.trailingZeroBitCount
                busy &= busy - 1
                found.append(served[position * problem.slotCount + slot])
            }
        }
        return found.filter { $0 >= 0 }
    }
}
