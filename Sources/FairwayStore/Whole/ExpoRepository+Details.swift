package import FairwayCore
import StoreSQL

extension ExpoRepository {
    /// Changes the expo's name and time zone; what is nil stays.
    ///
    /// The domain of the calendars' UIDs stays too, so that entries already sent out keep theirs.
    /// - Throws: `StoreError.noExpo`.
    package func setDetails(name: LocalizedText, timeZone: String?, by actor: String) async throws {
        try await write(as: actor) { db in
            guard let old = try Self.expo(db) else { throw StoreError.noExpo }
            try db.execute(
                sql: "UPDATE expo SET name_zh = ?, name_ru = ?, name_en = ?, time_zone = ?",
                arguments: [
                    name.zh ?? old.name.zh, name.ru ?? old.name.ru, name.en ?? old.name.en,
                    timeZone ?? old.timeZone,
                ]
            )
        }
    }
}
