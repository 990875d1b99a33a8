import CICU

/// How far a name can be taken for another's (UTS #39).
package enum Lookalike {
    /// Words whose letters come from scripts with letters that look the same: `Сбep` with Latin `ep`.
    ///
    /// Han, Kana and Hangul beside one of them deceive nobody.
    package static func mixedWords(in name: String) -> [String] {
        name.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init).filter {
            word in
            Set(word.unicodeScalars.compactMap(alphabet)).count > 1
        }
    }

    /// The script of a letter, nil of what is of none or of a script that looks like no other.
    private static func alphabet(_ scalar: Unicode.Scalar) -> Int32? {
        guard scalar.value > 0x40, scalar.properties.isAlphabetic else { return nil }
        let script = icu_script_code(Int32(bitPattern: scalar.value))
        return harmless.contains(script) ? nil : script
    }

    /// Of ICU: common, inherited, Bopomofo, Han, Hangul, Hiragana, Katakana.
    private static let harmless: Set<Int32> = [0, 1, 5, 17, 18, 20, 22]

    /// What a name looks like: names that are taken for each other have one of these in common.
    ///
    /// In capitals other letters look alike than in small ones (`СБЕР`, `CБEP`), so each way of writing is compared.
    package static func skeletons(of name: String) -> Set<String> {
        let plain = TextSafety.normalized(name, .name)
        return Set([plain, plain.lowercased(), plain.uppercased()].compactMap(skeleton))
    }

    /// ICU's own, opened once.
    ///
    /// Unchecked: the pointer never changes, and ICU's reading functions of it are safe for several threads.
    private final class Table: @unchecked Sendable {
        static let shared = Table()
        let pointer: UnsafeMutableRawPointer

        private init?() {
            guard let opened = icu_spoof_open() else { return nil }
            pointer = opened
        }

        deinit { icu_spoof_close(pointer) }
    }

    private static func skeleton(_ text: String) -> String? {
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
        let source = Array(String(String.UnicodeScalarView(letters)).utf16)
        guard !source.isEmpty else { return nil }
        var target = [UInt16](repeating: 0, count: source.count * 8 + 16)
        guard let table = Table.shared else { return nil }
        let length = icu_skeleton(table.pointer, source, Int32(source.count), &target, Int32(target.count))
        return length < 0 ? nil : String(decoding: target[..<Int(length)], as: UTF16.self)
    }
}
