import Nomenclature
import Testing
import TextAnalysis

/// Which part of a text names the goods.
struct GoodsPhraseTests {
    private static let made = Result {
        HeadingClassifier(try Nomenclature.installed(), analyser: try TextAnalyser())
    }
    private let classifier: HeadingClassifier

    init() throws {
        classifier = try Self.made.get()
    }

    @Test(arguments: [
        // Packing, purpose and substance follow after a mark or a preposition.
        ("Клубника садовая свежая, контейнер 250 г", "Клубника садовая свежая"),
        ("Зеркало для ванной в раме", "Зеркало"), ("Centrifugal pumps for liquids", "Centrifugal pumps"),
        ("石墨电极,超高功率,用于电弧炉", "石墨电极"), ("石墨电极，超高功率", "石墨电极"), ("Тахометр; спидометр", "Тахометр"),
        ("Steel pipes — seamless", "Steel pipes"), ("Steel pipes - seamless", "Steel pipes"),
        ("Socks (for children)", "Socks"),
        // A number ends it in Russian and English, and is left out in Chinese, which says measures first.
        ("Кран башенный 8 тонн", "Кран башенный"),
        ("2,4-дихлорфеноксиуксусная кислота", "дихлорфеноксиуксусная кислота"),
        ("重量不超过185克的鸡雏", "鸡雏"), ("Formalin 37% solution drums", "Formalin"),
        ("Мука ржаная 50 кг мешки", "Мука ржаная"),
        // Tariff language before the goods is passed over.
        ("Прочие: галстуки, бабочки", "галстуки"), ("Other, of a kind used in mines: locomotives", "mines"),
        // A hyphen is no dash.
        ("T-shirts, knitted", "T-shirts"), ("Other X-ray films, in rolls", "X-ray films"),
        ("Пресс-форма для литья", "Пресс-форма"),
    ])
    func namesTheGoods(text: String, goods: String) throws {
        #expect(try #require(classifier.goods(in: text)).text == goods)
    }

    @Test(arguments: ["Steel pipes", "石墨电极", "прочие", "other, nesoi", "", "…!?", "12 kg"])
    func isNoneWhereItIsAllOrNothing(text: String) {
        #expect(classifier.goods(in: text) == nil)
    }

    @Test func saysHowMuchOfTheTextItIs() throws {
        let half = try #require(classifier.goods(in: "Steel pipes, seamless, galvanised"))
        #expect(half.share == 0.5)
        let whole = try #require(classifier.goods(in: "Steel pipes, other"))
        #expect(whole.share == 1)
    }

    /// Whatever marks, numbers and scripts meet: it is a part of the text, word for word.
    @Test func isMadeOfTheTextsOwnWords() {
        let pieces = [
            "steel", "T", "трубы", "ё", "石墨", "电极", "не", "из", "of", "other", "прочие", "其他", "12", "3,5",
            "кг", "mm", "8471.30", "WD-40",
            "e\u{301}", "🍓", "ﬁ", "-", " - ", "—", "–", ",", ";", "(", ")", ":", "|", "、", "。", "，", " ",
            "  ", "\u{a0}", "«", "»", "&", "10%", "²",
        ]
        var state: UInt64 = 20_261_128
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var found = 0
        for _ in 0..<4000 {
            let text = (0..<1 + next(12)).map { _ in pieces[next(pieces.count)] }.joined(
                separator: next(2) == 0 ? "" : " "
            )
            guard let goods = classifier.goods(in: text) else { continue }
            found += 1
            #expect(!goods.text.isEmpty && goods.share > 0 && goods.share <= 1, "\(text)")
            let words = goods.text.split(separator: " ")
            #expect(words.allSatisfy { text.contains($0) }, "\(text): \(goods.text)")
            #expect(goods.text.utf8.count <= text.utf8.count, "\(text): \(goods.text)")
        }
        #expect(found > 1000)
    }
}
