/// A meeting without a placement: why, what stands in its way, and the smallest change that would place it.
public struct UnplacedMeeting: Sendable, Equatable {
    /// Which.
    public var meeting: Int
    /// Why it is unplaced.
    public var cause: UnplacedCause
    /// How much of what it asked the participant that the cause names has placed.
    public var load: ParticipantLoad?
    /// Placed meetings that would have to give way where those weigh least together, the lightest first.
    public var rivals: [Int]
    /// What the rivals weigh beyond the meeting; nil without rivals, negative when a swap would gain.
    public var excess: Int?
    /// The smallest change that places it; nil when the engine found none.
    public var remedy: Remedy?
}

/// What a participant asked for and what of it is placed.
public struct ParticipantLoad: Sendable, Equatable {
    /// Who.
    public var participant: Int
    /// Number of its placed meetings.
    public var placed: Int
    /// Their total weight.
    public var placedWeight: Int
    /// Number of all its meetings.
    public var asked: Int
    /// Their total weight.
    public var askedWeight: Int

    /// The placed part of the asked weight, 0 … 1.
    public var share: Double { askedWeight > 0 ? Double(placedWeight) / Double(askedWeight) : 1 }
}

/// Changes that place an unplaced meeting while every other one stays placed, except those they give up, with the moves
/// that prove it.
public struct Remedy: Sendable, Equatable {
    /// What has to change; empty when moving other meetings is enough.
    public var changes: [Concession]
    /// The meeting's own placement, then the new placements of those that make way.
    ///
    /// An interpreter number past the problem's own is the one that the changes add.
    public var moves: [Move]
    /// Cost of the changes and 1 for each meeting that moves.
    public var cost: Int

    /// A meeting and where it goes.
    public struct Move: Sendable, Equatable {
        /// Which meeting.
        public var meeting: Int
        /// Where it goes.
        public var placement: Placement
    }
}
