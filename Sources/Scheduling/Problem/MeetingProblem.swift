/// A meeting programme problem in plain numbers: everything is an index into one of the arrays here.
///
/// The meaning of each field is that of `docs/formats/programme-json.md`; hard rules and value are listed there.
public struct MeetingProblem: Sendable, Equatable {
    /// Slot number → its day.
    ///
    /// Two slots are adjacent when their numbers differ by one and they share a day.
    public var slotDays: [Int]
    /// Slot number → its session, nil when it has none.
    public var slotSessions: [Int?]
    /// Those who meet.
    public var participants: [Participant]
    /// Hall → shared tables usable in each slot (`tables[hall][slot]`).
    public var tables: [[Int]]
    /// Whole slots needed between a meeting in one hall and one in another on the same day
    /// (`walk[hall * hallCount + other]`, symmetric); binds participants with `parallel` 1.
    public var walk: [Int]
    /// Those who help sides without a language in common.
    public var interpreters: [Interpreter]
    /// What is to be placed.
    public var meetings: [Meeting]
    /// Hard limit on the difference in breaks between any two participants.
    public var fairness: Int?

    /// One who meets, with what binds it.
    public struct Participant: Sendable, Equatable {
        /// Languages spoken; empty when unknown (then no interpreter is ever needed).
        public var languages: [Int]
        /// Slots in which it cannot meet.
        public var unavailable: [Int]
        /// Meetings at once, at least 1.
        public var parallel: Int
        /// Most meetings in all; nil for no limit.
        public var maxMeetings: Int?
        /// The hall of the participant's stand.
        public var standHall: Int?

        /// Makes a participant; what is left out does not bind it.
        public init(
            languages: [Int] = [],
            unavailable: [Int] = [],
            parallel: Int = 1,
            maxMeetings: Int? = nil,
            standHall: Int? = nil
        ) {
            self.languages = languages
            self.unavailable = unavailable
            self.parallel = parallel
            self.maxMeetings = maxMeetings
            self.standHall = standHall
        }
    }

    /// One who interprets, with the pairs of languages.
    public struct Interpreter: Sendable, Equatable {
        /// Unordered pairs of languages.
        public var pairs: [[Int]]
        /// Slots in which it cannot work.
        public var unavailable: [Int]
        /// Adjacent slots worked without a free one.
        public var maxConsecutive: Int?

        /// Makes an interpreter.
        public init(pairs: [[Int]], unavailable: [Int] = [], maxConsecutive: Int? = nil) {
            self.pairs = pairs
            self.unavailable = unavailable
            self.maxConsecutive = maxConsecutive
        }
    }

    /// One meeting of two participants.
    public struct Meeting: Sendable, Equatable {
        /// One side.
        public var a: Int
        /// The other side; at its stand when both have one.
        public var b: Int
        /// What placing it is worth, at least 1.
        public var weight: Int
        /// Whether a programme without it is invalid.
        public var isRequired: Bool
        /// The session it must be in.
        public var session: Int?
        /// The slot it must be in.
        public var fixedSlot: Int?
        /// Meetings that must be placed in earlier slots if this one is placed.
        public var after: [Int]

        /// Makes a meeting.
        public init(
            a: Int,
            b: Int,
            weight: Int,
            isRequired: Bool = false,
            session: Int? = nil,
            fixedSlot: Int? = nil,
            after: [Int] = []
        ) {
            self.a = a
            self.b = b
            self.weight = weight
            self.isRequired = isRequired
            self.session = session
            self.fixedSlot = fixedSlot
            self.after = after
        }
    }

    /// Makes a problem; `Scheduler.solve` checks it.
    public init(
        slotDays: [Int],
        slotSessions: [Int?],
        participants: [Participant],
        tables: [[Int]],
        walk: [Int],
        interpreters: [Interpreter],
        meetings: [Meeting],
        fairness: Int? = nil
    ) {
        self.slotDays = slotDays
        self.slotSessions = slotSessions
        self.participants = participants
        self.tables = tables
        self.walk = walk
        self.interpreters = interpreters
        self.meetings = meetings
        self.fairness = fairness
    }

    /// Number of halls.
    public var hallCount: Int { tables.count }
}

/// Where and when a meeting is placed.
public struct Placement: Sendable, Equatable {
    /// When.
    public var slot: Int
    /// nil only when the problem has no halls.
    public var hall: Int?
    /// Who interprets, nil when nobody has to.
    public var interpreter: Int?

    /// Makes a placement.
    public init(slot: Int, hall: Int?, interpreter: Int?) {
        self.slot = slot
        self.hall = hall
        self.interpreter = interpreter
    }
}

/// What the engine found, with its proof.
public struct ProgrammeSolution: Sendable, Equatable {
    /// How much is proven.
    public enum Status: Sendable, Equatable {
        /// Placed weight and breaks are both proven.
        case optimal
        case feasible
        /// Proven: no valid programme exists.
        case infeasible
        /// Stopped before a valid programme was found (only possible with required meetings).
        case unknown
    }

    /// How much is proven.
    public var status: Status
    /// Meeting → its placement, nil when unplaced.
    public var placements: [Placement?]
    /// Meeting → why it is unplaced, nil when placed.
    public var reasons: [UnplacedCause?]
    /// What the programme is worth.
    public var value: SolutionValue
    /// Proven upper bound on placed weight.
    public var weightBound: Int
    /// Proven lower bound on breaks among programmes of the same placed weight.
    public var breaksBound: Int?
    /// Proven upper bound on the worst share among programmes of at least the same placed weight.
    public var worstShareBound: Double?
    /// What one more unit of each resource of a day is worth (`DayResources`), as far as the weight bound says; empty when
    /// it says nothing.
    var prices: [Double] = []
    /// The value of the programme before weight was given up for fewer breaks; nil when none might be.
    public var withoutTolerance: SolutionValue?

    /// Makes a solution.
    public init(
        status: Status,
        placements: [Placement?],
        reasons: [UnplacedCause?],
        value: SolutionValue,
        weightBound: Int,
        breaksBound: Int? = nil
    ) {
        self.status = status
        self.placements = placements
        self.reasons = reasons
        self.value = value
        self.weightBound = weightBound
        self.breaksBound = breaksBound
    }
}

/// The lexicographic value of a programme: weight up, then breaks, idle slots and hall changes down.
public struct SolutionValue: Sendable, Equatable {
    /// Total weight of placed meetings.
    public var placedWeight = 0
    /// Number of placed meetings.
    public var placed = 0
    /// Runs of slots without a meeting inside someone’s day.
    public var breaks = 0
    /// Total length of those runs, in slots.
    public var idleSlots = 0
    /// Successive meetings of a day in different halls.
    public var hallChanges = 0
    /// The smallest placed share (0 … 1, by weight) of what a participant with at least three meetings asked for; nil when
    /// there is none.
    public var worstShare: Double?

    /// Nothing placed.
    public init() {}
}
