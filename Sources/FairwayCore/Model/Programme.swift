/// All meetings that one run of the engine placed, with what it achieved and why the rest is not placed.
package struct Programme: Equatable, Sendable, Codable {
    package var meetings: [Meeting]
    package var unplaced: [UnplacedRequest]
    package var value: ProgrammeValue
    package var bound: ProgrammeBound
    /// What more of scarce resources would give, the most first.
    package var scarcities: [ProgrammeScarcity]
    /// Enterprises of which the smallest share is placed, the worst first.
    package var worstServed: [EnterpriseLoad]

    package init(
        meetings: [Meeting],
        unplaced: [UnplacedRequest],
        value: ProgrammeValue,
        bound: ProgrammeBound,
        scarcities: [ProgrammeScarcity] = [],
        worstServed: [EnterpriseLoad] = []
    ) {
        self.meetings = meetings
        self.unplaced = unplaced
        self.value = value
        self.bound = bound
        self.scarcities = scarcities
        self.worstServed = worstServed
    }
}

/// What a programme is worth, in the order in which it is compared.
package struct ProgrammeValue: Equatable, Sendable, Codable {
    /// Sum of the placed requests' weights; maximised first.
    package var placedWeight: Int
    package var placed: Int
    /// Maximal runs of free slots between a participant's first and last meeting of a day, summed.
    package var breaks: Int
    /// Their total length in slots.
    package var idleSlots: Int
    package var hallChanges: Int
    /// The lowest share of its asked weight that any participant with accepted requests got, 0 … 1; nil without any.
    package var worstShare: Double?

    package init(
        placedWeight: Int = 0,
        placed: Int = 0,
        breaks: Int = 0,
        idleSlots: Int = 0,
        hallChanges: Int = 0,
        worstShare: Double? = nil
    ) {
        self.placedWeight = placedWeight
        self.placed = placed
        self.breaks = breaks
        self.idleSlots = idleSlots
        self.hallChanges = hallChanges
        self.worstShare = worstShare
    }
}

/// What no programme can beat.
package struct ProgrammeBound: Equatable, Sendable, Codable {
    /// Proven upper bound on placed weight.
    package var placedWeight: Int
    /// Proven lower bound on breaks among programmes of the same placed weight; nil if none is known.
    package var breaks: Int?

    package init(placedWeight: Int, breaks: Int? = nil) {
        self.placedWeight = placedWeight
        self.breaks = breaks
    }
}

/// One execution of the engine: its settings and where its programme stands.
package struct Run: Equatable, Sendable, Codable {
    package typealias ID = Int64

    package enum Status: String, Sendable, Codable {
        case running
        case finished
        case failed
    }

    package var id: ID
    /// Seconds since 1970-01-01 UTC.
    package var startedAt: Double
    package var seed: UInt64
    package var timeLimitSeconds: Double
    package var elapsedSeconds: Double
    package var status: Status
    package var value: ProgrammeValue
    package var bound: ProgrammeBound

    package init(
        id: ID,
        startedAt: Double,
        seed: UInt64,
        timeLimitSeconds: Double,
        elapsedSeconds: Double,
        status: Status,
        value: ProgrammeValue,
        bound: ProgrammeBound
    ) {
        self.id = id
        self.startedAt = startedAt
        self.seed = seed
        self.timeLimitSeconds = timeLimitSeconds
        self.elapsedSeconds = elapsedSeconds
        self.status = status
        self.value = value
        self.bound = bound
    }
}

/// A run that the organiser has made the valid programme; calendars carry its number as SEQUENCE.
package struct Publication: Equatable, Sendable, Codable {
    package var number: Int
    package var run: Run.ID
    /// Seconds since 1970-01-01 UTC.
    package var publishedAt: Double
    package var publishedBy: String

    package init(number: Int, run: Run.ID, publishedAt: Double, publishedBy: String) {
        self.number = number
        self.run = run
        self.publishedAt = publishedAt
        self.publishedBy = publishedBy
    }
}
