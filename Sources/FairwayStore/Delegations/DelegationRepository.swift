package import FairwayCore
import StoreSQL

/// Delegations: who belongs to them, how far each is, what they use and may use.
package struct DelegationRepository: Repository {
    let database: StoreDatabase

    package func find(_ id: Delegation.ID) async throws -> Delegation? {
        try await read { try $0.one(Delegation.self, id.code) }
    }

    /// How far each member has come, in the order of names in the reader's language.
    package func board(of id: Delegation.ID, orderedIn language: Language) async throws -> [MemberProgress] {
        try await read { db in
            let publication = try PublicationRepository.latest(db)
            let people: [Representative] = try db.rows(
                Representative.table.select + " WHERE enterprise IN (\(Self.members)) ORDER BY code",
                [id.code]
            )
            let peopleOf = Dictionary(grouping: people, by: \.enterprise)
            return try Row.fetchAll(
                db,
                sql: Self.boardSQL + " ORDER BY e.order_\(language), e.code",
                arguments: [id.code, publication?.run ?? -1, publication?.number ?? -1]
            ).map { row in
                let enterprise = try Enterprise(RowReader(row))
                let rest = RowReader(row, from: Enterprise.table.columns.count)
                return MemberProgress(
                    enterprise: enterprise,
                    representatives: peopleOf[enterprise.id] ?? [],
                    stands: rest.integer(),
                    products: rest.integer(),
                    demands: rest.integer(),
                    sent: rest.integer(),
                    received: rest.integer(),
                    waiting: rest.integer(),
                    accepted: rest.integer(),
                    meetings: rest.integer(),
                    seenAt: rest.optionalNumber()
                )
            }
        }
    }

    /// Members of delegation `?1` with counts, meetings of run `?2`, and the look at publication `?3`.
    private static let boardSQL = """
        SELECT \(Enterprise.table.columns(as: "e")),
          (SELECT COUNT(*) FROM stand WHERE enterprise = e.code),
          (SELECT COUNT(*) FROM product WHERE enterprise = e.code),
          (SELECT COUNT(*) FROM demand WHERE enterprise = e.code),
          (SELECT COUNT(*) FROM meeting_request WHERE requester = e.code AND status <> 'withdrawn'),
          (SELECT COUNT(*) FROM meeting_request WHERE recipient = e.code AND status <> 'withdrawn'),
          (SELECT COUNT(*) FROM meeting_request WHERE recipient = e.code AND status = 'pending'),
          (SELECT COUNT(*) FROM meeting_request WHERE requester = e.code AND status = 'accepted')
            + (SELECT COUNT(*) FROM meeting_request WHERE recipient = e.code AND status = 'accepted'),
          (SELECT COUNT(*) FROM meeting_request r JOIN meeting m ON m.run = ?2 AND m.request = r.code
            WHERE r.requester = e.code)
            + (SELECT COUNT(*) FROM meeting_request r JOIN meeting m ON m.run = ?2 AND m.request = r.code
              WHERE r.recipient = e.code),
          (SELECT seen_at FROM programme_view WHERE enterprise = e.code AND publication = ?3)
        FROM enterprise e WHERE e.delegation = ?1
        """

    package func agency(of id: Delegation.ID) async throws -> Agency.ID? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT agency FROM delegation WHERE code = ?", arguments: [id.code])
                .map { Agency.ID($0) }
        }
    }
}
