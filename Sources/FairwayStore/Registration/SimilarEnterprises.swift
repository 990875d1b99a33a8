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
        let wanted = Language.allCases.compactMap { name[$0] }.map { NameLikeness($0) }
            .filter { $0.isTelling }
        guard !wanted.isEmpty else { return [] }
        return try read { db in
            var found: [SimilarEnterprise] = []
            let cursor = try Row.fetchCursor(
                db,
                sql: "SELECT code, name_zh, name_ru, name_en, status FROM enterprise WHERE code <> ?",
                arguments: [own?.code ?? ""]
            )
            while let row = try cursor.next() {
                let reader = RowReader(row)
                let id: Enterprise.ID = reader.id()
                let other = reader.localized()
                let likenesses = Language.allCases.compactMap { other[$0] }.map { NameLikeness($0) }
                guard likenesses.contains(where: { one in wanted.contains { $0.isLike(one) } }) else {
                    continue
                }
                let status = try reader.parsed { Enterprise.Status(rawValue: $0) }
                found.append(SimilarEnterprise(id: id, name: other, status: status))
                if found.count == 5 { break }
            }
            return found
        }
    }
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
