import Synchronization

/// Turns a text in Chinese, Russian, English or a mixture into the terms by which it is found.
///
/// The scripts themselves say how each run is treated, so no language is asked for. Latin and Cyrillic words are folded and
/// stemmed, Han runs are made simplified and cut into words and pairs of characters, codes are kept whole.
/// ```swift
/// let analyser = try TextAnalyser()
/// analyser.terms(of: "Соевое масло, 大豆油").map(\.text)   // соя, масл, …, 大豆油, 大豆, 豆油
/// ```
/// The same text always gives the same terms. The dictionaries are read when the analyser is made (some 20 ms), nothing later.
/// It may be called from many threads at once: each call borrows a workbench of its own.
package final class TextAnalyser: Sendable {
    private let simplifier: Simplifier
    private let idle: Mutex<[Workbench]>

    /// Dictionaries are read once for the whole process.
    package static let shared: Result<TextAnalyser, any Error> = Result { try TextAnalyser() }

    /// - Throws: `TextAnalyserError` when a dictionary of ICU, Snowball or OpenCC is not installed.
    package init() throws(TextAnalyserError) {
        guard let simplifier = Simplifier() else { throw .noSimplifier }
        let first = Workbench(simplifier: simplifier)
        guard first.stemmers.isComplete else { throw .noStemmer }
        guard first.segmenter.isReady else { throw .noSegmenter }
        self.simplifier = simplifier
        idle = Mutex([first])
    }

    /// The terms in the order of the text; those over the same place follow one another, the word first.
    package func terms(of text: String) -> [Term] {
        var text = text
        return text.withUTF8 { terms(ofUTF8: $0) }
    }

    /// As `terms(of:)`, for bytes that are UTF-8; what is not is passed over.
    package func terms(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> [Term] {
        let bench = idle.withLock { $0.popLast() } ?? Workbench(simplifier: simplifier)
        defer { idle.withLock { $0.append(bench) } }
        return bench.terms(of: bytes)
    }

    /// The text in simplified characters; other scripts are left as they are.
    package func simplified(_ text: String) -> String {
        simplifier.simplified(text)
    }
}

/// A part of the system that is not installed.
package enum TextAnalyserError: Error, Equatable {
    case noSimplifier
    case noStemmer
    case noSegmenter
}
