/// Answers "whom can I meet in the next hour?" for a programme as it stands, moving nobody.
///
/// Make it once for a programme and ask it often.
public struct WalkIn: Sendable {
    /// Who asks.
    public enum Visitor: Sendable, Equatable {
        /// One who is in the problem.
        case participant(Int)
        /// One who is not, with what binds it.
        case newcomer(MeetingProblem.Participant)
    }

    /// One whom the visitor might meet, with what that is worth.
    public struct Candidate: Sendable, Equatable {
        /// The participant's number.
        public var participant: Int
        /// What a meeting would be worth.
        public var weight: Int

        /// Makes a candidate.
        public init(participant: Int, weight: Int) {
            self.participant = participant
            self.weight = weight
        }
    }

    /// A meeting that could be held as the programme stands: the visitor is its `a`, the other its `b`.
    public struct Option: Sendable, Equatable {
        /// Whom the visitor would meet.
        public var participant: Int
        /// What it is worth.
        public var weight: Int
        /// When, where and with which interpreter; the earliest there is.
        public var placement: Placement
    }

    let problem: MeetingProblem
    let state: SearchState
    /// `available[participant * dayCount + day]`: slots in which it can meet by the problem.
    let available: [UInt64]
    /// Participant → number of its set of languages; participants with the same set share interpreters.
    let tongue: [Int32]
    let tongues: [[Int]]

    /// - Throws: `ReplanError` when the programme is not valid for the problem.
    /// - Complexity: O(size of the problem).
    public init(_ problem: MeetingProblem, placements: [Placement?]) throws(ReplanError) {
        let compiled: CompiledProblem
        let days: DayLayout
        do {
            compiled = try CompiledProblem(problem)
            days = try DayLayout(problem.slotDays)
        } catch { throw .problem(error) }
        let request = ReplanRequest(
            problem: problem,
            previous: placements,
            now: problem.slotDays.count
        )
        let previous = try PreviousProgramme(request, compiled: compiled)
        self.problem = problem
        let worth = compiled.weight.map { Int($0) }
        state = try KeptProgramme(compiled, previous: previous, worth: worth).programme.state
        let all = days.words(problem.slotDays.indices)
        available = problem.participants.flatMap { participant in
            zip(all, days.words(participant.unavailable)).map { $0 & ~$1 }
        }
        (tongue, tongues) = Self.tongues(problem)
    }

    private static func tongues(_ problem: MeetingProblem) -> ([Int32], [[Int]]) {
        var numbers: [[Int]: Int32] = [:]
        var sets: [[Int]] = []
        let tongue = problem.participants.map { participant in
            let key = participant.languages.sorted()
            if let known = numbers[key] { return known }
            let number = Int32(sets.count)
            numbers[key] = number
            sets.append(key)
            return number
        }
        return (tongue, sets)
    }

    /// Those whom the visitor could meet in one of the slots: the greatest weight first, then the earliest.
    ///
    /// - Parameters:
    ///   - visitor: One the problem does not have, or a newcomer with a stand in a hall it does not have, meets nobody.
    ///   - slots: For example those of the next hour; slots the problem does not have are ignored.
    ///   - candidates: nil means everyone, each worth the weight of the heaviest unplaced request between the two, or 0.
    /// - Complexity: O(candidates × slots × interpreters / 64 + meetings).
    public func options(
        for visitor: Visitor,
        slots: Range<Int>,
        among candidates: [Candidate]? = nil
    ) -> [Option] {
        guard let guest = WalkInGuest(visitor, self) else { return [] }
        let slots = slots.clamped(to: 0..<problem.slotDays.count).filter { guest.isFree(in: $0) }
        guard !slots.isEmpty else { return [] }
        var interpreters = WalkInInterpreters(guest: guest, self)
        var found: [Option] = []
        for candidate in candidates ?? everyone(for: guest) {
            let other = candidate.participant
            guard problem.participants.indices.contains(other), guest.mayMeet(other),
                state.total[other] < state.problem.maxMeetings[other]
            else { continue }
            let first = slots.lazy.compactMap { placement(guest, other, slot: $0, &interpreters) }.first
            guard let first else { continue }
            found.append(Option(participant: other, weight: candidate.weight, placement: first))
        }
        return found.sorted {
            ($1.weight, $0.placement.slot, $0.participant) < ($0.weight, $1.placement.slot, $1.participant)
        }
    }

    private func everyone(for guest: WalkInGuest) -> [Candidate] {
        var weights = [Int](repeating: 0, count: problem.participants.count)
        if let number = guest.number {
            for (index, meeting) in problem.meetings.enumerated()
            where (meeting.a == number || meeting.b == number) && state.slotOf[index] < 0 {
                let other = meeting.a == number ? meeting.b : meeting.a
                if !meeting.isCancelled { weights[other] = max(weights[other], meeting.weight) }
            }
        }
        return weights.enumerated().map { Candidate(participant: $0, weight: $1) }
    }

    private func placement(
        _ guest: WalkInGuest,
        _ other: Int,
        slot: Int,
        _ interpreters: inout WalkInInterpreters
    ) -> Placement? {
        let word = other * state.problem.dayCount + Int(state.problem.dayOfSlot[slot])
        let bit: UInt64 = 1 << UInt64(state.problem.bitOfSlot[slot])
        guard available[word] & ~state.full[word] & bit != 0,
            let hall = hall(guest, other, slot: slot)
        else { return nil }
        let interpreter: Int?
        switch interpreters.answer(for: tongue[other], slot: slot) {
        case .notNeeded: interpreter = nil
        case .none: return nil
        case .free(let index): interpreter = index
        }
        return Placement(slot: slot, hall: hall >= 0 ? Int(hall) : nil, interpreter: interpreter)
    }

    /// The other's stand, else the guest's, else a hall with a free table; negative in a problem without halls.
    private func hall(_ guest: WalkInGuest, _ other: Int, slot: Int) -> Int32? {
        guard problem.hallCount > 0 else { return CompiledProblem.placeless }
        func reaches(_ hall: Int32) -> Bool {
            state.reaches(other, hall, slot) && (guest.number.map { state.reaches($0, hall, slot) } ?? true)
        }
        if let stand = problem.participants[other].standHall ?? guest.facts.standHall {
            return reaches(Int32(stand)) ? Int32(stand) : nil
        }
        return (0..<Int32(problem.hallCount)).first { hall in
            state.freeTables[Int(hall) * state.problem.slotCount + slot] > 0 && reaches(hall)
        }
    }
}
