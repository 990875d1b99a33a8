/// What can happen to an expo after its programme was made; all indices are those of the problem it is applied to.
public enum ProblemChange: Sendable, Equatable {
    /// The participants are there from `firstSlot` on and not before.
    case lateArrival(participants: [Int], firstSlot: Int)
    /// The participants are gone from `fromSlot` on; 0 means altogether.
    case departure(participants: [Int], fromSlot: Int)
    /// An interpreter cannot work in the slots.
    case interpreterAbsence(interpreter: Int, slots: [Int])
    /// A hall is closed in the slots: neither its tables nor the stands in it can be used.
    ///
    /// Who has a stand there counts as unavailable in those slots, even for a meeting at another's stand.
    case hallClosure(hall: Int, slots: [Int])
    /// More participants and meetings, appended to the problem's; new meetings may be between old participants too.
    case lateRegistration(participants: [MeetingProblem.Participant], meetings: [MeetingProblem.Meeting])
    /// The meetings are off; whatever was to come after them no longer waits.
    case decline(meetings: [Int])
    /// The participants are available in the slots after all.
    case widenedAvailability(participants: [Int], slots: [Int])
}
