import StoreSQL

/// Writes down who was seen when.
package struct SightingRepository: Repository {
    let database: StoreDatabase
    let sightings: Sightings

    /// Writes who was seen since the last time, all in one transaction for each who is to be named.
    ///
    /// Looks only note it (`Sightings`): none of them waits for a writer.
    package func write() async throws {
        let noted = sightings.take()
        guard !noted.isEmpty else { return }
        do {
            try await write(noted)
        } catch {
            sightings.putBack(noted)
            throw error
        }
    }

    private func write(_ noted: Sightings.Noted) async throws {
        if !noted.signIns.isEmpty || !noted.tokens.isEmpty {
            try await write(as: Self.sightingActor) { db in
                for (id, time) in noted.signIns.sorted(by: { $0.key < $1.key }) {
                    try db.cachedStatement(
                        sql: """
                            UPDATE sign_in SET seen_at = ?1,
                              expires_at = CASE WHEN ?1 + ?2 < created_at + ?3 THEN ?1 + ?2 ELSE created_at + ?3 END
                            WHERE id = ?4 AND seen_at < ?1
                            """
                    )
                    .execute(arguments: [time, SignInRepository.idleSeconds, SignInRepository.maxSeconds, id])
                }
                for (id, time) in noted.tokens.sorted(by: { $0.key < $1.key }) {
                    try db.cachedStatement(
                        sql:
                            "UPDATE access_token SET used_at = ?1 WHERE id = ?2 AND COALESCE(used_at, 0) < ?1"
                    )
                    .execute(arguments: [time, id])
                }
            }
        }
        let byActor = Dictionary(grouping: noted.programmes) { $0.value.actor }
        for (actor, views) in byActor.sorted(by: { $0.key < $1.key }) {
            try await write(as: actor) { db in
                for (view, seen) in views.sorted(by: { $0.value.at < $1.value.at }) {
                    try db.execute(
                        sql: """
                            INSERT INTO programme_view (enterprise, publication, seen_at)
                            SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM enterprise WHERE code = ?1)
                              AND EXISTS (SELECT 1 FROM publication WHERE number = ?2)
                            ON CONFLICT (enterprise, publication) DO NOTHING
                            """,
                        arguments: [view.enterprise, view.publication, seen.at]
                    )
                }
            }
        }
    }

    /// Who writes down what others were seen doing.
    private static let sightingActor = "fairway"
}
