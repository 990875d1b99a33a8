/// The verdict on a stored programme for the expo as it is now: what `check` prints, and what `publish` insists on.
package struct StoredProgrammeCheck: Sendable {
    package let violations: [ProgrammeViolation]
    /// Recounted from the meetings alone.
    package let value: ProgrammeFile.Value

    package init(of programme: Programme, in data: ExpoData) throws {
        let plan = try ProgrammePlan(data: data)
        let result = ProgrammeChecker.check(plan.file(of: programme), against: plan.instance)
        violations =
            result.violations.map(Self.inTermsOfTheStore) + PlaceChecker.violations(of: programme, in: data)
        value = result.value
    }

    /// What a file calls an unknown meeting is a request that was withdrawn or declined after the run.
    private static func inTermsOfTheStore(_ violation: ProgrammeViolation) -> ProgrammeViolation {
        if case .unknownMeeting(let id) = violation { return .noLongerAccepted(id) }
        return violation
    }
}
