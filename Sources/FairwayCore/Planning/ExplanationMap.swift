package import Scheduling

/// The engine's reasons, remedies and scarcities in the identifiers of an expo.
struct ExplanationMap {
    let instance: ProgrammeInstance
    let problem: MeetingProblem
    /// Language number → tag, as `ProgrammeInstance.problem()` numbers them.
    private let languages: [LanguageTag?]

    init(instance: ProgrammeInstance, problem: MeetingProblem) {
        self.instance = instance
        self.problem = problem
        languages = instance.languageCodes.map { LanguageTag($0) }
    }

    private func enterprise(_ participant: Int) -> Enterprise.ID {
        .init(instance.participants[participant].id)
    }
    private func request(_ meeting: Int) -> MeetingRequest.ID { .init(instance.meetings[meeting].id) }
    private func hall(_ index: Int) -> Hall.ID { .init(instance.halls[index].id) }

    private func pair(_ one: Int, _ other: Int) -> LanguagePair? {
        guard let one = languages[one], let other = languages[other] else { return nil }
        return LanguagePair(one, other)
    }

    /// The language pairs that would serve a meeting.
    private func pairs(of index: Int) -> [LanguagePair] {
        let meeting = problem.meetings[index]
        return problem.participants[meeting.a].languages.flatMap { one in
            problem.participants[meeting.b].languages.compactMap { pair(one, $0) }
        }.sorted()
    }

    func reason(_ cause: UnplacedCause, for index: Int) -> UnplacedReason {
        switch cause {
        case .noCommonSlot: .noCommonSlot
        case .noCommonSlotInSession: .noCommonSlotInSession
        case .noInterpreterAvailable: .noInterpreterAvailable(pairs: pairs(of: index))
        case .interpretersTaken: .interpretersTaken(pairs: pairs(of: index))
        case .interpretersResting: .interpretersResting(pairs: pairs(of: index))
        case .limitReached(let participant):
            .limitReached(enterprise(participant), limit: problem.participants[participant].maxMeetings ?? 0)
        case .participantFull(let participant): .participantFull(enterprise(participant))
        case .noFreeSlotInCommon: .noFreeSlotInCommon
        case .noTableFree: .noTableFree
        case .walkTooLong: .walkTooLong
        case .predecessorUnplaced(let meeting): .predecessorUnplaced(request(meeting))
        case .predecessorTooLate(let meeting): .predecessorTooLate(request(meeting))
        case .hindered(let obstacles): .hindered(by: Self.obstacles(obstacles), pairs: pairs(of: index))
        case .leftOut: .leftOut
        }
    }

    static func obstacles(_ set: UnplacedCause.Obstacles) -> [UnplacedReason.Obstacle] {
        let all: [(UnplacedCause.Obstacles, UnplacedReason.Obstacle)] = [
            (.noTable, .noTable), (.interpretersTaken, .interpretersTaken),
            (.interpretersResting, .interpretersResting), (.walkTooLong, .walkTooLong),
            (.predecessorTooLate, .predecessorTooLate),
        ]
        return all.filter { set.contains($0.0) }.map(\.1)
    }

    func request(_ unplaced: UnplacedMeeting) -> UnplacedRequest {
        UnplacedRequest(
            request: request(unplaced.meeting),
            reason: reason(unplaced.cause, for: unplaced.meeting),
            load: unplaced.load.map { load($0) },
            rivals: unplaced.rivals.map { request($0) },
            outweighedBy: unplaced.excess,
            remedy: unplaced.remedy.flatMap { remedy($0) }
        )
    }

    /// - Returns: nil when a language of the file is no tag that could be named.
    private func remedy(_ remedy: Remedy) -> UnplacedRemedy? {
        let changes = remedy.changes.compactMap { change($0) }
        guard changes.count == remedy.changes.count else { return nil }
        return UnplacedRemedy(changes: changes, movedMeetings: remedy.moves.count - 1)
    }

    func load(_ load: ParticipantLoad) -> EnterpriseLoad {
        EnterpriseLoad(
            enterprise: enterprise(load.participant),
            placed: load.placed,
            placedWeight: load.placedWeight,
            asked: load.asked,
            askedWeight: load.askedWeight
        )
    }

    private func change(_ change: Concession) -> ProgrammeChange? {
        switch change {
        case .dropSession: .dropSession
        case .dropFixedSlot: .dropFixedSlot
        case .dropOrder: .dropOrder
        case .raiseLimit(let participant): .raiseLimit(enterprise(participant))
        case .openSlot(let participant, let slot): .openSlot(enterprise(participant), slot: slot)
        case .addTable(let index, let slot): .addTable(hall(index), slot: slot)
        case .addInterpreter(let one, let other, let slot):
            pair(one, other).map { .addInterpreter($0, slot: slot) }
        case .giveUp(let meeting): .giveUp(request(meeting))
        case .addRepresentative(let participant): .addRepresentative(enterprise(participant))
        }
    }

    func scarcity(_ scarcity: Scarcity) -> ProgrammeScarcity? {
        guard let resource = resource(scarcity.resource) else { return nil }
        return ProgrammeScarcity(
            resource: resource,
            added: scarcity.added,
            slots: scarcity.slots,
            price: scarcity.price,
            placed: scarcity.placed,
            placedWeight: scarcity.placedWeight,
            weightAtMost: scarcity.weightAtMost
        )
    }

    private func resource(_ resource: Scarcity.Resource) -> ProgrammeScarcity.Resource? {
        switch resource {
        case .interpreters(let one, let other, let day):
            pair(one, other).map { .interpreters($0, day: day) }
        case .tables(let index, let day): .tables(hall(index), day: day)
        case .representatives(let participant): .representatives(enterprise(participant))
        case .limit(let participant): .limit(enterprise(participant))
        }
    }
}

extension ProgrammeInstance {
    /// What the engine says of a solution, with the file's identifiers.
    package func explained(_ explanation: ProgrammeExplanation, of problem: MeetingProblem)
        -> (unplaced: [UnplacedRequest], scarcities: [ProgrammeScarcity])
    {
        let map = ExplanationMap(instance: self, problem: problem)
        return (
            explanation.unplaced.map { map.request($0) },
            explanation.scarcities.compactMap { map.scarcity($0) }
        )
    }
}
