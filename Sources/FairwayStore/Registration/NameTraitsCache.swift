import FairwayCore
import Synchronization

/// The traits of names, remembered by their text: the same text has the same for ever, and to take it apart is what the
/// organiser's lists cost.
final class NameTraitsCache: Sendable {
    /// Beyond so many texts everything is forgotten; each takes about 1 KB.
    static let maxTexts = 200_000
    /// Texts that one core takes apart at a time.
    private static let pieceSize = 512

    private let maxTexts: Int
    private let known = Mutex<[ExactText: NameTraits]>([:])

    init(maxTexts: Int = NameTraitsCache.maxTexts) { self.maxTexts = maxTexts }

    /// How many texts are remembered.
    var count: Int { known.withLock { $0.count } }

    /// The traits of each name in every language that it has, in the order of `Language.allCases`.
    ///
    /// Whoever asks while another takes texts apart waits for that, and finds them.
    /// - Parameter isKept: Whether what is new is remembered; not what strangers type.
    func traits(of names: [LocalizedText], isKept: Bool) -> [[NameTraits]] {
        let texts = names.map { name in Language.allCases.compactMap { name[$0] } }
        let all = traits(of: texts.flatMap { $0 }.map { ExactText(text: $0) }, isKept: isKept)
        var start = 0
        return texts.map { texts in
            defer { start += texts.count }
            return Array(all[start..<start + texts.count])
        }
    }

    private func traits(of texts: [ExactText], isKept: Bool) -> [NameTraits] {
        known.withLock { known in
            var traits = texts.map { known[$0] }
            var places: [ExactText: Int] = [:]
            var missing: [ExactText] = []
            for (index, text) in texts.enumerated() where traits[index] == nil && places[text] == nil {
                places[text] = missing.count
                missing.append(text)
            }
            guard !missing.isEmpty else { return traits.compactMap { $0 } }
            let made = Self.made(of: missing.map(\.text))
            if isKept {
                if known.count + missing.count > maxTexts { known = [:] }
                for (text, one) in zip(missing, made).prefix(maxTexts) { known[text] = one }
            }
            for (index, text) in texts.enumerated() where traits[index] == nil {
                traits[index] = places[text].map { made[$0] }
            }
            return traits.compactMap { $0 }
        }
    }

    private static func made(of texts: [String]) -> [NameTraits] {
        let pieces = stride(from: 0, to: texts.count, by: pieceSize).map { start in
            Array(texts[start..<min(texts.count, start + pieceSize)])
        }
        return Concurrent.map(pieces, pieceSize: 1) { NameTraits.all(of: $0) }.flatMap { $0 }
    }
}

/// A text by its bytes: `String` takes texts for the same that are only canonically equivalent, and looks at all their
/// letters to find that out.
private struct ExactText: Hashable, Sendable {
    let text: String

    static func == (one: ExactText, other: ExactText) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
