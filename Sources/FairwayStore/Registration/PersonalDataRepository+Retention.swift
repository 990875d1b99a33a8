package import FairwayCore
import Foundation
import StoreSQL

/// How long personal data is kept after the expo.
package struct Retention: Equatable, Sendable {
    package static let usualDays = 365

    package var days: Int
    /// The last day of the expo; nil while there is none.
    package var expoEnds: CivilDate?

    /// From this date on personal data is erased.
    package var erasedFrom: CivilDate? { expoEnds?.adding(days: days) }
}

extension PersonalDataRepository {
    package func retention() async throws -> Retention {
        try await read { db in
            Retention(
                days: try Int.fetchOne(db, sql: "SELECT days FROM retention") ?? Retention.usualDays,
                expoEnds: try String.fetchOne(db, sql: "SELECT MAX(date) FROM slot").flatMap { CivilDate($0) }
            )
        }
    }

    package func setRetentionDays(_ days: Int, by actor: String) async throws {
        try await write(as: actor) { db in
            try db.execute(
                sql:
                    "INSERT INTO retention VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET days = excluded.days",
                arguments: [max(0, days)]
            )
        }
    }
}
