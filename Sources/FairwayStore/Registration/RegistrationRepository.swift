package import FairwayCore
import Foundation
import StoreSQL

/// Enterprises that register themselves: drafts, and the ways back into them.
package struct RegistrationRepository: Repository {
    let database: StoreDatabase

    /// How long a link and code to a registration work, and a browser that came in by one stays in.
    package static let resumeSeconds = 3600.0
    static let visitSeconds = 7 * 86400.0
    /// Wrong codes after which those of a registration are spoilt: 100 of 100 million.
    static let maxTries = 100
    /// A draft that nobody touches is kept so long.
    package static let draftDays = 90

    private static let columns = "id, email, name, language, status, enterprise, note"

    static func registration(_ condition: String, _ arguments: Arguments, _ db: Database) throws
        -> Registration?
    {
        try Row.fetchOne(
            db,
            sql: "SELECT \(columns) FROM registration WHERE \(condition)",
            arguments: arguments
        ).map(registration)
    }

    static func registration(_ row: Row) throws -> Registration {
        let id: Int64 = row[0]
        let reader = RowReader(row, from: 1)
        return Registration(
            id: id,
            email: reader.text(),
            name: reader.text(),
            language: try reader.parsed { Language(rawValue: $0) },
            status: try reader.parsed { Registration.Status(rawValue: $0) },
            enterprise: reader.optionalID(),
            note: reader.optionalText()
        )
    }

    package func find(_ id: Registration.ID) async throws -> Registration? {
        try await read { try Self.registration("id = ?", [id], $0) }
    }

    /// How an enterprise registered itself; nil when an organiser brought it.
    package func find(of id: Enterprise.ID) async throws -> Registration? {
        try await read { try Self.registration("enterprise = ?", [id.code], $0) }
    }

    /// The registration of an address, begun when there is none, and a way into it by mail.
    ///
    /// Whoever asks need not own the address: its name is the address, until a code or link of a letter brings the one that was
    /// given with it.
    /// - Returns: no code when too many were sent lately.
    /// - Throws: `AccountError.badEmail`, `RegistrationError`.
    package func open(
        email: String,
        name: String,
        language: Language
    ) async throws -> (registration: Registration, code: SignInCode?) {
        let email = EmailAddress.folded(email)
        guard EmailAddress.isValid(email) else { throw AccountError.badEmail(email) }
        let name = try Self.senderName(name)
        return try await write(as: "visitor") { db in
            let now = now()
            if try Self.registration("email = ?", [email], db) == nil {
                var draft = ProfileDraft()
                var person = ProfileDraft.Person()
                person.email = email
                draft.people = [person]
                try db.execute(
                    sql: """
                        INSERT INTO registration (email, name, language, status, draft, created_at, changed_at)
                        VALUES (?1, ?1, ?2, 'draft', ?3, ?4, ?4)
                        """,
                    arguments: [email, language.rawValue, JSONText.encode(draft), now]
                )
            }
            guard let registration = try Self.registration("email = ?", [email], db) else {
                throw StoreError.damaged("registration")
            }
            return (registration, try makeCode(registration.id, name: name, now: now, db))
        }
    }

    /// A way into a registration that there is already.
    /// - Returns: nil when there is none, or too many were sent lately.
    package func resume(email: String) async throws -> (registration: Registration, code: SignInCode)? {
        try await write(as: "visitor") { db in
            guard let registration = try Self.registration("email = ?", [EmailAddress.folded(email)], db),
                let code = try makeCode(registration.id, name: nil, now: now(), db)
            else { return nil }
            return (registration, code)
        }
    }

    /// - Parameter name: The registration's, once the code or its link is used; nil to leave it as it is.
    private func makeCode(
        _ id: Registration.ID,
        name: String?,
        now: Double,
        _ db: Database
    ) throws -> SignInCode? {
        try db.execute(sql: "DELETE FROM registration_code WHERE expires_at < ?", arguments: [now])
        let count =
            try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM registration_code WHERE registration = ?",
                arguments: [id]
            ) ?? 0
        guard count < SignInRepository.maxCodes else { return nil }
        let code = SignInCode(link: SecretToken(), digits: SecretToken.digits())
        let hash = RegistrationCodeHash(try codeHash(code.digits, of: id, db), name: name)
        try db.execute(
            sql: """
                INSERT INTO registration_code (registration, link_hash, code_hash, tries, expires_at)
                VALUES (?, ?, ?, 0, ?)
                """,
            arguments: [
                id, SecretToken.hash(code.link.text), hash.bytes, now + Self.resumeSeconds,
            ]
        )
        return code
    }

    /// Whose link this is, without using it up.
    package func find(link: String) async throws -> Registration? {
        let now = now()
        return try await read { db in
            try Self.registration(
                "id = (SELECT registration FROM registration_code WHERE link_hash = ? AND expires_at > ?)",
                [SecretToken.hash(link), now],
                db
            )
        }
    }

    /// Uses a link up; the name that was given with it is the registration's from now on, as with a code.
    /// - Returns: the secret for the browser's cookie; nil when the link is none, used or too old.
    package func useLink(_ link: String) async throws -> SecretToken? {
        try await write(as: "visitor") { db in
            try beginVisit("link_hash = ?", [SecretToken.hash(link)], db)
        }
    }

    /// Uses a code up; a wrong one counts against all codes of the registration.
    ///
    /// The link in the same letter stays good: it is the way in for somebody whose codes a stranger spoils.
    package func useCode(_ digits: String, email: String) async throws -> SecretToken? {
        try await write(as: "visitor") { db in
            guard let registration = try Self.registration("email = ?", [EmailAddress.folded(email)], db)
            else {
                return nil
            }
            let hash = try codeHash(digits, of: registration.id, db)
            if let secret = try beginVisit(
                """
                substr(code_hash, 1, \(RegistrationCodeHash.byteCount)) = ?
                AND tries < \(Self.maxTries) AND registration = ?
                """,
                [hash, registration.id],
                db
            ) {
                return secret
            }
            try db.execute(
                sql: "UPDATE registration_code SET tries = tries + 1 WHERE registration = ?",
                arguments: [registration.id]
            )
            return nil
        }
    }

    private func codeHash(_ digits: String, of id: Registration.ID, _ db: Database) throws -> Data {
        try database.secrets.hash(ofCode: digits, for: "registration \(id)", db)
    }

    private func beginVisit(_ condition: String, _ arguments: Arguments, _ db: Database) throws
        -> SecretToken?
    {
        let now = now()
        let found = try Row.fetchOne(
            db,
            sql: """
                DELETE FROM registration_code WHERE \(condition) AND expires_at > ?
                RETURNING registration, code_hash
                """,
            arguments: arguments + [now]
        )
        guard let found else { return nil }
        let (id, bytes): (Int64, Data) = (found[0], found[1])
        if let name = RegistrationCodeHash(stored: bytes).name {
            try Self.takeName(name, for: id, now: now, db)
        }
        try db.execute(sql: "DELETE FROM registration_code WHERE registration = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM registration_visit WHERE expires_at < ?", arguments: [now])
        let secret = SecretToken()
        try db.execute(
            sql: "INSERT INTO registration_visit VALUES (?, ?, ?)",
            arguments: [SecretToken.hash(secret.text), id, now + Self.visitSeconds]
        )
        return secret
    }

    /// The registration that a browser came into.
    package func find(visit secret: String) async throws -> Registration? {
        let now = now()
        return try await read { db in
            try Self.registration(
                "id = (SELECT registration FROM registration_visit WHERE secret_hash = ? AND expires_at > ?)",
                [SecretToken.hash(secret), now],
                db
            )
        }
    }

    package func endVisit(_ secret: String) async throws {
        try await write(as: "visitor") { db in
            try db.execute(
                sql: "DELETE FROM registration_visit WHERE secret_hash = ?",
                arguments: [SecretToken.hash(secret)]
            )
        }
    }

    // MARK: - The draft

    /// What is written so far: the draft, or the enterprise's profile once it is sent.
    package func draft(of registration: Registration) async throws -> VersionedDraft {
        try await read { try Self.draft(of: registration, $0) }
    }

    static func draft(of registration: Registration, _ db: Database) throws -> VersionedDraft {
        if let enterprise = registration.enterprise, let profile = try ProfileRepository.draft(enterprise, db)
        {
            return VersionedDraft(profile)
        }
        let text = try String.fetchOne(
            db,
            sql: "SELECT draft FROM registration WHERE id = ?",
            arguments: [registration.id]
        )
        let draft = try text.map { try JSONText.decode(ProfileDraft.self, from: $0) }
        return VersionedDraft(draft ?? ProfileDraft())
    }

    /// Saves a draft, mistakes and all, unless someone else saved another since `version`.
    /// - Parameter name: Of whoever registers, where it is given anew; what is sent keeps its name.
    /// - Throws: `ProfileConflict`, `RegistrationError`.
    package func saveDraft(
        _ draft: ProfileDraft,
        of registration: Registration,
        version: String,
        name: String? = nil
    ) async throws {
        let name = try name.map { try Self.senderName($0) }
        try await write(as: "registration \(registration.id)") { db in
            let present = try Self.draft(of: registration, db)
            guard present.version == version || present.draft == draft else {
                throw ProfileConflict(present: present)
            }
            try db.execute(
                sql: """
                    UPDATE registration SET draft = ?, changed_at = ?,
                      name = CASE status WHEN 'draft' THEN COALESCE(?, name) ELSE name END WHERE id = ?
                    """,
                arguments: [JSONText.encode(draft), now(), name, registration.id]
            )
        }
    }

    /// Makes an enterprise of a draft without flaws; the organiser decides on it.
    package func submit(_ draft: ProfileDraft, of registration: Registration, on date: CivilDate) async throws
        -> Enterprise.ID
    {
        try await write(as: "registration \(registration.id)") { db in
            if let enterprise = try Self.registration("id = ?", [registration.id], db)?.enterprise {
                return enterprise
            }
            let id = try Self.newEnterpriseCode(registration.id, db)
            let enterprise = Enterprise(
                id: id,
                name: draft.name,
                economy: .init(draft.economy),
                roles: [],
                status: .registered,
                registeredOn: date
            )
            try db.insert([enterprise])
            try ProfileRepository.write(draft, to: enterprise, replacing: ProfileDraft(), db)
            try db.execute(
                sql: """
                    UPDATE registration SET status = 'submitted', enterprise = ?2, draft = ?4, note = NULL,
                      submitted_at = ?3, changed_at = ?3 WHERE id = ?1
                    """,
                arguments: [registration.id, id.code, now(), JSONText.encode(ProfileDraft())]
            )
            return id
        }
    }

    private static func newEnterpriseCode(_ number: Int64, _ db: Database) throws -> Enterprise.ID {
        let digits = String(number)
        let base = "R" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        var code = base
        var attempt = 1
        while try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM enterprise WHERE code = ?)",
            arguments: [code]
        ) == true {
            attempt += 1
            code = "\(base)-\(attempt)"
        }
        return .init(code)
    }
}
