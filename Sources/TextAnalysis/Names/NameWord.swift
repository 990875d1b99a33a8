/// A run of one script inside a name, folded.
struct NameWord {
    enum Script { case han, cyrillic, latin, digits }

    let script: Script
    let points: [UInt32]

    static func words(of name: String) -> [NameWord] {
        var words: [NameWord] = []
        var points: [UInt32] = []
        var script: Script?
        for scalar in name.unicodeScalars {
            let entry = CharacterTable.shared.entry(for: scalar.value)
            if entry.kind == .mark {
                if scalar.value == 0x306, points.last == 0x438 { points[points.count - 1] = 0x439 }
                continue
            }
            // An apostrophe stands inside a word: Xi'an, Kazan’.
            if script == .latin, scalar == "'" || scalar == "’" { continue }
            let next = Self.script(of: entry.kind)
            if next != script {
                if let script { words.append(NameWord(script: script, points: points)) }
                points = []
                script = next
            }
            guard next != nil else { continue }
            points.append(entry.folded)
            if entry.second != 0 { points.append(UInt32(entry.second)) }
        }
        if let script { words.append(NameWord(script: script, points: points)) }
        return words
    }

    private static func script(of kind: CharacterTable.Class) -> Script? {
        switch kind {
        case .han: .han
        case .cyrillic: .cyrillic
        case .latin: .latin
        case .digit: .digits
        default: nil
        }
    }
}
