/// Writes a text as the model's vocabulary does: letters and signs in their common form (NFKC and what the model adds to it),
/// each run of white space as one `▁`, one in front and none at the end.
struct TextNormalizer: Sendable {
    /// The UTF-8 bytes of `▁`, which stands for a space.
    static let space: [UInt8] = [0xE2, 0x96, 0x81]

    /// A double array over the bytes of what is replaced (Aoe 1989; units as in darts-clone): a unit holds the byte that leads
    /// to it, whether a word ends there, and the distance to its followers.
    private let trie: [UInt32]
    /// The replacements, each ended by a zero.
    private let replacements: [UInt8]

    init(trie: [UInt32], replacements: [UInt8]) {
        self.trie = trie
        self.replacements = replacements
    }

    /// The text's bytes in common form; empty if nothing but white space is left.
    func normalized(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var result = Self.space
        result.reserveCapacity(bytes.count + 8)
        var isAfterSpace = true
        var place = 0
        while place < bytes.count {
            let piece = replacement(at: place, of: bytes)
            append(piece.bytes, to: &result, isAfterSpace: &isAfterSpace)
            place += piece.length
        }
        while result.suffix(3).elementsEqual(Self.space) { result.removeLast(3) }
        return result
    }

    private func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8], isAfterSpace: inout Bool) {
        let bytes = isAfterSpace ? bytes.drop { $0 == UInt8(ascii: " ") } : bytes
        guard let last = bytes.last else { return }
        for byte in bytes {
            if byte == UInt8(ascii: " ") { result += Self.space } else { result.append(byte) }
        }
        isAfterSpace = last == UInt8(ascii: " ")
    }

    /// What stands for the bytes at a place, and how many bytes that replaces: the longest entry, else the character itself.
    private func replacement(at start: Int, of bytes: [UInt8]) -> (bytes: ArraySlice<UInt8>, length: Int) {
        if let (value, length) = longestEntry(at: start, of: bytes), value < replacements.count {
            let end = replacements[value...].firstIndex(of: 0) ?? replacements.endIndex
            return (replacements[value..<end], length)
        }
        let end = min(start + UTF8Length.ofCharacter(startingWith: bytes[start]), bytes.count)
        return (bytes[start..<end], end - start)
    }

    private func longestEntry(at start: Int, of bytes: [UInt8]) -> (value: Int, length: Int)? {
        guard let root = trie.first else { return nil }
        var found: (value: Int, length: Int)?
        var node = Self.distance(root)
        for place in start..<bytes.count {
            node ^= Int(bytes[place])
            guard node < trie.count, trie[node] & 0x8000_00FF == UInt32(bytes[place]) else { break }
            let endsWord = trie[node] & 0x100 != 0
            node ^= Self.distance(trie[node])
            if endsWord, node < trie.count {
                found = (Int(trie[node] & 0x7FFF_FFFF), place - start + 1)
            }
        }
        return found
    }

    private static func distance(_ unit: UInt32) -> Int {
        Int(unit >> 10) << Int((unit & 0x200) >> 6)
    }
}

/// How long characters are in UTF-8.
enum UTF8Length {
    /// Bytes of the character that starts with this byte.
    static func ofCharacter(startingWith byte: UInt8) -> Int {
        switch byte {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}
