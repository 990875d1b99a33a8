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
