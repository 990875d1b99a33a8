package import FairwayCore
import Foundation
import StoreSQL
package import TextAnalysis

/// Why an account cannot be made or changed.
package enum AccountError: WordedError, Equatable {
    case badEmail(String)
    case emailTaken(String)
    case shortPassword(least: Int)
    case unknownScope(String)
    case lastOrganiser
    /// A name with characters that deceive the reader.
    case unsafeName(TextFlaw)

    package func words(in language: Language) -> String {
        switch self {
        case .badEmail(let email):
            language.pick(
                zh: "“\(email)”不是电子邮箱地址",
                ru: "«\(email)» — не адрес электронной почты",
                en: "“\(email)” is not an e-mail address"
            )
        case .emailTaken(let email):
            language.pick(
                zh: "邮箱 \(email) 已有账户",
                ru: "Учётная запись с адресом \(email) уже есть",
                en: "There is an account for \(email) already"
            )
        case .shortPassword(let least):
            language.pick(
                zh: "密码至少需要 \(least) 个字符",
                ru: "В пароле должно быть не меньше \(least) знаков",
                en: "A password has at least \(least) characters"
            )
        case .unknownScope(let code):
            language.pick(
                zh: "没有编号为“\(code)”的对象",
                ru: "Нет объекта с кодом «\(code)»",
                en: "There is nothing with the code “\(code)”"
            )
        case .unsafeName(let flaw): flaw.words(in: language)
        case .lastOrganiser:
            language.pick(
                zh: "至少要保留一个可用的主办方账户",
                ru: "Должна остаться хотя бы одна действующая запись организатора",
                en: "At least one organiser's account has to stay active"
            )
        }
    }
}

