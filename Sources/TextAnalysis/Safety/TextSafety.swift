import CICU

/// What characters names and texts may have.
///
/// A name is one line that others must be able to read, compare and trust: the FreeformClass of PRECIS (RFC 8264, 4.3) with the
/// mappings of RFC 8266 (every space is a plain one, composed form NFC) and the limit on marks of UTS #39, 5.4. A joiner or a
/// variation selector stays where its script needs it (RFC 5892, A.1 and A.2; Unicode 16, 13.5 and 23.4). A text may have line
/// breaks and what emoji are made of.
package enum TextSafety {
    package enum Kind: Sendable {
        case name, text
    }

    /// UTS #39, 5.4.
    static let maxMarks = 4

    /// The first character that may not be; nil when all may.
    package static func flaw(in text: String, _ kind: Kind) -> TextFlaw? {
        // Nearly all texts are plain ASCII, Cyrillic or Han: nothing more is asked of those.
        var before: Unicode.Scalar?
        var marks = 0
        for scalar in text.unicodeScalars {
            if let flaw = flaw(scalar, after: before, kind) { return flaw }
            if kind == .name, isMark(scalar) {
                marks += 1
                if marks > maxMarks || before == nil || before == " " { return TextFlaw(.marks, scalar) }
            } else {
                marks = 0
            }
            before = scalar
        }
        return nil
    }

    private static func flaw(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?, _ kind: Kind)
        -> TextFlaw?
    {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x4E00...0x9FFF: return nil
        case 0x09, 0x0A, 0x0D: return kind == .text ? nil : TextFlaw(.control, scalar)
        case 0x202A...0x202E, 0x2066...0x2069: return TextFlaw(.direction, scalar)
        case 0x061C, 0x200E, 0x200F: return kind == .text ? nil : TextFlaw(.direction, scalar)
        case 0xE0000...0xE007F, 0xFFF9...0xFFFB: return TextFlaw(.invisible, scalar)
        case 0x2800, 0x13441, 0x13442, 0x1D159, 0xFFFC:
            // Signs without ink that Unicode counts as symbols and letters: a blank cell of Braille, a hieroglyph of nothing,
            // a note without a head, the place of an object.
            return kind == .text ? nil : TextFlaw(.invisible, scalar)
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return TextFlaw(.control, scalar)
        case .privateUse, .surrogate: return TextFlaw(.unassigned, scalar)
        case .unassigned:
            let isNoncharacter = scalar.properties.isNoncharacterCodePoint
            return kind == .text && !isNoncharacter ? nil : TextFlaw(.unassigned, scalar)
        default: break
        }
        guard kind == .name,
            scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
        else { return nil }
        return isNeeded(scalar, after: before) ? nil : TextFlaw(.invisible, scalar)
    }

    /// Whether the script of the letter before spells with this invisible character.
    private static func isNeeded(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        guard let before else { return false }
        switch scalar.value {
        case 0x200C, 0x200D:
            // After a virama of any Indic script, or between letters that join: Arabic, Syriac, N'Ko, Mongolian.
            return before.properties.canonicalCombiningClass.rawValue == 9 || isJoining(before)
        case 0x180B...0x180F: return isMongolian(before)
        case 0xFE00...0xFE02, 0xE0100...0xE01EF: return before.properties.isIdeographic
        default: return false
        }
    }

    private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
        (0x0620...0x08FF).contains(scalar.value) || isMongolian(scalar)
    }

    private static func isMongolian(_ scalar: Unicode.Scalar) -> Bool {
        (0x1820...0x18AA).contains(scalar.value)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark: return !scalar.properties.isVariationSelector
        case .enclosingMark: return true
        default: return false
        }
    }

    // MARK: - What names a person or a company

    /// Whether there is a letter or a digit of any script: signs alone name nobody.
    package static func isReadable(_ name: String) -> Bool {
        name.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// What makes a web or mail address of a person's name, in any width and case; nil when nothing does.
    ///
    /// Letters address people by their names, and programs for mail turn addresses into links.
    package static func addressMark(in name: String) -> String? {
        var plain = String.UnicodeScalarView()
        for scalar in name.unicodeScalars { plain.append(narrow(scalar)) }
        // Byte by byte: a sign that is joined to "@" hides it from a search by `Character`.
        let bytes = Array(String(plain).lowercased().utf8)
        return ["://", "www.", "@"].first { mark in
            bytes.indices.contains { bytes[$0...].starts(with: mark.utf8) }
        }
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFE6B: return "@"
        // Browsers read these as the dot of a domain (UTS #46).
        case 0x3002, 0xFF61: return "."
        default: return scalar
        }
    }

    // MARK: - One form

    /// In composed form (NFC); of a name every space and line break is a plain space, none at the ends and no two in a row.
    package static func normalized(_ text: String, _ kind: Kind) -> String {
        let composed = composed(text)
        guard kind == .name else { return composed }
        var result = String.UnicodeScalarView()
        var isGap = false
        for scalar in composed.unicodeScalars {
            if isSpace(scalar), !(scalar.value == 0x202F && result.last.map(isMongolian) == true) {
                isGap = !result.isEmpty
            } else {
                if isGap { result.append(" ") }
                isGap = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D: true
        case 0..<0xA0: false
        default: scalar.properties.generalCategory == .spaceSeparator
        }
    }

    /// Without the characters that a text may not have: for what is kept rather than refused.
    package static func cleaned(_ text: String, _ kind: Kind) -> String {
        guard flaw(in: text, kind) != nil else { return composed(text) }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where flaw(scalar, after: result.last, kind) == nil {
            result.append(scalar)
        }
        return normalized(String(result), kind)
    }

    // MARK: - Among other words

    /// A name to be put into a plain text: one that is written from right to left is isolated (UAX #9, 2.4.1), so that it turns
    /// nothing beside it; every other one stays as it is, since old programs for mail show isolates as boxes.
    package static func isolated(_ name: String) -> String {
        name.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(name)\u{2069}" : name
    }

    /// A text to be quoted in a sentence of one line: each character that a name may not have is written out as `⟨U+202E⟩`, so
    /// that it turns, breaks and hides nothing of the sentence, and is seen.
    package static func writtenOut(_ text: String) -> String {
        guard flaw(in: text, .name) != nil else { return text }
        var result = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let flaw = flaw(scalar, after: before, .name) {
                result.append(contentsOf: "⟨\(flaw.code)⟩".unicodeScalars)
            } else {
                result.append(scalar)
            }
            before = scalar
        }
        return String(result)
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    private static func composed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let source = Array(text.utf16)
        // Composing never makes a text longer than this (UAX #15, 12.2).
        var target = [UInt16](repeating: 0, count: source.count * 3 + 1)
        let length = icu_compose(source, Int32(source.count), &target, Int32(target.count))
        return length < 0 ? text : String(decoding: target[..<Int(length)], as: UTF16.self)
    }
}
