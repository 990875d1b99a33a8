package import FairwayCore
import GRDB

/// An enterprise whose name is much like another's.
package struct SimilarEnterprise: Equatable, Sendable {
    package var id: Enterprise.ID
    package var name: LocalizedText
    package var status: Enterprise.Status
}

extension ExpoStore {
    /// Enterprises with nearly this name in any language: said to people, never acted upon.
    ///
    /// - Complexity: O(enterprises), each a comparison of letter pairs.
    package func enterprises(similarTo name: LocalizedText, except own: Enterprise.ID?) throws
        -> [SimilarEnterprise]
    {
        try enterprises(similarTo: [(name, own)]).first ?? []
    }

    /// The same for many names at once, in their order: every name of the expo is read and taken apart only once, which
    /// is what takes the time.
    package func enterprises(similarTo names: [(name: LocalizedText, own: Enterprise.ID?)]) throws
        -> [[SimilarEnterprise]]
    {
        let wanted = names.map { NameLikeness.all(of: $0.name).filter(\.isTelling) }
        var found = names.map { _ in [SimilarEnterprise]() }
        guard wanted.contains(where: { !$0.isEmpty }) else { return found }
        try read { db in
            let cursor = try Row.fetchCursor(
                db,
                sql: "SELECT code, name_zh, name_ru, name_en, status FROM enterprise ORDER BY code"
            )
            while let row = try cursor.next() {
                let reader = RowReader(row)
                let id: Enterprise.ID = reader.id()
                let other = reader.localized()
                let likenesses = NameLikeness.all(of: other)
                let alike = names.indices.filter { index in
                    found[index].count < Self.mostSimilar && names[index].own != id
                        && likenesses.contains { one in wanted[index].contains { $0.isLike(one) } }
                }
                guard !alike.isEmpty else { continue }
                let status = try reader.parsed { Enterprise.Status(rawValue: $0) }
                for index in alike { found[index].append(.init(id: id, name: other, status: status)) }
            }
        }
        return found
    }

    private static let mostSimilar = 5
}

/// A name without legal form, as pairs of letters, for the coefficient of Dice (1945): 2·common / (all of both).
struct NameLikeness {
    private let core: String
    private let pairs: [UInt64]
    static let least = 0.82

    init(_ name: String) {
        core = Self.core(of: name)
        let scalars = core.unicodeScalars.map { UInt64($0.value) }
        pairs = zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 }.sorted()
    }

    /// Of every language that the name has.
    static func all(of name: LocalizedText) -> [NameLikeness] {
        Language.allCases.compactMap { name[$0] }.map { NameLikeness($0) }
    }

    /// One letter alone is like too much.
    var isTelling: Bool { core.unicodeScalars.count >= 2 }

    func isLike(_ other: NameLikeness) -> Bool {
        if core == other.core { return isTelling }
        let all = pairs.count + other.pairs.count
        // Even all pairs of the shorter one would not do.
        guard pairs.count > 2, 2 * Double(min(pairs.count, other.pairs.count)) >= Self.least * Double(all)
        else { return false }
        return 2 * Double(common(other)) >= Self.least * Double(all)
    }

    private func common(_ other: NameLikeness) -> Int {
        var (one, two, count) = (0, 0, 0)
        while one < pairs.count, two < other.pairs.count {
            if pairs[one] == other.pairs[two] {
                (one, two, count) = (one + 1, two + 1, count + 1)
            } else if pairs[one] < other.pairs[two] {
                one += 1
            } else {
                two += 1
            }
        }
        return count
    }

    /// Legal forms say nothing of who it is.
    private static func core(of name: String) -> String {
        let words = name.split { !$0.isLetter && !$0.isNumber }.map { NameFolding.folded(String($0)) }
            .filter { !forms.contains($0) && !$0.isEmpty }
        var core = words.joined()
        for ending in chineseForms where core.hasSuffix(ending) && core.count > ending.count {
            core = String(core.dropLast(ending.count))
            break
        }
        return core
    }

    private static let forms: Set<String> = [
        "ооо", "оао", "ао", "зао", "пао", "ип", "нко", "ano", "ано", "гк", "тд", "тоо", "оу", "llc", "ltd",
        "limited", "inc", "corp", "corporation", "co", "company", "jsc", "pjsc", "ojsc", "gmbh", "ag", "sa",
        "srl", "bv", "plc", "oy", "pte", "pvt", "the",
    ]
    private static let chineseForms = [
        "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "公司",
    ]
}
