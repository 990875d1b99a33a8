package import TextAnalysis

/// One finding about input: where it is, what stands there, and what is wrong with it.
package struct Diagnostic: Equatable, Sendable, Codable {
    package enum Severity: String, Sendable, Codable {
        case error
        case warning
    }

    package var file: String
    /// 1-based row as a spreadsheet shows it; nil when the file as a whole is meant.
    package var row: Int?
    /// The column's header as the file spells it.
    package var column: String?
    package var value: String?
    package var severity: Severity
    package var problem: Problem

    package init(
        file: String,
        row: Int? = nil,
        column: String? = nil,
        value: String? = nil,
        severity: Severity = .error,
        problem: Problem
    ) {
        self.file = file
        self.row = row
        self.column = column
        self.value = value
        self.severity = severity
        self.problem = problem
    }

    /// What can be wrong; the words in three languages are in `Diagnostic+Words.swift`.
    package enum Problem: Equatable, Sendable, Codable {
        case unreadableFile(String)
        /// More than is read of any file; nothing of it is.
        case beyondLimit(FileLimit)
        case unknownTable(expected: [String])
        case missingColumn(String)
        case unknownColumn
        /// Another column, further left, has the same meaning.
        case duplicateColumn(of: String)
        /// A cell without a header above it.
        case cellWithoutHeader
        case missingValue
        case notANumber
        case outOfRange(Int, Int)
        case unknownValue(maybe: String?)
        case unknownReference(table: String)
        /// The number of a slot that the expo does not have; the first and last that it has.
        case unknownSlot(first: Int, last: Int)
        /// The number of a new slot beyond one that is missing: slots are numbered from 0 without a gap.
        case slotGap(missing: Int)
        /// A product or a demand that nothing can be matched with yet.
        case missingHSCode
        case invalidHSCode
        case invalidGTIN
        case invalidDate
        case invalidLanguage
        case invalidPair
        case invalidText
        /// Characters that deceive the reader.
        case unsafeText(TextFlaw)
        /// What makes a web or mail address of a person's name.
        case addressInName(String)
        case tooLong(most: Int)
        case duplicateIdentifier(firstRow: Int?)
        case duplicateEnterprise(of: String)
        case samePartyOnBothSides
        /// A request between the same two enterprises as an earlier one; `row` when that is in the same table.
        case mergedRequest(into: String, row: Int?, isMutual: Bool)
        /// As `mergedRequest`, but for another half of the day.
        case contradictingSession(request: String, row: Int?)
        /// A region of another economy than the row's.
        case foreignRegion(of: String, economy: String)
        case notAfter(start: String)
        case noteRowSkipped
        /// The row is not of the delegation whose agency imports it.
        case otherDelegation
        /// More companies than a delegation may have without its organiser.
        case tooManyMembers(most: Int)
        /// The organiser's table, brought by an agency.
        case organisersTable
        /// Another status than stored, brought by an agency.
        case organisersStatus
    }
}
