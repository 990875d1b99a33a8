import FairwayCore
import Foundation
import StoreSQL

/// Names as they are compared: what a search finds, what looks like a duplicate, and in which order a list comes.
enum NameFolding {
    /// Letters and digits alone, without case and width.
    ///
    /// Russian ё becomes е; legal forms stay.
    static func folded(_ text: String) -> String {
        if let folded = foldedCommon(text) { return folded }
        // NFKC unites full-width and composed forms (Unicode Standard Annex 15).
        let compatible = text.precomposedStringWithCompatibilityMapping.lowercased()
        var result = String.UnicodeScalarView()
        for scalar in compatible.unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.append(scalar == "ё" ? "е" : scalar)
        }
        return String(result)
    }

    /// The same for ASCII, Russian and Chinese alone, which NFKC leaves as they are; nil for all other text.
    private static func foldedCommon(_ text: String) -> String? {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "\u{4E00}"..."\u{9FFF}": result.append(scalar)
            case "A"..."Z", "А"..."Я": result.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
            case "а"..."я": result.append(scalar)
            case "ё", "Ё": result.append("е")
            case "\0"..."\u{7F}", "«", "»", "“", "”", "„", "–", "—", "·", "、", "。": continue
            default: return nil
            }
        }
        return String(result)
    }

    /// The text in which a name is searched, and what sorts it in zh, ru and en.
    static func columns(code: String, name: LocalizedText) -> [SQLValue] {
        let names = LocalizedText(
            zh: name.zh.map(folded),
            ru: name.ru.map(folded),
            en: name.en.map(folded)
        )
        let lines = [folded(code)] + Language.allCases.compactMap { names[$0] }
        return [.text(lines.joined(separator: "\n"))]
            + Language.allCases.map { .blob(orderKey(of: names, in: $0)) }
    }

    /// The words to look for, all of which must be there.
    static func searchWords(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { folded(String($0)) }.filter { !$0.isEmpty }
    }

    /// Bytes that sort as readers of a language expect.
    ///
    /// GB 18030 has the 3,755 most frequent Chinese characters (GB 2312
    /// level 1) in the order of their pinyin, and the others by radical after them.
    private static func orderKey(of folded: LocalizedText, in language: Language) -> Data {
        let text = folded.text(in: language)
        return language == .zh ? text.data(using: gb18030) ?? Data(text.utf8) : Data(text.utf8)
    }

    /// `kCFStringEncodingGB_18030_2000`, which Foundation has no constant for on Linux.
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
