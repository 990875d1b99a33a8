import TextAnalysis

extension TextAnalyser {
    /// The terms of a text with the characters inside longer Han words beside them: 鹅肉 is unknown to the table, 鹅 and 肉 are not.
    func termsWithCharacters(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> [Term] {
        terms(ofUTF8: bytes).flatMap { term -> [Term] in
            guard term.kind == .word, term.isHan, term.text.utf8.count > 3 else {
                return [term]
            }
            let characters = term.text.unicodeScalars.enumerated().compactMap { index, scalar -> Term? in
                let start = term.range.lowerBound + index * 3
                guard scalar.value < 0x10000, start + 3 <= term.range.upperBound else { return nil }
                let text = String(scalar)
                return Term(
                    text: text,
                    surface: text,
                    position: term.position,
                    range: start..<start + 3,
                    kind: .part
                )
            }
            return [term] + characters
        }
    }

    func termsWithCharacters(of text: String) -> [Term] {
        var text = text
        return text.withUTF8 { termsWithCharacters(ofUTF8: $0) }
    }
}
