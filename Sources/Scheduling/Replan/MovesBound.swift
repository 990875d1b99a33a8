/// A proven lower bound on moves, given which meetings are placed.
///
/// Let P be the meetings that were placed before and still are. In any valid programme that leaves frozen and locked
/// meetings alone and places at least what this one places:
///
/// 1. Each meeting of P that cannot be held in its old slot and hall even on an empty programme moves; call these A.
/// 2. In each slot, of the rest of P as many move as a maximum matching with the available interpreters leaves out
///    (Kőnig 1931), and as many as sit at a hall's tables beyond their number. Both may be the same meetings, so the
///    greater counts; slots add up, since a meeting leaves only one.
/// 3. Each placed meeting that is new or in A needs a slot that both sides have free. If the rest of P, where it was,
///    leaves it none, it uses a place that a moved meeting has left at one of its sides, and no other meeting uses the
///    same. A moved meeting leaves one place at each of its two sides, so it helps at most two; it counts for half
///    at a meeting that may share it (a feasible dual of the covering problem), else for one.
///
/// 2 and 3 may count the same meetings, so the bound is the number in A plus the greater of 2 and 3.
/// - Complexity: O(participants × slots + meetings × slots), and a matching for each slot that lost interpreters.
struct MovesBound {
    let value: Int

    init(_ programme: ReplanState) {
        let standing = StandingMeetings(programme)
        let crowded = CrowdedSlots(programme, standing).excess
        let helped = BlockedMeetings(programme, standing).moves
        value = standing.outOfPlace.count + max(crowded, helped)
    }
}

/// The meetings that were placed and still are, by whether they could have stayed.
struct StandingMeetings {
    /// Those that cannot be held where they were: A.
    private(set) var outOfPlace: [Int] = []
    /// The others by old slot, frozen and locked ones too: P without A.
    private(set) var inSlot: [[Int]]

    init(_ programme: ReplanState) {
        let problem = programme.problem
        inSlot = [[Int]](repeating: [], count: problem.slotCount)
        for meeting in 0..<problem.meetingCount
        where programme.previous.slot[meeting] >= 0 && programme.isPlaced(meeting) {
            if programme.isPinned[meeting] || Self.couldStay(meeting, programme) {
                inSlot[Int(programme.previous.slot[meeting])].append(meeting)
            } else {
                outOfPlace.append(meeting)
            }
        }
    }

    private static func couldStay(_ meeting: Int, _ programme: ReplanState) -> Bool {
        let problem = programme.problem
        let slot = Int(programme.previous.slot[meeting])
        let hall = programme.previous.hall[meeting]
        let word = problem.allowed[meeting * problem.dayCount + Int(problem.dayOfSlot[slot])]
        guard word & (1 << UInt64(problem.bitOfSlot[slot])) != 0 else { return false }
        let stand = problem.standHall[meeting]
        guard stand == CompiledProblem.tableNeeded else { return stand == hall }
        return problem.tables[Int(hall) * problem.slotCount + slot] > 0
    }
}

/// Slots in which not all that were there can stay, for want of interpreters or tables.
struct CrowdedSlots {
    private(set) var excess = 0

    init(_ programme: ReplanState, _ standing: StandingMeetings) {
        for slot in 0..<programme.problem.slotCount {
            let meetings = standing.inSlot[slot]
            excess += max(
                Self.withoutInterpreter(meetings, slot: slot, programme),
                Self.withoutTable(meetings, slot: slot, programme)
            )
        }
    }

    private static func withoutTable(_ meetings: [Int], slot: Int, _ programme: ReplanState) -> Int {
        let problem = programme.problem
        var seated = [Int32](repeating: 0, count: problem.hallCount)
        for meeting in meetings where problem.standHall[meeting] == CompiledProblem.tableNeeded {
            seated[Int(programme.previous.hall[meeting])] += 1
        }
        return seated.indices.reduce(0) { sum, hall in
            sum + Int(max(0, seated[hall] - problem.tables[hall * problem.slotCount + slot]))
        }
    }

