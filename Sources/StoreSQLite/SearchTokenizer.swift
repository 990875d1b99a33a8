import GRDB
import TextAnalysis

/// Fairway's text analysis as a tokenizer of SQLite's FTS5: a text is found by its words' stems, its Chinese words and pairs of
/// characters, and its codes.
///
/// A query is made of terms that are analysed already (`SearchExpression`), so they are taken as they are.
final class SearchTokenizer: FTS5CustomTokenizer {
    static let name = "fairway"

    private let analyser: TextAnalyser

    init(db: GRDB.Database, arguments: [String]) throws {
        analyser = try TextAnalyser.shared.get()
    }

    func tokenize(
        context: UnsafeMutableRawPointer?,
        tokenization: FTS5Tokenization,
        pText: UnsafePointer<CChar>?,
        nText: CInt,
        tokenCallback: FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return 0 }
        if tokenization.contains(.query) { return tokenCallback(context, 0, pText, nText, 0, nText) }
        let bytes = UnsafeRawBufferPointer(start: pText, count: Int(nText)).bindMemory(to: UInt8.self)
        var last = -1
        for term in analyser.terms(ofUTF8: bytes) {
            // Terms over the same place are alternatives of each other.
            let flags: CInt = term.position == last ? Self.colocated : 0
            last = term.position
            var text = term.text
            let code = text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    tokenCallback(
                        context,
                        flags,
                        $0.baseAddress,
                        CInt($0.count),
                        CInt(term.range.lowerBound),
                        CInt(term.range.upperBound)
                    )
                }
            }
            if code != 0 { return code }
        }
        return 0
    }

    /// `FTS5_TOKEN_COLOCATED` of SQLite's fts5.h.
    private static let colocated: CInt = 1
}
