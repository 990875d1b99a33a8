package import Scheduling

/// A stored programme brought to what the expo's data say now, with few moves.
package struct ProgrammeReplan {
    package let plan: ProgrammePlan
    package let previous: Programme
    /// Meetings whose requests are no longer accepted.
    package let calledOff: [Meeting]
    /// Meeting number of the present problem → its placement in the previous programme.
    private let placements: [Placement?]

    /// - Throws: `ProgrammeFileError` when a request names an enterprise that the expo does not have.
    package init(_ previous: Programme, data: ExpoData) throws {
        plan = try ProgrammePlan(data: data)
        self.previous = previous
        let halls = Self.numbers(plan.instance.halls.map(\.id))
        let interpreters = Self.numbers(plan.instance.interpreters.map(\.id))
        let held = Dictionary(
            previous.meetings.map { ($0.request, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        placements = plan.requests.map { request in
            held[request.id].map { meeting in
                Placement(
                    slot: meeting.slot,
                    hall: halls[meeting.place.hall.code],
                    interpreter: meeting.interpreter.flatMap { interpreters[$0.code] }
                )
            }
        }
        let known = Set(plan.requests.map(\.id))
        calledOff = previous.meetings.filter { !known.contains($0.request) }
    }

    private static func numbers(_ codes: [String]) -> [String: Int] {
        Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the engine is asked.
    /// - Parameters:
    ///   - now: First slot that is not over or under way.
    ///   - locked: Requests whose meetings stay where they are.
    ///   - concerned: Enterprises whose unplaced requests are tried harder.
    package func request(
        now: Int,
        locked: Set<MeetingRequest.ID> = [],
        concerned: Set<Enterprise.ID> = []
    ) -> ReplanRequest {
        let participants = plan.instance.participants
        return ReplanRequest(
            problem: plan.problem,
            previous: placements,
            now: now,
            locked: plan.requests.indices.filter { locked.contains(plan.requests[$0].id) },
            focus: participants.indices.filter { concerned.contains(Enterprise.ID(participants[$0].id)) }
        )
    }

    /// One sentence for each meeting that differs.
    package func words(of replan: Replan, in language: Language, names: ProgrammeNames) -> [String] {
        let off = calledOff.map { meeting in
            let (name, slot) = (meeting.request.code, names.slot(meeting.slot))
            return language.pick(
                zh: "\(name)已取消（原定\(slot)）",
                ru: "\(name): отменена (была: \(slot))",
                en: "\(name) is called off (was \(slot))"
            )
        }
        return off + replan.difference.words(in: language, names: self.names(language, names))
    }

    private func names(_ language: Language, _ names: ProgrammeNames) -> ReplanNames {
        let map = ExplanationMap(instance: plan.instance, problem: plan.problem)
        return ReplanNames(
            meeting: { plan.requests[$0].id.code },
            slot: { names.slot($0) },
            place: { meeting, hall in
                let name = names.hall(Hall.ID(plan.instance.halls[hall].id))
                guard let stand = plan.stand(of: plan.requests[meeting]) else { return name }
                return language.pick(
                    zh: "展位 \(stand.code)",
                    ru: "стенд \(stand.code)",
                    en: "stand \(stand.code)"
                )
            },
            interpreter: { plan.instance.interpreters[$0].id },
            reason: { meeting, cause in map.reason(cause, for: meeting).words(in: language, names: names) }
        )
    }
}

/// Whom a participant of a stored programme could meet at short notice.
package struct WalkInDesk {
    private let plan: ProgrammePlan
    private let desk: WalkIn

    /// One possible meeting.
    package struct Option: Equatable, Sendable {
        package var enterprise: Enterprise.ID
        /// Of the heaviest unplaced request between the two, 0 without one.
        package var weight: Int
        package var slot: Int
        package var hall: Hall.ID?
        package var stand: Stand.ID?
        package var interpreter: Interpreter.ID?
    }

    /// - Throws: `ReplanError` when the programme no longer fits the expo's data.
    package init(_ programme: Programme, data: ExpoData) throws {
        let replan = try ProgrammeReplan(programme, data: data)
        plan = replan.plan
        desk = try WalkIn(plan.problem, placements: replan.request(now: 0).previous)
    }

    /// Whom the enterprise could meet in one of the slots as the programme stands: the greatest weight first.
    ///
    /// - Throws: `ExpoChangeError.unknownEnterprise` when it takes no part in the programme.
    package func options(for id: Enterprise.ID, slots: Range<Int>) throws(ExpoChangeError) -> [Option] {
        let instance = plan.instance
        guard let number = instance.participants.firstIndex(where: { $0.id == id.code }) else {
            throw .unknownEnterprise(id.code)
        }
        return desk.options(for: .participant(number), slots: slots).map { option in
            let other = Enterprise.ID(instance.participants[option.participant].id)
            return Option(
                enterprise: other,
                weight: option.weight,
                slot: option.placement.slot,
                hall: option.placement.hall.map { Hall.ID(instance.halls[$0].id) },
                stand: plan.stand(of: other) ?? plan.stand(of: id),
                interpreter: option.placement.interpreter.map { Interpreter.ID(instance.interpreters[$0].id) }
            )
        }
    }
}
