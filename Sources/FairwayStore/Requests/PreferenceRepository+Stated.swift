package import FairwayCore
import StoreSQL

/// How an enterprise feels about another as a whole, or about one of its people.
package struct StatedPreference: Equatable, Sendable {
    package var other: Enterprise.ID
    package var person: Representative.ID?
    package var preference: Preference
}

extension PreferenceRepository {
    /// Everything an enterprise has said of others, by code of enterprise and person.
    package func stated(of id: Enterprise.ID) async throws -> [StatedPreference] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT other, representative, kind FROM preference WHERE enterprise = ?
                    ORDER BY other, representative
                    """,
                arguments: [id.code]
            ).compactMap { row in
                let person: String = row[1]
                return Preference(rawValue: row[2]).map {
                    StatedPreference(
                        other: .init(row[0] as String),
                        person: person.isEmpty ? nil : .init(person),
                        preference: $0
                    )
                }
            }
        }
    }
}
