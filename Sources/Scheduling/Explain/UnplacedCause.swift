/// Why a meeting has no placement; true of the finished programme.
public enum UnplacedCause: Sendable, Equatable {
    case noCommonSlot
    case noCommonSlotInSession
    /// No interpreter of a fitting pair is available in any common slot.
    case noInterpreterAvailable
    /// All fitting interpreters are taken in every common slot that both sides have free.
    case interpretersTaken
    /// As `interpretersTaken`, but some are free and may not work on without a rest.
    case interpretersResting
    case limitReached(participant: Int)
    /// Every common slot of this participant is taken.
    case participantFull(participant: Int)
    /// Each side has common slots left, but in every one the other side has another meeting.
    case noFreeSlotInCommon
    /// No shared table is free in any common slot that both sides have free.
    case noTableFree
    /// Someone could not walk in time, from or to a meeting, in every common slot that both sides have free.
    case walkTooLong
    case predecessorUnplaced(meeting: Int)
    /// Every common slot that both sides have free is before the end of this meeting, which must come first.
    case predecessorTooLate(meeting: Int)
    /// The obstacles differ from slot to slot among those that both sides have free; each of these stands in some.
    case hindered(by: Obstacles)
    /// It fits as the programme stands: the search ended before it was tried, or the limit on the difference in breaks
    /// forbids it.
    case leftOut

    /// What can stand in the way in a slot that both sides have free.
    public struct Obstacles: OptionSet, Sendable, Hashable {
        /// One bit for each obstacle.
        public let rawValue: UInt8

        /// Makes a set.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// No shared table is free.
        public static let noTable = Obstacles(rawValue: 1)
        /// Every fitting interpreter serves another meeting or is unavailable.
        public static let interpretersTaken = Obstacles(rawValue: 2)
        /// A fitting interpreter is free but has worked as long as it may.
        public static let interpretersResting = Obstacles(rawValue: 4)
        /// Someone cannot walk in time from or to another meeting.
        public static let walkTooLong = Obstacles(rawValue: 8)
        /// A meeting that must come first is in this slot or a later one.
        public static let predecessorTooLate = Obstacles(rawValue: 16)
    }
}