/// The accounts of an expo: who may sign in, as what.
package struct AccountRepository: Repository {
    let database: StoreDatabase

    private var outbox: OutboxRepository { OutboxRepository(database: database) }

    static let columns =
        "id, email, name, role, scope, language, status, totp_sealed IS NOT NULL, password IS NOT NULL"

    static func account(_ row: Row) throws -> Account {
        let reader = RowReader(row)
        let id: Int64 = row[0]
        _ = reader.integer()
        let (email, name) = (reader.text(), reader.text())
        let role = try reader.parsed { Account.Role(rawValue: $0) }
        let scope = reader.optionalText()
        guard let part = Account.Part(role, scope: scope) else {
            throw StoreError.damaged("account \(id): \(role)")
        }
        return Account(
            id: id,
            email: email,
            name: name,
            part: part,
            language: try reader.parsed { Language(rawValue: $0) },
            status: try reader.parsed { Account.Status(rawValue: $0) },
            hasSecondFactor: reader.flag(),
            hasPassword: reader.flag()
        )
    }

    package func find(_ id: Account.ID) async throws -> Account? {
        try await read { try Self.account("id = ?", [id], $0) }
    }

    package func find(email: String) async throws -> Account? {
        try await read { try Self.account("email = ?", [EmailAddress.folded(email)], $0) }
    }

    static func account(_ condition: String, _ arguments: Arguments, _ db: Database) throws
        -> Account?
    {
        try Row.fetchOne(
            db,
            sql: "SELECT \(columns) FROM account WHERE \(condition)",
            arguments: arguments
        ).map(account)
    }

    /// All accounts with a part, or all there are, by address.
    package func all(_ role: Account.Role? = nil, scope: String? = nil) async throws -> [Account] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.columns) FROM account
                    WHERE (CAST(?1 AS TEXT) IS NULL OR role = ?1) AND (CAST(?2 AS TEXT) IS NULL OR scope = ?2)
                    ORDER BY email
                    """,
                arguments: [role?.rawValue, scope]
            ).map(Self.account)
        }
    }

    /// Accounts of a role, or all there are, by number, those after `last`.
    package func list(_ role: Account.Role?, after last: Account.ID?, limit: Int) async throws -> [Account] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.columns) FROM account
                    WHERE id > ?1 AND (CAST(?2 AS TEXT) IS NULL OR role = ?2) ORDER BY id LIMIT ?3
                    """,
                arguments: [last ?? 0, role?.rawValue, limit]
            ).map(Self.account)
        }
    }

    /// Makes an account.
    /// - Parameter notice: What each organiser is told of the new account by letter, in the same transaction; nil for an
    ///   account of which nobody is told.
    /// - Throws: `AccountError`.
    package func create(
        email: String,
        name: String,
        part: Account.Part,
        language: Language,
        password: PasswordHash?,
        notice: (@Sendable (_ organiser: Account, _ made: Account) -> LetterText)? = nil,
        by actor: String
    ) async throws -> Account {
        let email = EmailAddress.folded(email)
        guard EmailAddress.isValid(email) else { throw AccountError.badEmail(email) }
        let name = try Self.safeName(name)
        return try await write(as: actor) { db in
            let made = try Self.insert(email, name, part, language, password, now: now(), db)
            guard let notice else { return made }
            for organiser in try Self.reachableOrganisers(db) where organiser.id != made.id {
                let letter = notice(organiser, made)
                try outbox.post(to: organiser.email, letter.subject, letter.body, db)
            }
            return made
        }
    }

    /// The organisers who can come in and read their mail.
    private static func reachableOrganisers(_ db: Database) throws -> [Account] {
        let organisers: [Account] = try Row.fetchAll(
            db,
            sql: """
                SELECT \(columns) FROM account
                WHERE role = 'organiser' AND status = 'active' ORDER BY id
                """
        ).map(Self.account)
        return organisers.filter { EmailAddress.isValid($0.email) }
    }

    /// A person's name as it is stored.
    /// - Throws: `AccountError.unsafeName`.
    static func safeName(_ name: String) throws -> String {
        if let flaw = TextSafety.flaw(in: name, .name) { throw AccountError.unsafeName(flaw) }
        return TextSafety.normalized(name, .name)
    }

    static func insert(
        _ email: String,
        _ name: String,
        _ part: Account.Part,
        _ language: Language,
        _ password: PasswordHash?,
        now: Double,
        _ db: Database
    ) throws -> Account {
        if try account("email = ?", [email], db) != nil { throw AccountError.emailTaken(email) }
        try checkScope(of: part, db)
        try db.execute(
            sql: """
                INSERT INTO account (email, name, role, scope, language, status, created_at, password)
                VALUES (?, ?, ?, ?, ?, 'active', ?, ?)
                """,
            arguments: [
                email, name, part.role.rawValue, part.scope, language.rawValue, now, password?.text,
            ]
        )
        guard let made = try account("id = ?", [db.lastInsertedRowID], db) else {
            throw StoreError.damaged("account")
        }
        return made
    }

    /// - Throws: `AccountError.unknownScope` when what the part is bound to is not there.
    static func checkScope(of part: Account.Part, _ db: Database) throws {
        guard let scope = part.scope else { return }
        let table =
            switch part.role {
            case .agency: "agency"
            case .interpreter: "interpreter"
            default: "enterprise"
            }
        let isThere =
            try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE code = ?)",
                arguments: [scope]
            ) ?? false
        guard isThere else { throw AccountError.unknownScope(scope) }
    }

    /// Sets a password; whoever knew the old one is out: sign-ins but `kept`, tokens, codes and known devices end.
    /// - Parameter notice: Tells the person by letter, in the same transaction.
    /// - Throws: `SignInOutdated` when `kept` has ended.
    package func setPassword(
        _ password: PasswordHash,
        of id: Account.ID,
        keeping kept: SignIn.ID? = nil,
        notice: LetterText? = nil,
        by actor: String
    ) async throws {
        try await write(as: actor) { db in
            if let kept {
                let sql = "SELECT EXISTS (SELECT 1 FROM sign_in WHERE id = ? AND account = ?)"
                guard try Bool.fetchOne(db, sql: sql, arguments: [kept, id]) ?? false else {
                    throw SignInOutdated()
                }
            }
            try db.execute(
                sql: "UPDATE account SET password = ? WHERE id = ?",
                arguments: [password.text, id]
            )
            try Self.endAccess(of: id, keeping: kept, db)
            try AuditSummary("set password", "account", rowID: "\(id)", counts: [:]).write(db)
            try tell(id, notice, db)
        }
    }

    package func passwordHash(of id: Account.ID) async throws -> PasswordHash? {
        try await read { try Self.passwordHash(of: id, $0) }
    }

    static func passwordHash(of id: Account.ID, _ db: Database) throws -> PasswordHash? {
        try String.fetchOne(db, sql: "SELECT password FROM account WHERE id = ?", arguments: [id])
            .map(PasswordHash.init(stored:))
    }

    /// Disabling ends every way in: sign-ins, tokens, codes and known devices; enabling brings none of them back.
    package func setStatus(_ status: Account.Status, of id: Account.ID, by actor: String) async throws {
        try await write(as: actor) { try Self.setStatus(status, of: id, $0) }
    }

    static func setStatus(_ status: Account.Status, of id: Account.ID, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE account SET status = ? WHERE id = ?",
            arguments: [status.rawValue, id]
        )
        try checkOrganisers(db)
        if status == .disabled { try endAccess(of: id, db) }
    }

    /// - Throws: `AccountError.lastOrganiser` when none is left.
    static func checkOrganisers(_ db: Database) throws {
        let organisers =
            try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM account WHERE role = 'organiser' AND status = 'active'"
            ) ?? 0
        if organisers == 0 { throw AccountError.lastOrganiser }
    }

    /// Ends every way in but the password: for somebody whose sign-in was stolen.
    package func endAccess(of id: Account.ID, by actor: String) async throws {
        try await write(as: actor) { db in
            try Self.endAccess(of: id, db)
            try AuditSummary("end access", "account", rowID: "\(id)", counts: [:]).write(db)
        }
    }

    /// Ends what lets someone in but their password: sign-ins, also of an organiser who acts for them, tokens, codes that
    /// were sent, and devices that were known.
    static func endAccess(of id: Account.ID, keeping kept: SignIn.ID? = nil, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM sign_in
                WHERE (account = ?1 OR acting_as = ?1) AND (CAST(?2 AS BIGINT) IS NULL OR id <> ?2)
                """,
            arguments: [id, kept]
        )
        for table in ["access_token", "sign_in_code", "known_device"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE account = ?", arguments: [id])
        }
    }

    /// Puts a letter to someone into the outbox.
    func tell(_ id: Account.ID, _ notice: LetterText?, _ db: Database) throws {
        guard let notice, let account = try Self.account("id = ?", [id], db) else { return }
        try outbox.post(to: account.email, notice.subject, notice.body, db)
    }
}
