package import FairwayCore
import StoreSQL

/// A company that is registered by form.
package struct NewMember: Equatable, Sendable {
    package var name: LocalizedText
    package var about: LocalizedText
    package var economy: Economy.ID
    package var region: Region.ID?
    package var roles: [Enterprise.Role]
    package var sectors: [Sector.ID]
    package var languages: [LanguageTag]
    package var website: String?
    package var registeredOn: CivilDate
    package var contact: Contact?

    package struct Contact: Equatable, Sendable {
        package var name: LocalizedText
        package var email: String?
        package var phone: String?
        /// The letter with which the contact gets an account; nil for none.
        package var invitation: Invitation?

        package init(name: LocalizedText, email: String?, phone: String?, invitation: Invitation? = nil) {
            self.name = name
            self.email = email
            self.phone = phone
            self.invitation = invitation
        }
    }

    package struct Invitation: Equatable, Sendable {
        package var language: Language
        package var subject: String
        package var body: String

        package init(language: Language, subject: String, body: String) {
            self.language = language
            self.subject = subject
            self.body = body
        }
    }

    package init(
        name: LocalizedText,
        about: LocalizedText = LocalizedText(),
        economy: Economy.ID,
        region: Region.ID? = nil,
        roles: [Enterprise.Role],
        sectors: [Sector.ID] = [],
        languages: [LanguageTag] = [],
        website: String? = nil,
        registeredOn: CivilDate,
        contact: Contact? = nil
    ) {
        self.name = name
        self.about = about
        self.economy = economy
        self.region = region
        self.roles = roles
        self.sectors = sectors
        self.languages = languages
        self.website = website
        self.registeredOn = registeredOn
        self.contact = contact
    }
}

/// Why a company cannot be registered.
package enum MemberError: Error, Equatable {
    /// One of this code has the same name in the same place; it is there for whoever registers.
    case duplicate(of: Enterprise.ID)
    case unknownPlace
}

extension DelegationRepository {
    /// Registers a company with its contact and the contact's account, whole or not at all.
    ///
    /// It waits for the organiser's approval, who is told of likenesses to any company.
    /// - Parameters:
    ///   - part: Whoever registers: only companies that are there for them are likely duplicates.
    ///   - evenIfDuplicate: Someone has looked at the likely duplicate, and it is another company.
    /// - Throws: `MemberError`, `AccountError`.
    package func register(
        _ member: NewMember,
        in delegation: Delegation.ID,
        shownTo part: Account.Part?,
        evenIfDuplicate: Bool = false,
        by actor: String
    ) async throws -> Enterprise {
        try await write(as: actor) { db in
            let enterprise = try Self.enterprise(member, in: delegation, db)
            try Self.checkPlace(of: enterprise, db)
            if !evenIfDuplicate { try Self.checkDuplicates(of: enterprise, shownTo: part, db) }
            try db.insert([enterprise])
            if let contact = member.contact { try self.insert(contact, of: enterprise.id, db) }
            return enterprise
        }
    }

    private static func enterprise(_ member: NewMember, in delegation: Delegation.ID, _ db: Database) throws
        -> Enterprise
    {
        Enterprise(
            id: .init(try freeCode("E", in: "enterprise", db)),
            name: member.name,
            about: member.about,
            economy: member.economy,
            region: member.region,
            roles: member.roles,
            sectors: member.sectors,
            languages: member.languages,
            delegation: delegation,
            website: member.website,
            status: .registered,
            registeredOn: member.registeredOn
        )
    }

    private static func checkPlace(of enterprise: Enterprise, _ db: Database) throws {
        let economy = try db.one(Economy.self, enterprise.economy.code)
        let region = try enterprise.region.map { try db.one(Region.self, $0.code) }
        guard economy != nil, region.map({ $0?.economy == enterprise.economy }) ?? true else {
            throw MemberError.unknownPlace
        }
    }

    private static func checkDuplicates(
        of enterprise: Enterprise,
        shownTo part: Account.Part?,
        _ db: Database
    )
        throws
    {
        let source = RowSource(table: 0, row: 1)
        let duplicates = try DuplicateEnterprises(db, shownTo: part)
        let finding = duplicates.findings(in: [Sourced(enterprise, source)]).first
        if case .duplicateEnterprise(let other) = finding?.problem {
            throw MemberError.duplicate(of: .init(other))
        }
    }

    private func insert(_ contact: NewMember.Contact, of id: Enterprise.ID, _ db: Database) throws {
        let person = Representative(
            id: .init(try Self.freeCode("RP", in: "representative", db)),
            enterprise: id,
            name: contact.name,
            email: contact.email,
            phone: contact.phone
        )
        try db.insert([person])
        guard let invitation = contact.invitation else { return }
        let email = EmailAddress.folded(contact.email ?? "")
        guard EmailAddress.isValid(email) else { throw AccountError.badEmail(email) }
        let name = contact.name.text(in: invitation.language)
        let part = Account.Part.enterprise(id)
        let account = try AccountRepository.insert(
            email,
            name,
            part,
            invitation.language,
            nil,
            now: now(),
            db
        )
        try OutboxRepository(database: database).post(
            to: account.email,
            invitation.subject,
            invitation.body,
            db
        )
    }

    /// The prefix with the number after the highest there is, as long as its like.
    static func freeCode(_ prefix: String, in table: String, _ db: Database) throws -> String {
        // By scalars, as databases count.
        let number = "SUBSTR(code, \(prefix.unicodeScalars.count + 1))"
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT MAX(CAST(\(number) AS INTEGER)), MAX(LENGTH(\(number))) FROM \(table)
                WHERE code >= ? AND code < ? AND LTRIM(\(number), '0123456789') = ''
                  AND LENGTH(\(number)) BETWEEN 1 AND 9
                """,
            // A digit follows the prefix: a colon is what comes after 9.
            arguments: [prefix + "0", prefix + ":"]
        )
        let digits = String((row?[0] as Int? ?? 0) + 1)
        let width = max(4, row?[1] as Int? ?? 0)
        return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
