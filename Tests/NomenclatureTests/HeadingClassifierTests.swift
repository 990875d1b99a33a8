import Nomenclature
import Testing
import TextAnalysis

struct HeadingClassifierTests {
    /// Made once: the index takes a second in a debug build.
    private static let made = Result {
        HeadingClassifier(try Nomenclature.installed(), analyser: try TextAnalyser())
    }
    private let classifier: HeadingClassifier

    init() throws {
        classifier = try Self.made.get()
    }

    struct Case: Sendable {
        let text: String
        let heading: String
    }

    @Test(arguments: [
        Case(text: "Шоколадные конфеты с начинкой", heading: "1806"),
        Case(text: "filled chocolates", heading: "1806"),
        Case(text: "夹心巧克力，每件净重超过2千克", heading: "1806"), Case(text: "夾心巧克力", heading: "1806"),
        Case(text: "Мясо крупного рогатого скота, замороженное", heading: "0202"),
        Case(text: "Пиломатериалы хвойные, толщиной более 6 мм: из сосны", heading: "4407"),
        Case(text: "Men's or boys' shirts, knitted or crocheted, of cotton", heading: "6105"),
        Case(text: "Women's overcoats, other than knitted, of wool", heading: "6202"),
        Case(text: "智能手机", heading: "8517"),
        Case(text: "Пальто женские из шерсти, кроме трикотажных", heading: "6202"),
        Case(text: "羊毛制女式大衣，针织的除外", heading: "6202"),
        Case(text: "Centrifugal pumps for liquids, nesoi", heading: "8413"),
        Case(text: "смартфонн", heading: "8517"),
    ])
    func findsWithinFive(_ item: Case) {
        let ranked = classifier.rank(item.text, limit: 5)
        #expect(ranked.contains { $0.code == item.heading }, "\(item.text): \(ranked.map(\.code))")
    }

    @Test(arguments: [
        "прочие", "прочие, не поименованные в другом месте", "其他", "未列名的其他货品", "other, nesoi",
        "whether or not", "in the form of",
        "more than 80 % by weight", "", "  ", "…!?",
    ])
    func tariffLanguageAloneSaysNothing(text: String) {
        #expect(classifier.rank(text).isEmpty)
    }

    @Test(arguments: [
        ("Шоколад", "Шоколад и прочие, не поименованные в другом месте"),
        ("Chocolate", "Chocolate, whether or not in the form of other"),
        ("巧克力", "其他巧克力"),
    ])
    func tariffLanguageChangesNothing(plain: String, wordy: String) {
        #expect(classifier.rank(plain, limit: 3).map(\.code) == classifier.rank(wordy, limit: 3).map(\.code))
    }

    @Test(arguments: [
        ("Обувь, кроме резиновой", "резиновой"), ("Footwear, other than rubber", "rubber"),
        ("鞋靴（橡胶制的除外）", "橡胶"),
        ("除橡胶以外的鞋靴", "橡胶"), ("橡胶以外的鞋靴", "橡胶"), ("Footwear, made otherwise than of rubber", "rubber"),
        ("Footwear, neither rubber nor felt", "felt"), ("Footwear, not rubber", "rubber"),
        ("Footwear, without rubber", "rubber"),
    ])
    func excludedWordsCountLess(text: String, word: String) {
        let ranked = classifier.rank(text, limit: 3)
        #expect(ranked.first?.code.hasPrefix("64") == true, "\(ranked.map(\.code))")
        for reason in ranked.flatMap(\.reasons) where reason.word == word { #expect(reason.share < 0.2) }
    }

    @Test func explainsWithWordsOfTheText() throws {
        let best = try #require(classifier.rank("Насосы центробежные для жидкостей").first)
        #expect(best.code == "8413")
        #expect(best.reasons.map(\.word).contains("насосы"))
        #expect(best.reasons.map(\.share) == best.reasons.map(\.share).sorted(by: >))
    }

    @Test func meaningDecidesWhereWordsDoNot() throws {
        let place = try #require(classifier.nomenclature.index(of: "9503"))
        var similarities = [Float](repeating: 0.1, count: classifier.nomenclature.headings.count)
        similarities[place] = 0.8
        #expect(classifier.rank("zzzzqqqq", semantic: similarities).first?.code == "9503")
        #expect(classifier.rank("zzzzqqqq").isEmpty)
        #expect(
            classifier.rank("chocolate", semantic: [0.5]).map(\.score)
                == classifier.rank("chocolate").map(\.score)
        )
    }

