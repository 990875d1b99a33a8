package import Scheduling

/// The accepted requests of an expo as a meeting problem, and the way back from its solution.
///
/// Those of declined enterprises are left out.
package struct ProgrammePlan: Sendable {
    /// The requests that are to become meetings, by identifier; meeting `i` of the problem is request `i`.
    package let requests: [MeetingRequest]
    package let instance: ProgrammeInstance
    package let problem: MeetingProblem
    private let data: ExpoData
    private let stands: [Enterprise.ID: Stand]

    /// Identifiers of the instance are those of the expo, so a violation or a reason names what the organiser knows.
    /// - Throws: `ProgrammeFileError` when a request names an enterprise the expo does not have; `SlotNumberError` when its
    ///   slots are not numbered 0 … n−1.
    package init(data: ExpoData) throws {
        try SlotNumberError.check(data.expo?.slots ?? [])
        self.data = data
        let declined = Set(data.enterprises.filter { $0.status == .declined }.map(\.id))
        requests = data.requests.filter {
            $0.status == .accepted && !declined.contains($0.requester) && !declined.contains($0.recipient)
        }.sorted { $0.id < $1.id }
        stands = Dictionary(
            data.stands.compactMap { stand in stand.enterprise.map { ($0, stand) } },
            uniquingKeysWith: { first, _ in first }
        )
        instance = Self.instance(data, requests: requests, stands: stands)
        problem = try instance.problem()
    }

    private static func instance(
        _ data: ExpoData,
        requests: [MeetingRequest],
        stands: [Enterprise.ID: Stand]
    ) -> ProgrammeInstance {
        let slots = data.expo?.slots ?? []
        let days = data.expo?.days ?? []
        let asked = Set(requests.flatMap { [$0.requester, $0.recipient] })
        let tables = Dictionary(grouping: data.tables, by: \.hall)
        return ProgrammeInstance(
            name: data.expo?.name.text(in: .en) ?? "expo",
            slots: slots.map { slot in
                ProgrammeInstance.Slot(
                    day: days.firstIndex(of: slot.date) ?? 0,
                    session: slot.session.rawValue
                )
            },
            participants: data.enterprises.filter { asked.contains($0.id) }.map { enterprise in
                ProgrammeInstance.Participant(
                    id: enterprise.id.code,
                    languages: enterprise.languages.map(\.code),
                    unavailable: enterprise.unavailableSlots.filter { slots.indices.contains($0) },
                    parallel: max(1, enterprise.parallelMeetings),
                    maxMeetings: enterprise.maxMeetings,
                    stand: stands[enterprise.id]?.hall.code
                )
            },
            halls: data.halls.map { hall in
                ProgrammeInstance.Hall(
                    id: hall.id.code,
                    tables: slots.indices.map { slot in
                        (tables[hall.id] ?? []).count { !$0.unavailableSlots.contains(slot) }
                    }
                )
            },
            interpreters: data.interpreters.map { interpreter in
                ProgrammeInstance.Interpreter(
                    id: interpreter.id.code,
                    pairs: interpreter.pairs.map { [$0.first.code, $0.second.code] },
                    unavailable: interpreter.unavailableSlots.filter { slots.indices.contains($0) },
                    maxConsecutive: interpreter.maxConsecutiveSlots
                )
            },
            meetings: requests.map { request in
                ProgrammeInstance.Meeting(
                    id: request.id.code,
                    a: request.requester.code,
                    b: request.recipient.code,
                    weight: request.weight,
                    session: request.session?.rawValue
                )
            }
        )
    }

    // MARK: - Back

    /// The engine's solution as a programme: tables get their numbers here.
    /// - Parameter explanation: What the engine says of the same solution; without it reasons stand alone.
    package func programme(from solution: ProgrammeSolution, explanation: ProgrammeExplanation? = nil)
        -> Programme
    {
        let map = ExplanationMap(instance: instance, problem: problem)
        var seating = TableSeating(data.tables)
        var meetings: [Meeting] = []
        var unplaced: [UnplacedRequest] = []
        for (index, request) in requests.enumerated() {
            if let placement = solution.placements[index], let hall = placement.hall {
                let place = place(
                    of: request,
                    slot: placement.slot,
                    hall: instance.halls[hall].id,
                    in: &seating
                )
                let interpreter = placement.interpreter.map { Interpreter.ID(instance.interpreters[$0].id) }
                meetings.append(
                    Meeting(request: request.id, slot: placement.slot, place: place, interpreter: interpreter)
                )
            } else if explanation == nil, let cause = solution.reasons[index] {
                unplaced.append(UnplacedRequest(request: request.id, reason: map.reason(cause, for: index)))
            }
        }
        if let explanation { unplaced = explanation.unplaced.map { map.request($0) } }
        return Programme(
            meetings: meetings,
            unplaced: unplaced,
            value: ProgrammeValue(
                placedWeight: solution.value.placedWeight,
                placed: solution.value.placed,
                breaks: solution.value.breaks,
                idleSlots: solution.value.idleSlots,
                hallChanges: solution.value.hallChanges,
                worstShare: Fairness.worstShare(requests: requests, placed: Set(meetings.map(\.request)))
            ),
            bound: ProgrammeBound(placedWeight: solution.weightBound, breaks: solution.breaksBound),
            scarcities: explanation?.scarcities.compactMap { map.scarcity($0) } ?? [],
            worstServed: explanation?.worstServed.map { map.load($0) } ?? []
        )
    }

    private func place(of request: MeetingRequest, slot: Int, hall: String, in seating: inout TableSeating)
        -> Place
    {
        let hall = Hall.ID(hall)
        if let stand = stand(of: request) { return Place(hall: hall, stand: stand) }
        return Place(hall: hall, table: seating.next(hall: hall, slot: slot))
    }

    /// Where the request's meeting is held; nil when at a shared table.
    package func stand(of request: MeetingRequest) -> Stand.ID? {
        stand(of: request.recipient) ?? stand(of: request.requester)
    }

    package func stand(of enterprise: Enterprise.ID) -> Stand.ID? { stands[enterprise]?.id }

    /// A stored programme in the form the checker reads.
    package func file(of programme: Programme) -> ProgrammeFile {
        var value = ProgrammeFile.Value()
        value.placedWeight = programme.value.placedWeight
        value.placed = programme.value.placed
        value.breaks = programme.value.breaks
        value.idleSlots = programme.value.idleSlots
        value.hallChanges = programme.value.hallChanges
        return ProgrammeFile(
            instance: instance.name,
            status: .feasible,
            meetings: programme.meetings.map { meeting in
                ProgrammeFile.Meeting(
                    id: meeting.request.code,
                    slot: meeting.slot,
                    hall: meeting.place.hall.code,
                    interpreter: meeting.interpreter?.code
                )
            },
            unplaced: programme.unplaced.map {
                ProgrammeFile.Unplaced(id: $0.request.code, reason: $0.reason.kindName(in: .en))
            },
            value: value,
            bound: ProgrammeFile.Bound(
                placedWeight: programme.bound.placedWeight,
                breaks: programme.bound.breaks
            ),
            seconds: 0
        )
    }
}

/// Gives each meeting at a shared table of a hall the first table that is usable and free in the slot.
private struct TableSeating {
    private let tables: [Hall.ID: [MeetingTable]]
    private var used: [Hall.ID: [Int: Int]] = [:]

    init(_ all: [MeetingTable]) {
        tables = Dictionary(grouping: all.sorted { $0.id < $1.id }, by: \.hall)
    }

    mutating func next(hall: Hall.ID, slot: Int) -> MeetingTable.ID? {
        let number = used[hall]?[slot] ?? 0
        used[hall, default: [:]][slot] = number + 1
        return tables[hall]?.lazy.filter { !$0.unavailableSlots.contains(slot) }.dropFirst(number).first?.id
    }
}
