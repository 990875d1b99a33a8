/// What each back end says in its own words; every other statement is in SQL that all of them prepare.
///
/// Placeholders are `?`, or `?1`, `?2`, … where one value stands in several places.
package protocol Dialect: Sendable {
    /// The condition that a text has another in it, letter by letter.
    func contains(_ text: String, _ part: String) -> String

    /// A member of a JSON object that is stored as text; NULL when the object has none of that name.
    func member(_ name: String, of object: String) -> String

    /// How the full-text index is asked and kept.
    var fullText: FullTextDialect { get }
}

/// The words of a full-text index beside a table of entries with the same key.
package struct FullTextDialect: Sendable {
    /// The column by which the index numbers its texts.
    package let key: String
    /// The condition that a text matches the expression of a placeholder.
    package let matches: String
    /// How good a hit is, less being better: BM25 over the fields with these weights.
    package let rank: @Sendable (_ weights: String) -> String
    /// Joins a table of entries to the index, the index first, whatever the planner thinks of the other table.
    package let join: @Sendable (_ entries: String, _ entryKey: String) -> String

    package init(
        key: String,
        matches: String,
        rank: @escaping @Sendable (_ weights: String) -> String,
        join: @escaping @Sendable (_ entries: String, _ entryKey: String) -> String
    ) {
        self.key = key
        self.matches = matches
        self.rank = rank
        self.join = join
    }
}
