package import FairwayCore
import StoreSQL
import TextAnalysis

/// What enterprises say of themselves, as their people edit it.
package struct ProfileRepository: Repository {
    let database: StoreDatabase

    /// An enterprise's profile as its people edit it.
    package func draft(of id: Enterprise.ID) async throws -> VersionedDraft? {
        try await read { try Self.draft(id, $0).map(VersionedDraft.init) }
    }

    /// The same of several enterprises, as of one moment; nothing for those that are not there.
    package func drafts(of ids: [Enterprise.ID]) async throws -> [Enterprise.ID: VersionedDraft] {
        try await read { db in
            var drafts: [Enterprise.ID: VersionedDraft] = [:]
            for id in ids { drafts[id] = try Self.draft(id, db).map(VersionedDraft.init) }
            return drafts
        }
    }

    /// Saves a profile without flaws, unless someone else saved another since `version`.
    /// - Throws: `ProfileConflict`.
    package func save(
        _ draft: ProfileDraft,
        of id: Enterprise.ID,
        version: String,
        by actor: String
    ) async throws {
        try await write(as: actor) { db in
            guard let enterprise = try db.one(Enterprise.self, id.code),
                let present = try Self.draft(id, db).map(VersionedDraft.init)
            else { throw StoreError.damaged("enterprise \(id)") }
            let draft = draft.ordered(like: present.draft)
            guard present.version == version || present.draft == draft else {
                throw ProfileConflict(present: present)
            }
            try Self.write(draft, to: enterprise, replacing: present.draft, db)
        }
    }

    /// An enterprise with what it offers and seeks; nil when there is none.
    package func find(of id: Enterprise.ID) async throws -> (
        enterprise: Enterprise, products: [Product], demands: [Demand]
    )? {
        try await read { db in
            guard let enterprise = try db.one(Enterprise.self, id.code) else { return nil }
            return (
                enterprise, try db.fetch(" WHERE enterprise = ?", id.code),
                try db.fetch(" WHERE enterprise = ?", id.code)
            )
        }
    }

    // MARK: - Reading

    static func draft(_ id: Enterprise.ID, _ db: Database) throws -> ProfileDraft? {
        let found: [Enterprise] = try db.fetch(" WHERE code = ?", id.code)
        guard let enterprise = found.first else { return nil }
        let own = " WHERE enterprise = ? ORDER BY code"
        let (people, products, demands): ([Representative], [Product], [Demand]) = (
            try db.fetch(own, id.code), try db.fetch(own, id.code), try db.fetch(own, id.code)
        )
        let names = try personNames(of: id, db)
        var draft = ProfileDraft()
        draft.name = enterprise.name
        draft.about = enterprise.about
        draft.economy = enterprise.economy.code
        draft.region = enterprise.region?.code ?? ""
        draft.roles = enterprise.roles.map(\.rawValue)
        draft.sectors = enterprise.sectors.map(\.code)
        draft.languages = enterprise.languages.map(\.code)
        draft.website = enterprise.website ?? ""
        draft.chains = enterprise.reach.chains.map { String($0) } ?? ""
        draft.stores = enterprise.reach.stores.map { String($0) } ?? ""
        draft.distributors = enterprise.reach.distributors.map { String($0) } ?? ""
        // Someone whose data is erased is no longer anyone to edit.
        draft.people = people.map { person in
            ProfileDraft.Person(person, names: names[person.id] ?? PersonNames())
        }.filter { !$0.isEmpty }
        draft.products =
            products.map { product in
                var good = ProfileDraft.Good(product.id.code, product.hsCode, product.name)
                good.about = product.about
                good.gtin = product.gtin?.digits ?? ""
                good.terms = product.terms.map { TermsDraft($0) }
                return good
            }
        draft.demands =
            demands.map { demand in
                var good = ProfileDraft.Good(demand.id.code, demand.hsPrefix, demand.text)
                good.targets = demand.targetRegions.joined(separator: ", ")
                return good
            }
        return draft
    }

    static func personNames(of id: Enterprise.ID, _ db: Database) throws -> [Representative.ID: PersonNames] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT representative, script, family, given, patronymic, display FROM person_name
                WHERE representative IN (SELECT code FROM representative WHERE enterprise = ?)
                """,
            arguments: [id.code]
        )
        var names: [Representative.ID: PersonNames] = [:]
        for row in rows {
            let reader = RowReader(row)
            let person: Representative.ID = reader.id()
            let script = try reader.parsed { NameScript(rawValue: $0) }
            names[person, default: PersonNames()][script] = PersonName(
                family: reader.optionalText(),
                given: reader.optionalText(),
                patronymic: reader.optionalText(),
                display: reader.optionalText()
            )
        }
        return names
    }

    // MARK: - Writing

    /// Writes what differs; rows that `old` had and the draft has not are deleted.
    static func write(
        _ draft: ProfileDraft,
        to enterprise: Enterprise,
        replacing old: ProfileDraft,
        _ db: Database
    ) throws {
        let draft = draft.withoutEmptyRows
        var enterprise = enterprise
        draft.change(&enterprise)
        try db.insert([enterprise], sql: Enterprise.table.upsert)
        try writePeople(draft.people, of: enterprise.id, replacing: old.people, db)
        try writeGoods(draft.products, "product", of: enterprise.id, replacing: old.products, db)
        try writeGoods(draft.demands, "demand", of: enterprise.id, replacing: old.demands, db)
    }

    private static func writePeople(
        _ people: [ProfileDraft.Person],
        of id: Enterprise.ID,
        replacing old: [ProfileDraft.Person],
        _ db: Database
    ) throws {
        let known = Set(old.map(\.code))
        let kept = Set(people.map(\.code))
        for code in known.subtracting(kept).sorted() {
            try db.execute(sql: "DELETE FROM representative WHERE code = ?", arguments: [code])
        }
        for person in people where !old.contains(person) {
            var person = person
            if !known.contains(person.code) {
                person.code = try newCode("\(id)-P", "representative", db)
            }
            try db.insert([person.representative(of: id)], sql: Representative.table.upsert)
            try db.execute(sql: "DELETE FROM person_name WHERE representative = ?", arguments: [person.code])
            for script in NameScript.allCases where person.names[script].hasParts {
                let name = person.names[script]
                try db.execute(
                    sql: "INSERT INTO person_name VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        person.code, script.rawValue,
                    ]
                        + Arguments(
                            [name.family, name.given, name.patronymic, name.display].map { part in
                                part.map { TextSafety.normalized($0, .name) }
                            }
                        )
                )
            }
        }
    }

    private static func writeGoods(
        _ goods: [ProfileDraft.Good],
        _ kind: String,
        of id: Enterprise.ID,
        replacing old: [ProfileDraft.Good],
        _ db: Database
    ) throws {
        let before = Dictionary(old.map { ($0.code, $0) }) { first, _ in first }
        for code in Set(before.keys).subtracting(goods.map(\.code)).sorted() {
            try db.execute(sql: "DELETE FROM \(kind) WHERE code = ?", arguments: [code])
        }
        for good in goods where before[good.code] != good {
            var good = good
            if before[good.code] == nil {
                good.code = try newCode("\(id)-\(kind == "product" ? "G" : "D")", kind, db)
            }
            if kind == "product" {
                try db.insert([good.product(of: id)], sql: Product.table.upsert)
            } else {
                try db.insert([good.demand(of: id)], sql: Demand.table.upsert)
            }
        }
    }

    /// The first free code that begins so and ends with a number.
    private static func newCode(_ start: String, _ table: String, _ db: Database) throws -> String {
        var number = 1
        func code() -> String { start + (number < 10 ? "0" : "") + String(number) }
        while try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE code = ?)",
            arguments: [code()]
        ) == true {
            number += 1
        }
        return code()
    }
}

extension ProfileDraft {
    fileprivate func change(_ enterprise: inout Enterprise) {
        enterprise.name = name
        enterprise.about = about
        enterprise.economy = .init(economy)
        enterprise.region = region.isEmpty ? nil : .init(region)
        enterprise.roles = roles.compactMap { Enterprise.Role(rawValue: $0) }
        enterprise.sectors = sectors.map { Sector.ID($0) }
        enterprise.languages = languages.compactMap { LanguageTag($0) }
        enterprise.website = website.isEmpty ? nil : website
        enterprise.reach = Reach(
            chains: ProfileCheck.count(chains),
            stores: ProfileCheck.count(stores),
            distributors: ProfileCheck.count(distributors)
        )
    }
}

extension ProfileDraft.Person {
    fileprivate init(_ person: Representative, names: PersonNames) {
        self.init()
        code = person.id.code
        self.names = names.reconciled(with: person.name)
        position = person.position
        languages = person.languages.map(\.code)
        email = person.email ?? ""
        phone = person.phone ?? ""
        isReleased = person.isReleased
    }

    fileprivate func representative(of id: Enterprise.ID) -> Representative {
        Representative(
            id: .init(code),
            enterprise: id,
            name: names.displayed,
            position: position,
            languages: languages.compactMap { LanguageTag($0) },
            email: email.isEmpty ? nil : email,
            phone: phone.isEmpty ? nil : phone,
            isReleased: isReleased
        )
    }
}

extension ProfileDraft.Good {
    fileprivate init(_ code: String, _ hs: HSCode?, _ name: LocalizedText) {
        self.init()
        self.code = code
        self.hs = hs?.digits ?? ""
        self.name = name
    }

    fileprivate func product(of id: Enterprise.ID) -> Product {
        Product(
            id: .init(code),
            enterprise: id,
            hsCode: HSCode(hs),
            name: name,
            about: about,
            gtin: GTIN(gtin),
            terms: terms?.terms
        )
    }

    fileprivate func demand(of id: Enterprise.ID) -> Demand {
        Demand(id: .init(code), enterprise: id, hsPrefix: HSCode(hs), text: name, targetRegions: targetCodes)
    }
}
