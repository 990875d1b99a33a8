import CStemmer

/// A word reduced to what its inflected forms share, and weaker handles on it.
struct WordForms {
    var stem: String
    /// The noun in an adjective, the form without a fleeting vowel: each is the stem of a related word.
    var roots: [String] = []
}

/// Snowball's stemmers of Russian and English with Fairway's guards around them.
///
/// Snowball cuts short Russian words too far (сои → со, but соевый → соев; медь and мёд both → мед); `RussianShortWords` names them.
final class Stemmers {
    private let russianStemmer = sb_stemmer_new("russian", "UTF_8")
    private let englishStemmer = sb_stemmer_new("english", "UTF_8")

    deinit {
        sb_stemmer_delete(russianStemmer)
        sb_stemmer_delete(englishStemmer)
    }

    var isComplete: Bool { russianStemmer != nil && englishStemmer != nil }

    /// - Parameter word: folded.
    func russian(_ word: String) -> WordForms {
        if let known = RussianShortWords.shared.stems[word] { return WordForms(stem: known) }
        var stem = snowball(russianStemmer, word)
        if stem.utf8.count < 6 { stem = RussianShortWords.guarded(word, stem: stem) }
        if let (mended, root) = RussianShortWords.shared.derived[stem] {
            return WordForms(stem: mended, roots: root.map { [$0] } ?? [])
        }
        return WordForms(stem: stem, roots: RussianRoots.roots(of: word, stem: stem))
    }

    /// - Parameter word: folded.
    func english(_ word: String) -> WordForms {
        if let known = EnglishWords.shared.stems[word] { return WordForms(stem: known) }
        let stem = snowball(englishStemmer, EnglishWords.shared.american(word))
        guard let root = EnglishWords.shared.roots[stem] else { return WordForms(stem: stem) }
        return WordForms(stem: stem, roots: [root])
    }

    private func snowball(_ stemmer: OpaquePointer?, _ word: String) -> String {
        guard let stemmer else { return word }
        var word = word
        let stem = word.withUTF8 { bytes -> String? in
            guard let start = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                return nil
            }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
        }
        return stem ?? word
    }
}
