/// What a database has against a statement.
///
/// What it has against its file, or the disk, is a `StoreFileError`.
package struct SQLError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// A rule of the schema: a key that is taken, a reference to nothing, a value out of range.
        case constraint
        case other
    }

    package let kind: Kind
    /// By number and in the database's own words: no statement, and no value of a row.
    package let code: String
    package let message: String

    package init(_ kind: Kind, code: String, message: String) {
        self.kind = kind
        self.code = code
        self.message = message
    }

    package var description: String { "\(code): \(message)" }
}
