/// What differs between two programmes, meeting by meeting, each list in the order of meeting numbers.
public struct ReplanDifference: Sendable, Equatable {
    /// A meeting in another slot or hall, maybe with another interpreter.
    public struct Move: Sendable, Equatable {
        /// The meeting's number.
        public var meeting: Int
        /// Where it was.
        public var from: Placement
        /// Where it is.
        public var to: Placement
    }

    /// A meeting with its place in the one programme that has it.
    public struct Entry: Sendable, Equatable {
        /// The meeting's number.
        public var meeting: Int
        /// Where it is or was.
        public var placement: Placement
    }

    /// A meeting that was in the programme and has no place any more, though nobody called it off.
    public struct Loss: Sendable, Equatable {
        /// The meeting's number.
        public var meeting: Int
        /// Where it was.
        public var from: Placement
        /// Why.
        public var reason: Reason
    }

    /// Why a meeting was lost.
    public enum Reason: Sendable, Equatable {
        /// It was locked to a slot and hall in which it can no longer be held.
        case lockedPlaceGone
        /// The only slots in which it could be held are over or under way.
        case noSlotLeft
        /// What stands in its way in the new programme.
        case cause(UnplacedCause)
    }

    /// Meetings that were in the programme and were called off.
    public var cancelled: [Entry] = []
    /// Meetings in another slot or hall.
    public var moved: [Move] = []
    /// Meetings in the same slot and hall with another interpreter.
    public var reinterpreted: [Move] = []
    /// Meetings that are new in the programme.
    public var added: [Entry] = []
    /// Meetings that are no longer in it.
    public var lost: [Loss] = []

    /// Whether nothing differs.
    public var isEmpty: Bool {
        cancelled.isEmpty && moved.isEmpty && reinterpreted.isEmpty && added.isEmpty && lost.isEmpty
    }

    /// The differences of two programmes.
    ///
    /// - Parameter reason: Asked for each meeting that is lost.
    /// - Complexity: O(meetings).
    init(
        from previous: [Placement?],
        to placements: [Placement?],
        of problem: MeetingProblem,
        reason: (Int) -> Reason
    ) {
        for (meeting, new) in placements.enumerated() {
            let old = previous.indices.contains(meeting) ? previous[meeting] : nil
            switch (old, new) {
            case (nil, nil): continue
            case (nil, let new?): added.append(Entry(meeting: meeting, placement: new))
            case (let old?, nil):
                if problem.meetings[meeting].isCancelled {
                    cancelled.append(Entry(meeting: meeting, placement: old))
                } else {
                    lost.append(Loss(meeting: meeting, from: old, reason: reason(meeting)))
                }
            case (let old?, let new?):
                let move = Move(meeting: meeting, from: old, to: new)
                if old.slot != new.slot || old.hall != new.hall {
                    moved.append(move)
                } else if old.interpreter != new.interpreter {
                    reinterpreted.append(move)
                }
            }
        }
    }

    /// The programme that results when a programme takes the differences over; those that name a meeting beyond its end are
    /// passed over.
    public func applied(to previous: [Placement?], meetings: Int) -> [Placement?] {
        var result = previous + [Placement?](repeating: nil, count: max(0, meetings - previous.count))
        func set(_ meeting: Int, _ placement: Placement?) {
            if result.indices.contains(meeting) { result[meeting] = placement }
        }
        for one in cancelled { set(one.meeting, nil) }
        for one in lost { set(one.meeting, nil) }
        for one in moved + reinterpreted { set(one.meeting, one.to) }
        for one in added { set(one.meeting, one.placement) }
        return result
    }
}
