import Testing
import TextAnalysis

struct TextAnalyserTests {
    private let analyser: TextAnalyser

    init() throws {
        analyser = try TextAnalyser()
    }

    private func words(_ text: String) -> [String] {
        analyser.terms(of: text).filter { $0.kind == .word }.map(\.text)
    }

    private func all(_ text: String) -> Set<String> {
        Set(analyser.terms(of: text).map(\.text))
    }

    struct Same: Sendable {
        let first: String
        let second: String
    }

    @Test(arguments: [
        Same(first: "сои", second: "соевый"), Same(first: "чая", second: "чай"),
        Same(first: "медные", second: "медь"),
        Same(first: "овсяная", second: "овёс"), Same(first: "Ёлки", second: "елка"),
        Same(first: "fibres", second: "Fiber"),
        Same(first: "leaves", second: "leaf"), Same(first: "ＣＡＦＥ", second: "café"),
        Same(first: "電氣", second: "电气"),
        Same(first: "乾燥", second: "干燥"), Same(first: "и\u{306}од", second: "йод"),
        Same(first: "Cоя", second: "соя"),
        Same(first: "8471.30", second: "847130"), Same(first: "А4", second: "A4"),
        Same(first: "1,5", second: "1.5"),
    ])
    func findsOneTermFor(_ pair: Same) {
        #expect(
            analyser.terms(of: pair.first).map(\.text).first
                == analyser.terms(of: pair.second).map(\.text).first
        )
    }

    @Test(arguments: [
        Same(first: "медь", second: "мёд"), Same(first: "печень", second: "печенье"),
        Same(first: "coated", second: "coats"),
        Same(first: "ось", second: "оса"), Same(first: "fishing", second: "fish"),
    ])
    func keepsApart(_ pair: Same) {
        #expect(words(pair.first) != words(pair.second))
    }

    @Test(arguments: [
        Same(first: "стальной", second: "сталь"), Same(first: "игрушек", second: "игрушки"),
        Same(first: "колец", second: "кольцо"),
        Same(first: "деревянные", second: "дерево"), Same(first: "бумажная", second: "бумага"),
        Same(first: "пластиковых", second: "пластик"), Same(first: "алюминиевый", second: "алюминий"),
        Same(first: "трубчатые", second: "труба"), Same(first: "wooden", second: "wood"),
        Same(first: "T-shirt", second: "tshirt"),
    ])
    func relatesByAPart(_ pair: Same) {
        #expect(!all(pair.first).isDisjoint(with: words(pair.second)))
    }

    @Test func cutsHanIntoWordsAndPairs() {
        let terms = analyser.terms(of: "糖果糕点")
        #expect(terms.filter { $0.kind == .word }.map(\.text) == ["糖果", "糕点"])
        #expect(terms.filter { $0.kind == .part }.map(\.text) == ["果糕"])
        #expect(terms.map(\.position) == [0, 1, 2])
    }

    @Test func keepsCodesWhole() {
        let codes = analyser.terms(of: "WD-40, DDR4; 4601234567893, HS 8471.30.00").filter {
            $0.kind == .code
        }.map(\.text)
        #expect(codes == ["wd40", "40", "ddr4", "4601234567893", "84713000"])
    }

    @Test func pointsIntoTheOriginal() {
        let text = "Ёмкости, naïve 電氣設備"
        for term in analyser.terms(of: text) {
            let piece = String(decoding: Array(text.utf8)[term.range], as: UTF8.self)
            #expect(analyser.terms(of: piece).contains { $0.text == term.text })
        }
    }

    @Test func survivesBytesThatAreNoText() {
        let bytes: [UInt8] = [0xFF, 0xE4, 0xBD, 0x41, 0xC0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE7, 0xB3, 0x96]
        let terms = bytes.withUnsafeBufferPointer { analyser.terms(ofUTF8: $0) }
        #expect(terms.map(\.text) == ["a", "糖"])
    }

    /// Any text: ranges and positions run forward inside the text, and a second reading gives the same.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64]) func isOrderedAndRepeatable(seed: UInt64) {
        let letters = Array("абвгёйЯщьaBzß𠮷漢字电氣機械 -.,'/19²\u{301}\u{306}\n").map(String.init)
        var state = seed
        var text = ""
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += letters[Int(state >> 33) % letters.count]
        }
        let terms = analyser.terms(of: text)
        #expect(terms == analyser.terms(of: text), "seed \(seed)")
        #expect(terms.map(\.position) == terms.map(\.position).sorted(), "seed \(seed)")
        #expect(
            terms.allSatisfy {
                !$0.text.isEmpty && !$0.range.isEmpty && $0.range.upperBound <= text.utf8.count
            }
        )
    }

    @Test func servesManyThreadsAtOnce() async {
        let text = "Шоколадные конфеты с начинкой 巧克力糖果 filled chocolates 電氣"
        let expected = analyser.terms(of: text)
        await withTaskGroup(of: [Term].self) { group in
            for _ in 0..<64 { group.addTask { analyser.terms(of: text) } }
            for await terms in group { #expect(terms == expected) }
        }
    }
}
