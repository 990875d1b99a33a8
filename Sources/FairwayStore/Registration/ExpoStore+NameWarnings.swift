package import FairwayCore
import GRDB
import TextAnalysis

extension ExpoStore {
    /// Why each of these names may be taken for another's, in their order: names look alike whatever legal form stands beside.
    ///
    /// - Complexity: O(enterprises): each name of the expo is read once, and only where the wanted names have letters that others
    ///   look like.
    package func nameWarnings(for names: [(name: LocalizedText, own: Enterprise.ID?)]) throws
        -> [[NameWarning]]
    {
        var warnings: [[NameWarning]] = names.map { entry in
            let words = Language.allCases.compactMap { entry.name[$0] }.flatMap(Lookalike.mixedWords)
            var seen: Set<String> = []
            return words.filter { seen.insert($0).inserted }.map { NameWarning.mixedScripts(word: $0) }
        }
        let wanted = names.map { NameLooks.all(of: $0.name) }
        guard wanted.contains(where: { !$0.isEmpty }) else { return warnings }
        try read { db in
            let cursor = try Row.fetchCursor(
                db,
                sql: "SELECT code, name_zh, name_ru, name_en FROM enterprise ORDER BY code"
            )
            while let row = try cursor.next() {
                let reader = RowReader(row)
                let id: Enterprise.ID = reader.id()
                let other = reader.localized()
                let looks = NameLooks.all(of: other)
                for index in names.indices
                where names[index].own != id && warnings[index].count < Self.maxNameWarnings {
                    let isAlike = wanted[index].contains { one in looks.contains { $0.isTakenFor(one) } }
                    if isAlike { warnings[index].append(.looksLike(id, other)) }
                }
            }
        }
        return warnings
    }

    private static let maxNameWarnings = 5
}

/// What a name looks like, with its legal form and without.
struct NameLooks {
    private let letters: String
    private let skeletons: Set<String>

    init(_ name: String) {
        let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let telling = words.filter { Lookalike.skeletons(of: $0).isDisjoint(with: Self.forms) }
        letters = telling.joined().lowercased()
        skeletons = telling.isEmpty ? [] : Lookalike.skeletons(of: telling.joined())
    }

    static func all(of name: LocalizedText) -> [NameLooks] {
        Language.allCases.compactMap { name[$0] }.map { NameLooks($0) }.filter {
            $0.letters.unicodeScalars.count >= 3
        }
    }

    /// Alike and not the same: the same name is told as a likely duplicate.
    func isTakenFor(_ other: NameLooks) -> Bool {
        letters != other.letters && !skeletons.isDisjoint(with: other.skeletons)
    }

    private static let forms: Set<String> = Set(
        [
            "ООО", "ОАО", "АО", "ЗАО", "ПАО", "ИП", "ТОО", "ГК", "ТД", "LLC", "Ltd", "Limited", "Inc", "Corp",
            "Co", "JSC",
            "PJSC", "GmbH", "AG", "the",
        ].flatMap { Lookalike.skeletons(of: $0) }
    )
}
