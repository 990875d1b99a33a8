import FairwayCore
import StoreSQL

/// All names of an expo as of one state of the store, taken apart, by code and by what they look like.
struct NameIndex: Sendable {
    struct Entry: Equatable, Sendable {
        let id: Enterprise.ID
        let name: LocalizedText
        let status: Enterprise.Status
    }

    let entries: [Entry]
    private let traits: [[NameTraits]]
    /// The places in `entries` of the names that look so, ascending.
    private let places: [String: [Int]]
    private static let maxSimilar = 5

    /// - Parameter traits: Of each entry's name.
    init(_ entries: [Entry] = [], traits: [[NameTraits]] = []) {
        var places: [String: [Int]] = [:]
        for (place, traits) in traits.enumerated() {
            for skeleton in traits.compactMap(\.looks).flatMap(\.skeletons)
            where places[skeleton]?.last != place {
                places[skeleton, default: []].append(place)
            }
        }
        self.entries = entries
        self.traits = traits
        self.places = places
    }

    static func entries(_ db: Database) throws -> [Entry] {
        var entries: [Entry] = []
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT code, name_zh, name_ru, name_en, status FROM enterprise ORDER BY code"
        )
        while let row = try cursor.next() {
            let reader = RowReader(row)
            let id: Enterprise.ID = reader.id()
            let name = reader.localized()
            let status = try reader.parsed { Enterprise.Status(rawValue: $0) }
            entries.append(Entry(id: id, name: name, status: status))
        }
        return entries
    }

    /// Why a name may be taken for another's.
    func warnings(of name: [NameTraits], own: Enterprise.ID?) -> [NameWarning] {
        let mixed = NameLooks.warnings(ofMixed: name.flatMap(\.mixedWords))
        let room = NamesByLook.maxWarnings - mixed.count
        guard room > 0 else { return mixed }
        let looks = name.compactMap(\.looks)
        var found: Set<Int> = []
        for look in looks {
            for skeleton in look.skeletons {
                // The first of all are among the first of each.
                var count = 0
                for place in places[skeleton] ?? [] where isTaken(place, for: look, own) {
                    found.insert(place)
                    count += 1
                    if count == room { break }
                }
            }
        }
        let alike = found.sorted().prefix(room).compactMap { place in
            NameTraits.text(of: traits[place], takenForOneOf: looks).map { text in
                NameWarning.looksLike(entries[place].id, name: text)
            }
        }
        return mixed + alike
    }

    private func isTaken(_ place: Int, for look: NameLooks, _ own: Enterprise.ID?) -> Bool {
        entries[place].id != own && traits[place].contains { $0.looks?.isTakenFor(look) == true }
    }

    /// The first enterprises with nearly this name.
    func similar(to name: [NameTraits], except own: Enterprise.ID?) -> [SimilarEnterprise] {
        let wanted = name.map(\.likeness).filter(\.isTelling)
        var found: [SimilarEnterprise] = []
        guard !wanted.isEmpty else { return found }
        for (entry, traits) in zip(entries, traits) where entry.id != own {
            let isSimilar = traits.contains { one in wanted.contains { $0.isLike(one.likeness) } }
            guard isSimilar else { continue }
            found.append(SimilarEnterprise(id: entry.id, name: entry.name, status: entry.status))
            if found.count == Self.maxSimilar { break }
        }
        return found
    }

    /// The approved names that may be taken for another's.
    func suspects() -> [SuspectName] {
        var names = NamesByLook()
        for (entry, traits) in zip(entries, traits) where entry.status != .declined {
            names.add(entry.id, entry.name, traits, isPublic: entry.status == .approved)
        }
        return names.suspects()
    }
}
