package import FairwayCore
import StoreSQL

/// What of companies and their people is there for someone, by the rules of the core.
extension EnterpriseRepository {
    /// A company with all that belongs to it.
    /// - Returns: nil when there is none of that code, or none for someone with this part.
    package func find(_ id: Enterprise.ID, shownTo part: Account.Part?) async throws -> EnterpriseProfile? {
        guard let profile = try await find(id) else { return nil }
        let enterprise = profile.enterprise
        let agency = profile.delegation?.agency
        return EnterpriseVisibility.shows(enterprise.id, enterprise.status, ledBy: agency, to: part)
            ? profile : nil
    }

    /// The company of that code, for someone with this part.
    /// - Throws: `RequestError.noSuchEnterprise` when there is none for them.
    static func shown(_ id: Enterprise.ID, to part: Account.Part?, _ db: Database) throws -> Enterprise {
        guard let enterprise = try db.one(Enterprise.self, id.code) else {
            throw RequestError.noSuchEnterprise
        }
        let agency = try Self.agency(leading: id, db)
        guard EnterpriseVisibility.shows(id, enterprise.status, ledBy: agency, to: part) else {
            throw RequestError.noSuchEnterprise
        }
        return enterprise
    }

    // MARK: - People

    /// The representatives of a company whose names someone with this part may read, by code.
    package func people(of id: Enterprise.ID, shownTo part: Account.Part?) async throws -> [Representative] {
        try await read { try Self.people(of: id, shownTo: part, $0) }
    }

    /// The same of several companies, as of one moment.
    package func people(of ids: Set<Enterprise.ID>, shownTo part: Account.Part?) async throws
        -> [Enterprise.ID: [Representative]]
    {
        try await read { db in
            var people: [Enterprise.ID: [Representative]] = [:]
            for id in ids { people[id] = try Self.people(of: id, shownTo: part, db) }
            return people
        }
    }

    static func people(of id: Enterprise.ID, shownTo part: Account.Part?, _ db: Database) throws
        -> [Representative]
    {
        let reader = try Self.reader(part, of: id, db)
        guard reader.nameAccess != .never else { return [] }
        let people: [Representative] = try db.rows(
            Representative.table.select + " WHERE enterprise = ? ORDER BY code",
            [id.code]
        )
        return people.filter(reader.seesName)
    }

    /// What someone with this part is to the people of a company.
    static func reader(_ part: Account.Part?, of id: Enterprise.ID, _ db: Database) throws -> PersonReader {
        switch part {
        case .organiser: return .organiser
        case .enterprise(let own) where own == id: return .ownCompany
        case .enterprise(let own):
            if try isPartner(id, of: "SELECT ?2", own.code, db) { return .partner }
            let status = try String.fetchOne(
                db,
                sql: "SELECT status FROM enterprise WHERE code = ?",
                arguments: [own.code]
            )
            return status == Enterprise.Status.approved.rawValue ? .participant : .others
        case .agency(let agency):
            if try self.agency(leading: id, db) == agency { return .ownAgency }
            return try isPartner(id, of: membersOfAgency, agency.code, db) ? .partner : .participant
        case .interpreter(let interpreter):
            return try interprets(interpreter, for: id, db) ? .interpreter : .others
        case .hallManager, .visitor, nil: return .others
        }
    }

    private static let membersOfAgency =
        "SELECT code FROM enterprise WHERE delegation IN (SELECT code FROM delegation WHERE agency = ?2)"

    /// Whether a company asked one of `others` for a meeting, agreed on one, or meets one in the published programme.
    private static func isPartner(
        _ id: Enterprise.ID,
        of others: String,
        _ argument: String,
        _ db: Database
    ) throws -> Bool {
        let sql = """
            SELECT COUNT(*) > 0 FROM meeting_request r
            WHERE (r.requester = ?1 AND r.recipient IN (\(others))
                AND (r.status IN ('pending', 'accepted') OR \(isPublished)))
              OR (r.recipient = ?1 AND r.requester IN (\(others)) AND (r.status = 'accepted' OR \(isPublished)))
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [id.code, argument]) ?? false
    }

    private static let publishedRun = "(SELECT run FROM publication ORDER BY number DESC LIMIT 1)"
    private static let isPublished = """
        EXISTS (SELECT 1 FROM meeting m WHERE m.run = \(publishedRun) AND m.request = r.code)
        """

    private static func interprets(_ interpreter: Interpreter.ID, for id: Enterprise.ID, _ db: Database)
        throws -> Bool
    {
        let sql = """
            SELECT COUNT(*) > 0 FROM meeting m JOIN meeting_request r ON r.code = m.request
            WHERE m.run = \(publishedRun) AND m.interpreter = ?1 AND (r.requester = ?2 OR r.recipient = ?2)
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [interpreter.code, id.code]) ?? false
    }
}
