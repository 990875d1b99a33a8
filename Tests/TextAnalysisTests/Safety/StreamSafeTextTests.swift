import Testing

@testable import TextAnalysis

/// Runs of marks cost the square of their length wherever texts are compared, so they are looked for first.
struct StreamSafeTextTests {
    private static let marks = ["\u{301}", "\u{316}\u{301}", "\u{5B4}", "\u{64B}", "\u{E38}", "\u{1D165}"]

    private static func isSafeAnyhow(_ text: String) -> Set<Bool> {
        let escaped = text.unicodeScalars.map { scalar in
            let units = String(scalar).utf16
            return units.map {
                "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16)
            }
            .joined()
        }.joined()
        var json = "{\"a\\\\\": [\"\(text)\"]}"
        var plain = "[\"\(escaped)\"]"
        return [
            StreamSafeText.isSafe(text), StreamSafeText.isSafe(utf8: Array(text.utf8)),
            json.withUTF8 { StreamSafeText.isSafe(json: $0) },
            plain.withUTF8 { StreamSafeText.isSafe(json: $0) },
        ]
    }

    @Test(arguments: marks)
    func thirtyMarksAreSafeAndOneMoreIsNot(mark: String) {
        let count = 30 / mark.unicodeScalars.count
        let full = "a" + String(repeating: mark, count: count)
        #expect(Self.isSafeAnyhow("x\(full)\(full)y") == [true])
        #expect(Self.isSafeAnyhow("x\(full)\(mark)y") == [false])
        #expect(Self.isSafeAnyhow(String(repeating: mark, count: count + 1)) == [false])
    }

    @Test(arguments: [
        "", "ООО «Сырная слобода»", "哈尔滨松北星河食品有限公司", "บริษัท ดาวเหนือ จำกัด", "شرکت ستاره‌شرق",
        "Công ty Biển Đông", "חֲבֵרָת כּוֹכָב", "ᠮᠣᠩᠭᠣᠯ ᠨᠣᠭᠣᠰᠣ", "👩‍👩‍👧‍👦🇨🇳", "རྒྱལ་ཁབ", "क्ष्म्य",
    ])
    func realTextsAreSafe(text: String) { #expect(Self.isSafeAnyhow(text) == [true]) }

    /// What is no UTF-8 is for others to refuse; it only must be survived.
    @Test(arguments: [
        [0xCC], [0xE0, 0x80], [0xF0], [0x80, 0x80], [0xFF, 0xFE, 0xFD, 0xFC], [0xF8, 0x88, 0x80, 0x80],
    ])
    func bytesThatAreNoTextAreSurvived(bytes: [UInt8]) {
        _ = StreamSafeText.isSafe(utf8: bytes)
        for escape in ["\\", "\\u", "\\u03", "\\u030", "\\ud800", "\\\\u0301"] {
            var text = escape
            #expect(text.withUTF8 { StreamSafeText.isSafe(json: $0) })
        }
    }
}
