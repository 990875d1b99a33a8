import FairwayCore
import Foundation

/// Names as they are compared: what a search finds, what looks like a duplicate, and in which order a list comes.
enum NameFolding {
    /// Letters and digits alone, without case and width, Russian ё as е. Legal forms stay.
    static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text) }
        // NFKC unites full-width and composed forms (Unicode Standard Annex 15).
        let compatible = text.precomposedStringWithCompatibilityMapping.lowercased()
        var result = String.UnicodeScalarView()
        for scalar in compatible.unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.append(scalar == "ё" ? "е" : scalar)
        }
        return String(result)
    }

    private static func foldedASCII(_ text: String) -> String {
        let kept = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The code and all names, each on a line.
    static func searchText(code: String, name: LocalizedText) -> String {
        let names = Language.allCases.compactMap { name[$0] }.map(folded)
        return ([folded(code)] + names).joined(separator: "\n")
    }

    /// The words to look for, all of which must be there.
    static func searchWords(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { folded(String($0)) }.filter { !$0.isEmpty }
    }

    /// Bytes that sort as readers of `language` expect. GB 18030 has the 3,755 most frequent Chinese characters (GB 2312
    /// level 1) in the order of their pinyin, and the others by radical after them.
    static func orderKey(of name: LocalizedText, in language: Language) -> Data {
        let text = folded(name.text(in: language))
        return language == .zh ? text.data(using: gb18030) ?? Data(text.utf8) : Data(text.utf8)
    }

    /// `kCFStringEncodingGB_18030_2000`, which Foundation has no constant for on Linux.
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
