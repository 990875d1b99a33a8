import TextAnalysis

/// Which words of a text stand behind "other than", "кроме", inside "除…外", or behind "whether or not".
struct ExclusionScopes {
    enum Scope { case plain, excluded, optional }

    private var excluded: [Range<Int>] = []
    private var optional: [Range<Int>] = []

    init(terms: [Term], bytes: UnsafeBufferPointer<UInt8>) {
        let words = terms.filter { $0.kind == .word }
        for index in words.indices {
            for (marker, isOptional) in Self.markers where Self.stands(marker, at: index, in: words) {
                let from = words[index + marker.count - 1].range.upperBound
                let scope = from..<Self.end(of: from, bytes: bytes)
                if isOptional { optional.append(scope) } else { excluded.append(scope) }
            }
        }
        for (index, word) in words.enumerated().dropLast() where Self.isBareNegation(at: index, in: words) {
            // Only the next word is denied: not knitted, не трикотажные.
            excluded.append(word.range.upperBound..<words[index + 1].range.upperBound)
        }
        chinese(bytes)
    }

    private static func isBareNegation(at index: Int, in words: [Term]) -> Bool {
        guard ["not", "non", "не"].contains(words[index].surface) else { return false }
        return index == 0 || !["or", "или"].contains(words[index - 1].surface)
    }

    func scope(of term: Term) -> Scope {
        if excluded.contains(where: { $0.contains(term.range.lowerBound) }) { return .excluded }
        return optional.contains { $0.contains(term.range.lowerBound) } ? .optional : .plain
    }

    private static let markers: [(words: [String], isOptional: Bool)] = [
        ("кроме", false), ("за исключением", false), ("исключая", false), ("отличные от", false),
        ("отличных от", false),
        ("отличный от", false), ("не включая", false), ("не содержащие", false), ("не содержащий", false),
        ("не содержащая", false), ("не содержащее", false), ("не относящиеся", false), ("без", false),
        ("other than", false), ("otherwise than", false), ("neither", false), ("except", false),
        ("excepting", false),
        ("excluding", false), ("not including", false), ("not containing", false), ("but not", false),
        ("excl", false), ("without", false),
        ("not of", false), ("не из", false), ("whether or not", true), ("даже", true),
        ("не обязательно", true),
    ].map { ($0.split(separator: " ").map(String.init), $1) }

    private static func stands(_ marker: [String], at index: Int, in words: [Term]) -> Bool {
        guard index + marker.count <= words.count else { return false }
        return zip(marker, words[index...]).allSatisfy { $0 == $1.surface }
    }

    /// Up to the end of the clause.
    private static func end(of start: Int, bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let stops: Set<UInt8> = [
            UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "|"), 10,
        ]
        return bytes[start...].firstIndex { stops.contains($0) } ?? bytes.count
    }

    /// `除X外` and `除X以外` exclude X; `X除外` and `X以外` exclude what stands before it in its clause; `不包括X`, `不含X` what follows.
    private mutating func chinese(_ bytes: UnsafeBufferPointer<UInt8>) {
        var clause = 0
        var except: Int?
        var from: Int?
        var at = 0
        func isAt(_ character: StaticString) -> Bool {
            let wanted = UnsafeBufferPointer(start: character.utf8Start, count: character.utf8CodeUnitCount)
            return at + wanted.count <= bytes.count && bytes[at..<at + wanted.count].elementsEqual(wanted)
        }
        while at < bytes.count {
            let isStop =
                isAt("，") || isAt("；") || isAt("（") || isAt("）") || isAt("：") || isAt("、")
                || bytes[at] == 0x3B
                || bytes[at] == 0x28 || bytes[at] == 0x29 || bytes[at] == 0x2C
            if isAt("除外") {
                excluded.append(clause..<at)
            } else if isAt("除") {
                except = at
            } else if let start = except, isAt("外") {
                excluded.append(start..<at)
                except = nil
            } else if except == nil, isAt("以外") {
                excluded.append(clause..<at)
            } else if isAt("不包括") || isAt("不含") || isAt("未含") {
                from = at
            } else if isAt("不论") || isAt("无论") || isAt("不論") {
                optional.append(at..<Self.clauseEnd(bytes, from: at))
            }
            if isStop, !isAt("、") {
                if let start = from { excluded.append(start..<at) }
                from = nil
                clause = at
            }
            at += bytes[at] < 0x80 ? 1 : bytes[at] < 0xE0 ? 2 : bytes[at] < 0xF0 ? 3 : 4
        }
        if let start = from { excluded.append(start..<bytes.count) }
    }

    private static func clauseEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        while at + 3 <= bytes.count {
            // ，；） begin with EF BC.
            if bytes[at] == 0xEF, bytes[at + 1] == 0xBC { return at }
            if bytes[at] == 0x2C || bytes[at] == 0x3B { return at }
            at += 1
        }
        return bytes.count
    }
}
