import CICU

/// Cuts a run of Han characters into words with ICU's dictionary.
final class HanSegmenter {
    private let words: UnsafeMutableRawPointer?
    private var units: [UInt16] = []

    init() {
        words = icu_words_open()
    }

    deinit {
        if let words { icu_words_close(words) }
    }

    var isReady: Bool { words != nil }

    /// Where each word ends, as indexes into the run; the last is its length.
    func ends(of characters: [UInt32]) -> [Int] {
        guard let words, characters.count > 1 else { return [characters.count] }
        units.removeAll(keepingCapacity: true)
        // A character outside the basic plane stands as one unit that no word holds, so that indexes stay the same.
        for character in characters { units.append(UInt16(exactly: character) ?? 0x3013) }
        return units.withUnsafeBufferPointer { buffer in
            guard icu_words_begin(words, buffer.baseAddress, Int32(buffer.count)) else {
                return [buffer.count]
            }
            var ends: [Int] = []
            var end = icu_words_next(words)
            while end > 0 {
                ends.append(Int(end))
                end = icu_words_next(words)
            }
            return ends
        }
    }
}
