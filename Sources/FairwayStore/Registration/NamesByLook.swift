package import FairwayCore

/// A company that everyone sees, with why its name may be taken for another's.
package struct SuspectName: Equatable, Sendable {
    package var id: Enterprise.ID
    package var name: LocalizedText
    package var warnings: [NameWarning]
}

/// All names of an expo by what they look like, so that those taken for each other meet without comparing every pair.
struct NamesByLook {
    static let maxWarnings = 5
    /// Ways to write one look that are told apart: more tell the organiser nothing, and a thousand names of one look are not
    /// compared with each other.
    private static let maxSpellings = maxWarnings + 1

    private struct Entry {
        var id: Enterprise.ID
        var name: LocalizedText
        var isPublic: Bool
        var traits: [NameTraits]

        var looks: [NameLooks] { traits.compactMap(\.looks) }
    }

    private struct Spelling {
        var letters: String
        /// The first entry that is spelt so.
        var entry: Int
    }

    private var entries: [Entry] = []
    private var spellings: [String: [Spelling]] = [:]

    mutating func add(_ id: Enterprise.ID, _ name: LocalizedText, _ traits: [NameTraits], isPublic: Bool) {
        let entry = entries.count
        entries.append(Entry(id: id, name: name, isPublic: isPublic, traits: traits))
        for look in entries[entry].looks {
            for skeleton in look.skeletons {
                let known = spellings[skeleton] ?? []
                guard known.count < Self.maxSpellings, !known.contains(where: { $0.letters == look.letters })
                else { continue }
                spellings[skeleton, default: []].append(Spelling(letters: look.letters, entry: entry))
            }
        }
    }

    /// The public names that give cause: first those that mix alphabets and look like another's, then the others that look
    /// like one, then those that only mix; each in the order in which they came.
    func suspects() -> [SuspectName] {
        var ranked: [[SuspectName]] = [[], [], []]
        for (index, entry) in entries.enumerated() where entry.isPublic {
            let mixed = NameLooks.warnings(ofMixed: entry.traits.flatMap(\.mixedWords))
            let alike = others(like: index)
            guard !mixed.isEmpty || !alike.isEmpty else { continue }
            let warnings = Array((mixed + alike).prefix(Self.maxWarnings))
            let rank = alike.isEmpty ? 2 : mixed.isEmpty ? 1 : 0
            ranked[rank].append(SuspectName(id: entry.id, name: entry.name, warnings: warnings))
        }
        return ranked.flatMap { $0 }
    }

    private func others(like index: Int) -> [NameWarning] {
        let looks = entries[index].looks
        var found: Set<Int> = []
        for look in looks {
            for skeleton in look.skeletons {
                for other in spellings[skeleton] ?? []
                where other.entry != index && other.letters != look.letters { found.insert(other.entry) }
            }
        }
        return found.sorted().prefix(Self.maxWarnings).compactMap { other in
            NameTraits.text(of: entries[other].traits, takenForOneOf: looks).map { text in
                NameWarning.looksLike(entries[other].id, name: text)
            }
        }
    }
}
