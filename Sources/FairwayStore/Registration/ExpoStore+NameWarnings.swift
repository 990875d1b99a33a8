package import FairwayCore
import GRDB

extension ExpoStore {
    /// Why each of these names may be taken for another's, in their order: names look alike whatever legal form stands beside.
    ///
    /// - Complexity: O(enterprises): each name of the expo is read once, and only where the wanted names have letters that others
    ///   look like.
    package func nameWarnings(for names: [(name: LocalizedText, own: Enterprise.ID?)]) throws
        -> [[NameWarning]]
    {
        var warnings = names.map { NameLooks.mixedWords(in: $0.name) }
        var looksReader = NameLooksReader()
        let wanted = names.map { looksReader.looks(of: $0.name) }
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
                let looks = looksReader.looks(of: other)
                for index in names.indices
                where names[index].own != id && warnings[index].count < NamesByLook.maxWarnings {
                    let isAlike = wanted[index].contains { one in looks.contains { $0.isTakenFor(one) } }
                    if isAlike { warnings[index].append(.looksLike(id, other)) }
                }
            }
        }
        return warnings
    }

    /// The approved companies whose present names mix alphabets or look like another's, the likeliest impostors first.
    ///
    /// A company may rename itself after its approval, and everyone sees the new name at once.
    /// - Complexity: O(enterprises): each name is taken apart once and found by what it looks like.
    package func suspectNames() throws -> [SuspectName] {
        let named = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT code, name_zh, name_ru, name_en, status FROM enterprise
                    WHERE status <> 'declined' ORDER BY code
                    """
            ).map { row -> (id: Enterprise.ID, name: LocalizedText, isPublic: Bool) in
                let reader = RowReader(row)
                let id: Enterprise.ID = reader.id()
                let name = reader.localized()
                return (id, name, reader.text() == Enterprise.Status.approved.rawValue)
            }
        }
        var names = NamesByLook()
        for entry in named { names.add(entry.id, entry.name, isPublic: entry.isPublic) }
        return names.suspects()
    }
}
