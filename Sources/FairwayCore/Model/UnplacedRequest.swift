/// An accepted request without a slot: why, and what would place it.
package struct UnplacedRequest: Equatable, Sendable, Codable {
    package var request: MeetingRequest.ID
    package var reason: UnplacedReason
    /// How much of what it asked the enterprise that the reason names has placed.
    package var load: EnterpriseLoad?
    /// Requests whose meetings would have to give way, the lightest first.
    package var rivals: [MeetingRequest.ID]
    /// What the rivals weigh beyond the request; nil without rivals.
    package var outweighedBy: Int?
    /// The smallest change that would place it, checked by the engine.
    package var remedy: UnplacedRemedy?

    package init(
        request: MeetingRequest.ID,
        reason: UnplacedReason,
        load: EnterpriseLoad? = nil,
        rivals: [MeetingRequest.ID] = [],
        outweighedBy: Int? = nil,
        remedy: UnplacedRemedy? = nil
    ) {
        self.request = request
        self.reason = reason
        self.load = load
        self.rivals = rivals
        self.outweighedBy = outweighedBy
        self.remedy = remedy
    }
}

/// Why a request has no place in a programme, in terms a person can act on.
package enum UnplacedReason: Equatable, Sendable, Codable {
    /// The two sides are never free in the same slot.
    case noCommonSlot
    /// They are, but never in the session the request asks for.
    case noCommonSlotInSession
    /// No interpreter of these pairs is available in any common slot.
    case noInterpreterAvailable(pairs: [LanguagePair])
    /// Interpreters of these pairs exist but all are taken in every slot that is left.
    case interpretersTaken(pairs: [LanguagePair])
    /// As `interpretersTaken`, but some are free and may not work on without a rest.
    case interpretersResting(pairs: [LanguagePair])
    /// The participant has reached the most meetings it wants.
    case limitReached(Enterprise.ID, limit: Int)
    /// Every common slot of this participant is taken.
    case participantFull(Enterprise.ID)
    /// Both sides have common slots left, but in each the other side has another meeting.
    case noFreeSlotInCommon
    /// No shared table is free in any slot that both could use.
    case noTableFree
    /// In every slot that both have free someone could not walk in time from or to another meeting.
    case walkTooLong
    /// A request that must come first is not placed.
    case predecessorUnplaced(MeetingRequest.ID)
    /// A meeting that must come first is placed too late.
    case predecessorTooLate(MeetingRequest.ID)
    /// Obstacles differ from slot to slot among those that both have free.
    case hindered(by: [Obstacle], pairs: [LanguagePair])
    /// It fits as the programme stands, but the engine did not get to it or the limit on breaks forbids it.
    case leftOut

    /// What can stand in the way in a slot that both sides have free.
    package enum Obstacle: String, Sendable, Codable, CaseIterable {
        case noTable, interpretersTaken, interpretersResting, walkTooLong, predecessorTooLate
    }
}

/// What an enterprise asked for and what of it is placed.
package struct EnterpriseLoad: Equatable, Sendable, Codable {
    package var enterprise: Enterprise.ID
    /// Number and total weight of its placed requests, and of all its accepted ones.
    package var placed: Int
    package var placedWeight: Int
    package var asked: Int
    package var askedWeight: Int

    package init(enterprise: Enterprise.ID, placed: Int, placedWeight: Int, asked: Int, askedWeight: Int) {
        self.enterprise = enterprise
        self.placed = placed
        self.placedWeight = placedWeight
        self.asked = asked
        self.askedWeight = askedWeight
    }

    /// The placed part of the asked weight, 0 … 1.
    package var share: Double { askedWeight > 0 ? Double(placedWeight) / Double(askedWeight) : 1 }
}

/// The smallest change that places an unplaced request while every other meeting stays placed.
package struct UnplacedRemedy: Equatable, Sendable, Codable {
    /// What has to change; empty when moving other meetings is enough.
    package var changes: [ProgrammeChange]
    /// How many other meetings move to another slot, hall or interpreter.
    package var movedMeetings: Int

    package init(changes: [ProgrammeChange], movedMeetings: Int) {
        self.changes = changes
        self.movedMeetings = movedMeetings
    }
}

/// One thing that the organiser can change so that another request fits.
package enum ProgrammeChange: Equatable, Sendable, Codable {
    case dropSession
    case dropFixedSlot
    case dropOrder
    case raiseLimit(Enterprise.ID)
    case openSlot(Enterprise.ID, slot: Int)
    case addTable(Hall.ID, slot: Int)
    case addInterpreter(LanguagePair, slot: Int)
    /// A meeting that weighs no more is not held.
    case giveUp(MeetingRequest.ID)
    case addRepresentative(Enterprise.ID)
}
