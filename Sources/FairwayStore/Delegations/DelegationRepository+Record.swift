package import FairwayCore
import StoreSQL

/// What a delegation takes home: its members' requests with what became of them, and the names to read them by.
package struct DelegationRecord: Equatable, Sendable {
    package var members: Set<Enterprise.ID>
    /// The expo, its halls and interpreters, and whoever is on a side of the requests.
    package var data: ExpoData
    /// Of the published programme.
    package var meetings: [Meeting]
}

extension DelegationRepository {
    /// As of one moment.
    package func record(of id: Delegation.ID) async throws -> DelegationRecord {
        try await read { db in
            var data = ExpoData(expo: try ExpoRepository.expo(db))
            data.halls = try db.all(Hall.self)
            data.economies = try db.all(Economy.self)
            data.interpreters = try db.all(Interpreter.self)
            let own = "IN (\(Self.requestsOfMembers))"
            data.requests = try db.rows(
                MeetingRequest.table.select + " WHERE code \(own) ORDER BY code",
                [id.code]
            )
            data.outcomes = try db.rows(Outcome.table.select + " WHERE request \(own)", [id.code])
            data.enterprises = try db.rows(
                Enterprise.table.select + """
                     WHERE delegation = ?1
                      OR code IN (SELECT requester FROM meeting_request WHERE code \(own))
                      OR code IN (SELECT recipient FROM meeting_request WHERE code \(own))
                    ORDER BY code
                    """,
                [id.code]
            )
            return DelegationRecord(
                members: Set(data.enterprises.filter { $0.delegation == id }.map(\.id)),
                data: data,
                meetings: try Self.meetings(of: id, db)
            )
        }
    }

    private static func meetings(of id: Delegation.ID, _ db: Database) throws -> [Meeting] {
        guard let run = try PublicationRepository.latest(db)?.run else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT request, slot, hall, stand, table_code, interpreter FROM meeting
                WHERE run = ?2 AND request IN (\(requestsOfMembers)) ORDER BY slot, request
                """,
            arguments: [id.code, run]
        ).map { ProgrammeRepository.meeting(RowReader($0)) }
    }
}
