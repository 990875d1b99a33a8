import StoreSQL

/// SQLite's own words: JSON functions, INSTR, and FTS5.
struct SQLiteDialect: Dialect {
    func contains(_ text: String, _ part: String) -> String { "INSTR(\(text), \(part)) > 0" }

    func member(_ name: String, of object: String) -> String { "json_extract(\(object), '$.\(name)')" }

    let fullText = FullTextDialect(
        key: "rowid",
        matches: "search_text MATCH ?",
        rank: { "bm25(search_text, \($0))" },
        join: { "search_text CROSS JOIN \($0) ON \($1) = search_text.rowid" }
    )
}