    /// Meaning counts up to seven times more for a word or two that the table has not, and fades to once the more words there are.
    @Test func meaningCountsMostForFewUnknownWords() throws {
        let place = try #require(classifier.nomenclature.index(of: "9503"))
        var similarities = [Float](repeating: 0.1, count: classifier.nomenclature.headings.count)
        similarities[place] = 0.8
        func share(of text: String, trust: Float = 1) throws -> Float {
            let ranked = classifier.rank(text, semantic: similarities, trust: trust)
            let best = try #require(ranked.first { $0.code == "9503" })
            return best.score - best.lexical
        }
        func unknown(_ count: Int) -> String {
            (0..<count).map { "zzq" + String(repeating: "qx", count: $0) }.joined(separator: " ")
        }
        let alone = try share(of: unknown(1))
        #expect(try share(of: unknown(1), trust: 0.5) == alone / 2)
        #expect(try share(of: unknown(2)) == alone)
        #expect(abs(try share(of: unknown(4)) / alone - (1 + 6.0 / 4) / 7) < 1e-3)
        #expect(abs(try share(of: unknown(20)) / alone - (1 + 6.0 / 100) / 7) < 1e-3)
        let name = try #require(classifier.nomenclature.heading("9503")).name.en
        #expect(try share(of: name) < alone / 4)
    }

    /// What the model is sure of counts by the square.
    @Test func meaningCountsBySquare() throws {
        let places = try ["9503", "8517"].map { try #require(classifier.nomenclature.index(of: $0)) }
        var similarities = [Float](repeating: 0.1, count: classifier.nomenclature.headings.count)
        similarities[places[0]] = 0.8
        similarities[places[1]] = 0.4
        let ranked = classifier.rank("zzqq", semantic: similarities, limit: 2)
        #expect(ranked.map(\.place) == places)
        let deviations = try ranked.map { try #require($0.semantic) }
        let ratio = deviations[0] / deviations[1]
        #expect(ratio > 2)
        #expect(abs(ranked[0].score / ranked[1].score - ratio * ratio) < 0.01)
    }

    @Test func knowsTheWordsOfHeadingsInAllTheirForms() throws {
        let analyser = try TextAnalyser()
        for (text, isKnown) in [
            ("pipes", true), ("машинкой", true), ("巧克力", true), ("souce", false), ("шоколат", false),
        ] {
            let terms = analyser.terms(of: text).filter { $0.kind == .word }
            #expect(!terms.isEmpty)
            #expect(terms.allSatisfy(classifier.knows) == isKnown, "\(text)")
        }
    }

    @Test func sameTextSameAnswer() {
        let text = "Трубы стальные бесшовные, steel pipes, 钢管"
        #expect(classifier.rank(text) == classifier.rank(text))
        #expect(classifier.rank(text).map(\.score) == classifier.rank(text).map(\.score).sorted(by: >))
        #expect(classifier.lexicalScores(text).allSatisfy { (0...1.5).contains($0) })
    }

    /// A heading's own name leads to it, in each language; every twelfth heading is asked.
    @Test func namesFindTheirHeadings() {
        let headings = classifier.nomenclature.headings
        for heading in stride(from: 0, to: headings.count, by: 12).map({ headings[$0] }) {
            for name in heading.name.all {
                let codes = classifier.rank(name, limit: 5).map(\.code)
                #expect(codes.contains(heading.code), "\(heading.code) \(name): \(codes)")
            }
        }
    }
}