    /// How many a maximum matching leaves out: old interpreters stay where they can, then augmenting paths (Kuhn 1955).
    private static func withoutInterpreter(_ meetings: [Int], slot: Int, _ programme: ReplanState) -> Int {
        let problem = programme.problem
        let words = problem.interpreterWords
        var meetingOf = [Int](repeating: -1, count: problem.interpreterCount)
        var waiting: [Int] = []
        for meeting in meetings where problem.interpreterClass[meeting] >= 0 {
            let old = Int(programme.previous.interpreter[meeting])
            if old >= 0, serves(old, meeting), meetingOf[old] < 0 {
                meetingOf[old] = meeting
            } else {
                waiting.append(meeting)
            }
        }
        func serves(_ position: Int, _ meeting: Int) -> Bool {
            let word = position / 64
            return problem.classMembers[Int(problem.interpreterClass[meeting]) * words + word]
                & problem.interpreterAvailable[slot * words + word] & (1 << UInt64(position % 64)) != 0
        }
        func augment(_ meeting: Int, _ seen: inout [Bool]) -> Bool {
            for position in 0..<problem.interpreterCount where !seen[position] && serves(position, meeting) {
                seen[position] = true
                if meetingOf[position] < 0 || augment(meetingOf[position], &seen) {
                    meetingOf[position] = meeting
                    return true
                }
            }
            return false
        }
        return waiting.count { meeting in
            var seen = [Bool](repeating: false, count: problem.interpreterCount)
            return !augment(meeting, &seen)
        }
    }
}

/// Placed meetings for which others had to leave a slot.
struct BlockedMeetings {
    private(set) var moves = 0

    init(_ programme: ReplanState, _ standing: StandingMeetings) {
        let problem = programme.problem
        let full = Self.fullSlots(problem, standing)
        let newcomers = (0..<problem.meetingCount).filter {
            programme.isPlaced($0) && programme.previous.slot[$0] < 0
        }
        let blocked = (newcomers + standing.outOfPlace).filter { meeting in
            Self.slots(of: meeting, problem).allSatisfy { slot in
                full[Self.cell(problem.sideA[meeting], slot, problem)]
                    || full[Self.cell(problem.sideB[meeting], slot, problem)]
            }
        }
        guard !blocked.isEmpty else { return }
        // How many blocked meetings could use a place that is left at a participant in a slot.
        var wanting = [Int32](repeating: 0, count: full.count)
        for meeting in blocked {
            for cell in Self.wanted(meeting, full, problem) { wanting[cell] += 1 }
        }
        var shared = [Bool](repeating: false, count: full.count)
        for slot in 0..<problem.slotCount {
            for helper in standing.inSlot[slot] {
                let a = Self.cell(problem.sideA[helper], slot, problem)
                let b = Self.cell(problem.sideB[helper], slot, problem)
                if wanting[a] > 0, wanting[b] > 0 {
                    shared[a] = true
                    shared[b] = true
                }
            }
        }
        var halves = 0
        for meeting in blocked {
            halves += Self.wanted(meeting, full, problem).contains { shared[$0] } ? 1 : 2
        }
        moves = (halves + 1) / 2
    }

    private static func cell(_ participant: Int32, _ slot: Int, _ problem: CompiledProblem) -> Int {
        Int(participant) * problem.slotCount + slot
    }

    /// `full[participant * slotCount + slot]`: as many of P without A as the participant can hold at once.
    private static func fullSlots(_ problem: CompiledProblem, _ standing: StandingMeetings) -> [Bool] {
        var load = [Int32](repeating: 0, count: problem.participantCount * problem.slotCount)
        for slot in 0..<problem.slotCount {
            for meeting in standing.inSlot[slot] {
                load[cell(problem.sideA[meeting], slot, problem)] += 1
                load[cell(problem.sideB[meeting], slot, problem)] += 1
            }
        }
        return load.indices.map { load[$0] > 0 && load[$0] >= problem.parallel[$0 / problem.slotCount] }
    }

    private static func slots(of meeting: Int, _ problem: CompiledProblem) -> [Int] {
        (0..<problem.slotCount).filter { slot in
            problem.allowed[meeting * problem.dayCount + Int(problem.dayOfSlot[slot])]
                & (1 << UInt64(problem.bitOfSlot[slot])) != 0
        }
    }

    /// Full places of either side in slots in which the meeting may be held.
    private static func wanted(_ meeting: Int, _ full: [Bool], _ problem: CompiledProblem) -> [Int] {
        slots(of: meeting, problem).flatMap { slot in
            [cell(problem.sideA[meeting], slot, problem), cell(problem.sideB[meeting], slot, problem)]
        }.filter { full[$0] }
    }
}
