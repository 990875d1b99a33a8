import Testing

@testable import FairwayCore

struct MatchReasonWordsTests {
    private let names = MatchReason.Names(
        products: ["P1": LocalizedText(zh: "黑巧克力", ru: "Тёмный шоколад", en: "Dark chocolate")],
        demands: ["D1": LocalizedText(zh: "糖果", ru: "Сладости", en: "Sweets")],
        places: ["CN-HL": LocalizedText(zh: "黑龙江省", ru: "Хэйлунцзян", en: "Heilongjiang")]
    )

    @Test func namesProductAndDemand() {
        let reason = MatchReason.offerMeetsDemand(product: "P1", demand: "D1", sharedDigits: 4)
        #expect(reason.words(in: .zh, names: names) == "产品“黑巧克力”符合需求“糖果”（HS 编码前 4 位一致）")
        #expect(
            reason.words(in: .ru, names: names)
                == "Товар «Тёмный шоколад» отвечает запросу «Сладости» (совпадают первые 4\u{A0}цифры кода ТН\u{A0}ВЭД)"
        )
        #expect(
            reason.words(in: .en, names: names)
                == "The product “Dark chocolate” meets the demand “Sweets” (first 4 HS digits agree)"
        )
    }

    @Test func tellsTheCodeOfWhatHasNoName() {
        let reason = MatchReason.offerMeetsDemand(product: "P9", demand: "D9", sharedDigits: 6)
        #expect(reason.words(in: .en) == "The product “P9” meets the demand “D9” (first 6 HS digits agree)")
        #expect(MatchReason.targetRegion(code: "RU-PRI").words(in: .en).hasSuffix("RU-PRI"))
        #expect(MatchReason.commonSector("S99").words(in: .en).hasSuffix("S99"))
    }

    @Test func eachReasonHasItsOwnSentenceInEachLanguage() throws {
        let pair = try #require(LanguagePair(LanguageTag(.zh), LanguageTag(.ru)))
        let reasons: [MatchReason] = [
            .offerMeetsDemand(product: "P1", demand: "D1", sharedDigits: 2),
            .similarMeaning(product: "P1", demand: "D1"),
            .roleFit(seller: .manufacturer, buyer: .retailChain),
            .targetRegion(code: "CN-HL"),
            .commonLanguage(LanguageTag(.ru)),
            .interpreterNeeded(pair),
            .commonSector("S04"),
            .missing(.noInterpreter(pair)),
            .missing(.languageNotStated("E1")),
            .missing(.elsewhere(demand: "D1")),
            .missing(.chapterOnly(product: "P1", demand: "D1")),
            .missing(.noOfferForDemand),
        ]
        let sentences = reasons.flatMap { reason in
            Language.allCases.map { reason.words(in: $0, names: names) }
        }
        #expect(Set(sentences).count == 36)
        #expect(
            sentences[6...8] == [
                "角色互补：生产企业 → 连锁零售商", "Роли подходят: производитель → торговая сеть",
                "Roles fit: manufacturer → retail chain",
            ]
        )
        #expect(sentences[13] == "Общий язык: русский")
        #expect(sentences[17] == "Interpreter needed: Russian–Chinese")
        #expect(sentences[18] == "同属行业：食品饮料")
    }
}
