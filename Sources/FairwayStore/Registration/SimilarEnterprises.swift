package import FairwayCore

/// An enterprise whose name is much like another's.
package struct SimilarEnterprise: Equatable, Sendable {
    package var id: Enterprise.ID
    package var name: LocalizedText
    package var status: Enterprise.Status
}

extension NameRepository {
    /// Enterprises with nearly this name in any language: said to people, never acted upon.
    ///
    /// - Complexity: O(enterprises), each a comparison of letter pairs that are kept.
    package func enterprises(similarTo name: LocalizedText, except own: Enterprise.ID?) async throws
        -> [SimilarEnterprise]
    {
        try await enterprises(similarTo: [(name, own)]).first ?? []
    }

    /// The same for many names at once, in their order.
    package func enterprises(similarTo names: [(name: LocalizedText, own: Enterprise.ID?)]) async throws
        -> [[SimilarEnterprise]]
    {
        guard !names.isEmpty else { return [] }
        return try await database.offload {
            let index = try index()
            let traits = memory.traits(of: names.map { $0.name })
            return zip(traits, names).map { index.similar(to: $0, except: $1.own) }
        }
    }
}

/// A name without legal form, as pairs of letters, for the coefficient of Dice (1945): 2·common / (all of both).
struct NameLikeness: Sendable {
    private let core: String
    /// Of the core, in characters of Unicode.
    private let length: Int
    private let pairs: [UInt64]
    static let least = 0.82

    init(_ name: String) {
        core = Self.core(of: name)
        let scalars = core.unicodeScalars.map { UInt64($0.value) }
        length = scalars.count
        pairs = zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 }.sorted()
    }

    /// One letter alone is like too much.
    var isTelling: Bool { length >= 2 }

    func isLike(_ other: NameLikeness) -> Bool {
        if length == other.length, core == other.core { return isTelling }
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
