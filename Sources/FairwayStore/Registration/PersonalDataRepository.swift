import FairwayCore
import StoreSQL

/// What is kept about a person: given out, and erased.
package struct PersonalDataRepository: Repository {
    let database: StoreDatabase

    // MARK: - Export

    package func all(of key: PersonKey) async throws -> PersonalData {
        try await read { db in
            var data = PersonalData()
            let people = try Self.representatives(key, db)
            for person in people {
                let names =
                    try ProfileRepository.personNames(of: person.enterprise, db)[person.id] ?? PersonNames()
                data.representatives.append(
                    .init(representative: person, names: names.reconciled(with: person.name))
                )
            }
            guard let email = key.email else { return data }
            if let account = try AccountRepository.account("email = ?", [email], db) {
                data.account = Self.facts(of: account)
                data.signIns = try Row.fetchAll(
                    db,
                    sql: "SELECT device, created_at, seen_at FROM sign_in WHERE account = ? ORDER BY id",
                    arguments: [account.id]
                ).map { .init(device: $0[0], createdAt: $0[1], seenAt: $0[2]) }
                data.knownBrowsers = try Row.fetchAll(
                    db,
                    sql:
                        "SELECT created_at, expires_at FROM known_device WHERE account = ? ORDER BY created_at",
                    arguments: [account.id]
                ).map { .init(knownSince: $0[0], knownUntil: $0[1]) }
                data.loggedActions =
                    try Int.fetchOne(
                        db,
                        sql: "SELECT COUNT(*) FROM audit_log WHERE actor = ?1 OR actor LIKE ?1 || ' %'",
                        arguments: ["account \(account.id)"]
                    ) ?? 0
                if case .interpreter(let id) = account.part {
                    data.interpreter = try db.one(Interpreter.self, id.code)
                }
            }
            if let registration = try RegistrationRepository.registration("email = ?", [email], db) {
                data.registration = .init(
                    name: registration.name,
                    status: registration.status.rawValue,
                    note: registration.note,
                    draft: registration.enterprise == nil
                        ? try RegistrationRepository.draft(of: registration, db).draft : ProfileDraft()
                )
            }
            data.letters = try Row.fetchAll(
                db,
                sql: "SELECT subject, body, created_at, sent_at FROM mail WHERE recipient = ? ORDER BY id",
                arguments: [email]
            )
            .map { .init(subject: $0[0], body: Mail.withoutSecrets($0[1]), createdAt: $0[2], sentAt: $0[3]) }
            return data
        }
    }

    private static func facts(of account: Account) -> PersonalData.AccountFacts {
        .init(
            email: account.email,
            name: account.name,
            part: account.part.role.rawValue,
            scope: account.part.scope,
            language: account.language,
            status: account.status.rawValue,
            hasPassword: account.hasPassword,
            hasSecondFactor: account.hasSecondFactor
        )
    }

    private static func representatives(_ key: PersonKey, _ db: Database) throws -> [Representative] {
        if let email = key.email {
            // `lower` of SQLite knows ASCII only, and so do addresses as good as always.
            return try db.fetch(" WHERE lower(trim(email)) = ? ORDER BY code", email)
        }
        return try db.fetch(" WHERE code = ?", key.representative?.code ?? "")
    }

    // MARK: - Erasure

    /// Erases a person: names and contacts of their representatives, account, sign-ins, codes, registration and letters.
    ///
    /// Meetings, requests and the audit log stay: they know codes and numbers of accounts only. The file is rewritten, so
    /// that no deleted page keeps what was on it.
    /// - Throws: `AccountError.lastOrganiser`.
    /// - Returns: how many records were erased.
    package func erase(_ key: PersonKey, by actor: String) async throws -> Int {
        let count = try await write(as: actor) { db in
            var count = 0
            for person in try Self.representatives(key, db) {
                try IdempotentAnswerRepository.blankAnswers(naming: person, db)
                count += try Self.eraseRepresentatives("code = ?", [person.id.code], db)
            }
            if let email = key.email {
                try IdempotentAnswerRepository.blankAnswers(with: [email], db)
                count += try Self.eraseTraces(of: email, db)
            }
            return count
        }
        try await database.rewrite()
        return count
    }

    /// Erases what `retention` says is due, and drafts that nobody has touched for long.
    /// - Returns: how many records were erased.
    package func eraseExpired(by actor: String) async throws -> Int {
        let today = try await ExpoRepository(database: database).today()
        let isDue = try await retention().erasedFrom.map { $0 <= today } ?? false
        let count = try await write(as: actor) { db in
            try IdempotentAnswerRepository.dropOldAnswers(now: now(), db)
            let old = now() - Double(RegistrationRepository.draftDays) * 86400
            try db.execute(
                sql: "DELETE FROM registration WHERE status IN ('draft', 'declined') AND changed_at < ?",
                arguments: [old]
            )
            var count = db.changesCount
            guard isDue else { return count }
            count += try Self.eraseRepresentatives("TRUE", [], db)
            try Self.eraseInterpreters("TRUE", [], db)
            for sql in [
                "DELETE FROM account WHERE role NOT IN ('organiser', 'hallManager')",
                "DELETE FROM registration",
                "DELETE FROM mail",
            ] {
                try db.execute(sql: sql)
                count += db.changesCount
            }
            return count
        }
        if count > 0 { try await database.rewrite() }
        return count
    }

    private static func eraseTraces(of email: String, _ db: Database) throws -> Int {
        var count = 0
        if let account = try AccountRepository.account("email = ?", [email], db) {
            if account.part == .organiser, account.status == .active {
                let others = try Int.fetchOne(
                    db,
                    sql:
                        "SELECT COUNT(*) FROM account WHERE role = 'organiser' AND status = 'active' AND id <> ?",
                    arguments: [account.id]
                )
                if others == 0 { throw AccountError.lastOrganiser }
            }
            if case .interpreter(let id) = account.part {
                try eraseInterpreters("code = ?", [id.code], db)
            }
        }
        count += try eraseFromDrafts(email, db)
        for sql in [
            "DELETE FROM account WHERE email = ?", "DELETE FROM registration WHERE email = ?",
            "DELETE FROM mail WHERE lower(trim(recipient)) = ?",
        ] {
            try db.execute(sql: sql, arguments: [email])
            count += db.changesCount
        }
        return count
    }

    /// Somebody else's draft may name the person as a colleague.
    private static func eraseFromDrafts(_ email: String, _ db: Database) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, draft FROM registration
                WHERE email <> ?1 AND \(db.dialect.contains("LOWER(draft)", "?1"))
                """,
            arguments: [email]
        )
        for row in rows {
            var draft = try JSONText.decode(ProfileDraft.self, from: row[1])
            draft.people.removeAll { EmailAddress.folded($0.email) == email }
            try db.execute(
                sql: "UPDATE registration SET draft = ? WHERE id = ?",
                arguments: [JSONText.encode(draft), row[0] as Int64]
            )
        }
        return rows.count
    }

    private static func eraseRepresentatives(
        _ condition: String,
        _ arguments: Arguments,
        _ db: Database
    ) throws -> Int {
        try db.execute(
            sql:
                "DELETE FROM person_name WHERE representative IN (SELECT code FROM representative WHERE \(condition))",
            arguments: arguments
        )
        try db.execute(
            sql: """
                UPDATE representative SET name_zh = NULL, name_ru = NULL, name_en = NULL, position_zh = NULL,
                  position_ru = NULL, position_en = NULL, is_released = 0, languages = '[]', email = NULL, phone = NULL
                WHERE (\(condition)) AND COALESCE(name_zh, name_ru, name_en, position_zh, position_ru, position_en,
                  email, phone) IS NOT NULL
                """,
            arguments: arguments
        )
        return db.changesCount
    }

    /// An interpreter stays with language pairs and slots: meetings refer to them.
    private static func eraseInterpreters(
        _ condition: String,
        _ arguments: Arguments,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE interpreter SET name_zh = NULL, name_ru = NULL, name_en = NULL WHERE \(condition)",
            arguments: arguments
        )
    }
}
