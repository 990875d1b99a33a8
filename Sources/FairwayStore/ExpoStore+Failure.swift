import StoreSQL

extension ExpoStore {
    /// What the database says of a failure, by number and in its own words: `13 (database or disk is full)`.
    ///
    /// No statement, no value of a row.
    /// - Returns: nil for an error that is not the database's.
    package static func failure(_ error: any Error) -> String? {
        (error as? SQLError)?.code
    }
}
