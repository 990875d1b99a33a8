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

extension ExpoStore {
    /// As of one moment.
    package func record(of id: Delegation.ID) throws -> DelegationRecord {
        try read { db in
            var data = ExpoData(expo: try self.expo(db))
            data.halls = try self.all(Hall.self, db)
            data.economies = try self.all(Economy.self, db)
            data.interpreters = try self.all(Interpreter.self, db)
            let own = "IN (\(Self.requestsOfMembers))"
            data.requests = try self.rows(
                MeetingRequest.table.select + " WHERE code \(own) ORDER BY code",
                [id.code],
                db
            )
            data.outcomes = try self.rows(Outcome.table.select + " WHERE request \(own)", [id.code], db)
            data.enterprises = try self.rows(
                Enterprise.table.select + """
                     WHERE delegation = ?1
                      OR code IN (SELECT requester FROM meeting_request WHERE code \(own))
                      OR code IN (SELECT recipient FROM meeting_request WHERE code \(own))
                    ORDER BY code
                    """,
                [id.code],
                db
            )
            return DelegationRecord(
                members: Set(data.enterprises.filter { $0.delegation == id }.map(\.id)),
                data: data,
                meetings: try self.meetings(of: id, db)
            )
        }
    }

    private func meetings(of id: Delegation.ID, _ db: Database) throws -> [Meeting] {
        guard let run = try publication(db)?.run else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT request, slot, hall, stand, table_code, interpreter FROM meeting
                WHERE run = ?2 AND request IN (\(Self.requestsOfMembers)) ORDER BY slot, request
                """,
            arguments: [id.code, run]
        ).map { Self.meeting(RowReader($0)) }
    }
}
