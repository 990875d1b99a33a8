/// The door for changes: a programme and a changed problem in, a programme close to it out.
///
/// Frozen and locked meetings stay; then placed weight is as great, and then the moved meetings are as few, as the search
/// finds. See `Replan` for what is proven.
public enum Replanner {
    /// What a replan depends on besides the request.
    public struct Settings: Sendable, Equatable {
        /// Where chance comes from.
        public var seed: UInt64
        /// Most nodes of the search; nil lets it follow from the size of the change.
        ///
        /// The same seed and limit give the same programme on every machine.
        public var stepLimit: Int?
        /// Whether a meeting of the programme so far is never given up for heavier ones that were not in it.
        ///
        /// Otherwise placed weight decides, whoever it comes from.
        public var keepsBeforeAdding: Bool

        /// Makes settings.
        public init(seed: UInt64 = 1, stepLimit: Int? = nil, keepsBeforeAdding: Bool = false) {
            self.seed = seed
            self.stepLimit = stepLimit
            self.keepsBeforeAdding = keepsBeforeAdding
        }
    }

    /// Makes the programme fit the changed problem.
    ///
    /// - Parameter isCancelled: Asked every 128 nodes; when it says so, the programme so far is returned, still valid.
    /// - Throws: `ReplanError` when the request contradicts itself or a frozen meeting breaks a rule.
    public static func replan(
        _ request: ReplanRequest,
        settings: Settings = Settings(),
        isCancelled: @escaping () -> Bool = { false }
    ) throws(ReplanError) -> Replan {
        var compiled: CompiledProblem
        do { compiled = try CompiledProblem(request.problem) } catch { throw .problem(error) }
        let previous = try PreviousProgramme(request, compiled: compiled)
        let whole = compiled
        previous.narrow(&compiled)
        let worth = MeetingWorth(compiled, previous: previous, keepsBeforeAdding: settings.keepsBeforeAdding)
        let kept = try KeptProgramme(compiled, previous: previous, worth: worth.values)
        var course = ReplanCourse(kept, focus: request.focus, settings: settings, isCancelled: isCancelled)
        course.run(fairness: request.problem.fairness)
        return ReplanReport(request, whole: whole, course: course).replan
    }
}
