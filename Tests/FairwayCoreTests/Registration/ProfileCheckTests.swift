import FairwayCore
import Testing

struct ProfileCheckTests {
    private let check = ProfileCheck(economies: ["CN", "RU"], regions: ["CN-HL": "CN", "RU-PRI": "RU"])

    private var sound: ProfileDraft {
        var draft = ProfileDraft()
        draft.name = LocalizedText(zh: "晨星")
        draft.economy = "CN"
        return draft
    }

    @Test func aNameAndAPlaceAreEnough() {
        #expect(check.flaws(in: sound).isEmpty)
        #expect(check.flaws(in: ProfileDraft()).map(\.field) == ["name_zh", "economy"])
        #expect(check.flaws(in: ProfileDraft()).allSatisfy { $0.isGap })
    }

    @Test(arguments: [
        "a\u{600},b@x.example", "a\u{600}@b@x.example", "\"\u{308}a@x.example", "a@x.example\u{200B}",
    ])
    func anAddressIsReadSignBySign(text: String) {
        #expect(!EmailAddress.isValid(text))
        #expect(EmailAddress.isValid("имя@пример.рф") && EmailAddress.isValid("a.b+c@x-y.example"))
    }

    struct Case: Sendable {
        var field: String
        var problem: ProfileFlaw.Problem
        var change: @Sendable (inout ProfileDraft) -> Void
    }

    static let cases = [
        Case(field: "economy", problem: .unknown("XX")) { $0.economy = "XX" },
        Case(field: "region", problem: .regionElsewhere("RU-PRI")) { $0.region = "RU-PRI" },
        Case(field: "region", problem: .unknown("CN-ZZ")) { $0.region = "CN-ZZ" },
        Case(field: "website", problem: .badWebsite("a b")) { $0.website = "a b" },
        Case(field: "website", problem: .badWebsite("javascript:alert(1)")) {
            $0.website = "javascript:alert(1)"
        },
        Case(field: "website", problem: .badWebsite("https://a.example/\"\u{308}onfocus=x")) {
            $0.website = "https://a.example/\"\u{308}onfocus=x"
        },
        Case(field: "stores", problem: .badCount("-1")) { $0.stores = "-1" },
        Case(field: "about_en", problem: .tooLong(most: 2000)) {
            $0.about.en = String(repeating: "a", count: 2001)
        },
        Case(field: "people-0-han-family", problem: .namelessPerson) { $0.people = [person(phone: "1")] },
        Case(field: "people-0-latin-display", problem: .addressInName("://")) {
            $0.people = [person(name: "CLAIM PRIZE AT https://evil.example/x")]
        },
        Case(field: "people-0-latin-display", problem: .addressInName("@")) {
            $0.people = [person(name: "ann@evil.example")]
        },
        Case(field: "people-0-cyrillic-family", problem: .addressInName("www.")) {
            $0.people = [person(name: "Ann")]
            $0.people[0].names.cyrillic.family = "WWW.evil.example"
        },
        Case(field: "people-0-latin-display", problem: .unreadableName) { $0.people = [person(name: "***")] },
        Case(field: "name_ru", problem: .unreadableName) { $0.name.ru = "—" },
        Case(field: "products-0-name_en", problem: .unreadableName) { $0.products = [good("?!")] },
        Case(field: "people-0-email", problem: .badEmail("x@y")) {
            $0.people = [person(name: "A", email: "x@y")]
        },
        Case(field: "products-0-hs", problem: .badHSCode("123")) { $0.products = [good("Tea", hs: "123")] },
        Case(field: "products-0-gtin", problem: .badGTIN("4006381333932")) {
            $0.products = [good("Tea", gtin: "4006381333932")]
        },
        Case(field: "demands-0-targets", problem: .unknown("XX")) {
            $0.demands = [good("Tea", targets: "ru, XX")]
        },
        Case(field: "products-0-hs", problem: .unknownHeading("1807")) {
            $0.products = [good("Tea", hs: "180710")]
        },
        Case(field: "demands-0-name_zh", problem: .namelessGood) { $0.demands = [good(nil, hs: "0902")] },
    ]

    private static func person(name: String? = nil, email: String = "", phone: String = "")
        -> ProfileDraft.Person
    {
        var person = ProfileDraft.Person()
        if let name { person.names = PersonNames(display: name) }
        (person.email, person.phone) = (email, phone)
        return person
    }

    private static func good(_ name: String?, hs: String = "", gtin: String = "", targets: String = "")
        -> ProfileDraft.Good
    {
        var good = ProfileDraft.Good()
        good.name.en = name
        (good.hs, good.gtin, good.targets) = (hs, gtin, targets)
        return good
    }

    @Test(arguments: cases) func everyMistakeIsFoundAtItsField(_ the: Case) {
        var draft = sound
        the.change(&draft)
        #expect(check.flaws(in: draft) == [ProfileFlaw(the.field, the.problem)])
        for language in Language.allCases {
            #expect(!ProfileFlaw(the.field, the.problem).words(in: language).isEmpty)
        }
    }

    /// One flaw a field: what cannot be seen is told by its code.
    @Test(arguments: ["\u{2800}", "\u{1D159}", "\u{FFFC}"]) func blankSignsAreNoName(text: String) {
        var draft = sound
        draft.name.en = text
        draft.people = [Self.person(name: text)]
        draft.demands = [Self.good(text)]
        let flaws = check.flaws(in: draft)
        #expect(flaws.map(\.field) == ["name_en", "people-0-latin-display", "demands-0-name_en"])
        for language in Language.allCases {
            #expect(flaws.allSatisfy { $0.words(in: language).contains("U+") })
        }
    }

    @Test func aPersonsNameIsWordedWithWhatIsWrong() {
        let flaw = ProfileFlaw("people-0-latin-display", .addressInName("www."))
        for (language, words) in [(Language.zh, "网址"), (.ru, "адресов сайтов"), (.en, "web or mail")] {
            #expect(flaw.words(in: language).contains(words) && flaw.words(in: language).contains("www."))
        }
        #expect(ProfileCheck.problem(ofPerson: "") == nil && ProfileCheck.problem(ofPerson: "王芳") == nil)
        let long = String(repeating: "a", count: 201)
        #expect(ProfileCheck.problem(ofPerson: long) == .tooLong(most: 200))
    }

    @Test func emptyRowsAreNoMistakes() {
        var draft = sound
        draft.people = [.init()]
        draft.products = [.init()]
        #expect(check.flaws(in: draft).isEmpty)
        #expect(draft.withoutEmptyRows == sound)
    }
}
