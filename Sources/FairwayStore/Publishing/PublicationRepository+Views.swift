package import FairwayCore
import StoreSQL

extension PublicationRepository {
    /// Notes that the enterprise itself has looked at its part of the latest publication; the first look counts.
    ///
    /// It is written by `SightingRepository`.
    /// - Parameter actor: Whom of the enterprise the audit log names.
    package func noteView(of id: Enterprise.ID, by actor: String) async throws {
        let publication = try await read { db -> Int? in
            guard let number = try Self.latest(db)?.number else { return nil }
            let isSeen = try Row.fetchOne(
                db,
                sql: "SELECT 1 FROM programme_view WHERE enterprise = ? AND publication = ?",
                arguments: [id.code, number]
            )
            return isSeen == nil ? number : nil
        }
        guard let publication else { return }
        sightings.noteProgramme(
            .init(enterprise: id.code, publication: publication),
            at: now(),
            by: actor
        )
    }
}
