/// How large a problem may be: every array of the engine has a size that follows from these numbers.
///
/// They are some five times what the largest expo needs (4,000 participants, 25,000 meetings, 100 slots), and small enough
/// that the engine stays below 512 MB: scheduling, explaining and replanning 200,000 meetings of two days, more than fit,
/// took 398 MB, 100,000 of five days 301 MB. The products bound what no single number does; `docs/limits.md` has the table.
public enum ProblemLimits {
    /// Slots of all days.
    public static let maxSlots = 1_024
    /// Slots of one day: the bits of a word.
    public static let maxSlotsOfDay = 64
    /// Those who meet.
    public static let maxParticipants = 30_000
    /// Meetings to be placed or not.
    public static let maxMeetings = 200_000
    /// Meetings of one participant; more for its few slots are a mistake, and would take time and memory from all others.
    public static let maxMeetingsOfParticipant = 100_000
    /// Halls; the walks between them are a square.
    public static let maxHalls = 200
    /// Those who interpret.
    public static let maxInterpreters = 2_000
    /// Languages of one participant.
    public static let maxLanguages = 64
    /// Pairs of languages of one interpreter.
    public static let maxPairs = 256
    /// Pairs of language sets without a language in common: so many kinds of meetings need an interpreter.
    public static let maxLanguageCombinations = 2_000
    /// Entries of all `after` lists together.
    public static let maxPredecessors = 1_000_000
    /// Meetings times days: the columns of the relaxation by day.
    public static let maxMeetingDays = 500_000
    /// Slots times what each participant can hold at once, summed over participants; a programme has a cell for each.
    public static let maxPlaces = 3_000_000
    /// What one meeting may be worth: sums of all weights stay exact in a `Double`.
    public static let maxWeight = 1_000_000
    /// Tables of a hall, meetings at once, limits: beyond this a number is a mistake.
    ///
    /// It leaves an `Int32` room for what a remedy adds.
    public static let maxCount = 1_000_000_000
}

/// The sizes of a problem, before anything is made whose size follows from them.
public struct ProblemSize: Sendable, Equatable {
    /// The number of each.
    public var slots, participants, halls, interpreters, meetings: Int

    /// Makes a size.
    public init(slots: Int, participants: Int, halls: Int, interpreters: Int, meetings: Int) {
        self.slots = slots
        self.participants = participants
        self.halls = halls
        self.interpreters = interpreters
        self.meetings = meetings
    }

    /// - Throws: `ProblemError.tooMany` with the first that is past its limit.
    public func validate() throws(ProblemError) {
        let all = [
            ("slots", slots, ProblemLimits.maxSlots),
            ("participants", participants, ProblemLimits.maxParticipants),
            ("halls", halls, ProblemLimits.maxHalls),
            ("interpreters", interpreters, ProblemLimits.maxInterpreters),
            ("meetings", meetings, ProblemLimits.maxMeetings),
        ]
        for (field, count, limit) in all where count > limit {
            throw .tooMany(field: field, count: count, limit: limit)
        }
    }
}
