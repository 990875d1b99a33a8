/// Whether a company is there for someone: the one rule that pages, programs, searches and lists follow.
///
/// Before the organiser has approved it, it is there for its own people, the agency that leads its delegation and the staff.
/// For everyone else it does not exist: whatever is asked about it is answered as if nothing had its code.
package enum EnterpriseVisibility {
    /// - Parameters:
    ///   - agency: The one that leads the company's delegation.
    ///   - part: Of the viewer; nil when nobody is signed in.
    package static func shows(
        _ id: Enterprise.ID,
        _ status: Enterprise.Status,
        ledBy agency: Agency.ID?,
        to part: Account.Part?
    ) -> Bool {
        status == .approved || Right.staff.allows(part)
            || Right.enterprise.allows(part, RightObject(enterprise: id, agency: agency))
    }
}
