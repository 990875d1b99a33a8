package import FairwayCore
import StoreSQL

extension ProfileRepository {
    /// How many more partners an enterprise would match after the steps whose effect can be counted.
    ///
    /// With codes under its sectors it would meet those who seek, or offer, something there and whom it does not meet now;
    /// with its roles, those of its sectors who have one; with another language, those of its sectors who speak that and
    /// none of its own.
    package func morePartners(for draft: ProfileDraft, of id: Enterprise.ID?) async throws
        -> [ProfileStep.Kind: Int]
    {
        try await read { try Self.morePartners(for: draft, of: id, $0) }
    }

    /// The same for several enterprises, as of one moment.
    package func morePartners(for drafts: [Enterprise.ID: ProfileDraft]) async throws
        -> [Enterprise.ID: [ProfileStep.Kind: Int]]
    {
        try await read { db in
            var more: [Enterprise.ID: [ProfileStep.Kind: Int]] = [:]
            for (id, draft) in drafts { more[id] = try Self.morePartners(for: draft, of: id, db) }
            return more
        }
    }

    private static func morePartners(for draft: ProfileDraft, of id: Enterprise.ID?, _ db: Database) throws
        -> [ProfileStep.Kind: Int]
    {
        let code = id?.code ?? ""
        let sectors = Sector.all.filter { draft.sectors.contains($0.id.code) }
        let chapters = Set(sectors.flatMap { $0.chapters.map(Array.init) ?? [] })
        var more: [ProfileStep.Kind: Int] = [:]
        let offered = Self.chapters(of: draft.products)
        let sought = Self.chapters(of: draft.demands)
        let buyers = try Self.owners("demand", "hs_prefix", chapters, met: offered, except: code, db)
        let sellers = try Self.owners("product", "hs_code", chapters, met: sought, except: code, db)
        more[.productCodes] = buyers
        more[.demandCodes] = sellers
        more[.demands] = sellers
        more[.goods] = max(buyers, sellers)
        let codes = sectors.map(\.id.code)
        if draft.roles.isEmpty {
            more[.roles] = try Self.neighbours(codes, "roles <> '[]'", [], except: code, db)
        }
        let spoken = Set(draft.languages)
        // Of the expo's three languages the one that opens most doors.
        let doors = try Language.allCases.map(\.rawValue).filter { !spoken.contains($0) }.map { tag in
            try Self.neighbours(
                codes,
                """
                code IN (SELECT enterprise FROM enterprise_language WHERE language = ?) AND code NOT IN (
                  SELECT enterprise FROM enterprise_language WHERE language IN (\(Self.marks(spoken.count))))
                """,
                [tag] + spoken.sorted(),
                except: code,
                db
            )
        }
        more[.languages] = doors.max() ?? 0
        return more
    }

    private static func chapters(of goods: [ProfileDraft.Good]) -> Set<Int> {
        Set(goods.compactMap { HSCode($0.hs) }.compactMap { Int($0.chapter, in: 1...97) })
    }

    /// Approved enterprises with something under the chapters and nothing under those that are met.
    private static func owners(
        _ table: String,
        _ column: String,
        _ chapters: Set<Int>,
        met: Set<Int>,
        except code: String,
        _ db: Database
    ) throws -> Int {
        let open = chapters.subtracting(met)
        guard !open.isEmpty else { return 0 }
        let chapter = "CAST(substr(\(column), 1, 2) AS INTEGER)"
        return try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(DISTINCT enterprise) FROM \(table) WHERE enterprise <> ?
                  AND \(chapter) IN (\(marks(open.count)))
                  AND enterprise NOT IN (SELECT enterprise FROM \(table) WHERE \(chapter) IN (\(marks(met.count))))
                  AND enterprise IN (SELECT code FROM enterprise WHERE status = 'approved')
                """,
            arguments: [code] + Arguments(open.sorted() + met.sorted())
        ) ?? 0
    }

    /// What stands in the brackets of `IN`: of an empty list NULL, which nothing is in, since PostgreSQL takes no empty brackets.
    private static func marks(_ count: Int) -> String {
        count == 0 ? "NULL" : repeatElement("?", count: count).joined(separator: ",")
    }

    private static func neighbours(
        _ sectors: [String],
        _ condition: String,
        _ arguments: [String],
        except code: String,
        _ db: Database
    ) throws -> Int {
        guard !sectors.isEmpty else { return 0 }
        return try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) FROM enterprise WHERE status = 'approved' AND code <> ? AND \(condition)
                  AND code IN (SELECT enterprise FROM enterprise_sector WHERE sector IN (\(marks(sectors.count))))
                """,
            arguments: Arguments([code] + arguments + sectors)
        ) ?? 0
    }
}
