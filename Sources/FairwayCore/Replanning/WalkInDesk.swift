import Scheduling

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
