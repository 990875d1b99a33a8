import FairwayCore

/// How much of an import is read: beyond it nothing is, so that no half of a list is taken for all of it.
package struct ImportLimits: Sendable {
    /// Of all tables together.
    package var maxRows: Int
    /// Errors and warnings of all tables together: a row of a dozen wrong cells brings a dozen.
    package var maxFindings: Int

    package init(maxRows: Int, maxFindings: Int) {
        self.maxRows = maxRows
        self.maxFindings = maxFindings
    }

    /// What somebody reads on a machine of their own.
    package static let none = ImportLimits(maxRows: .max, maxFindings: .max)

    /// The limit that this much is beyond.
    func exceeded(rows: Int, findings: Int) -> FileLimit? {
        if rows > maxRows { return FileLimit(.rows, most: maxRows) }
        return findings > maxFindings ? FileLimit(.findings, most: maxFindings) : nil
    }
}
