import Testing

@testable import FairwayCore

/// One value of an enumeration with the function that names it.
private struct Named: Sendable {
    var value: String
    var name: @Sendable (Language) -> String

    static func all() -> [Named] {
        Enterprise.Role.allCases.map { value in Named(value: "role \(value)") { value.displayName(in: $0) } }
            + Enterprise.Status.allCases.map { value in
                Named(value: "enterprise \(value)") { value.displayName(in: $0) }
            }
            + MeetingRequest.Status.allCases.map { value in
                Named(value: "request \(value)") { value.displayName(in: $0) }
            }
            + Session.allCases.map { value in Named(value: "session \(value)") { value.displayName(in: $0) } }
            + Agency.Kind.allCases.map { value in
                Named(value: "agency \(value)") { value.displayName(in: $0) }
            }
            + Outcome.Kind.allCases.map { value in
                Named(value: "outcome \(value)") { value.displayName(in: $0) }
            }
            + [Run.Status.running, .finished, .failed].map { value in
                Named(value: "run \(value)") { value.displayName(in: $0) }
            }
            + LanguageTag.common.map { value in Named(value: "tag \(value)") { value.displayName(in: $0) } }
    }
}

struct DisplayNameTests {
    @Test func everyNameIsInItsScript() {
        for named in Named.all() {
            #expect(
                named.name(.zh).unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) },
                "\(named.value)"
            )
            #expect(
                named.name(.ru).unicodeScalars.allSatisfy {
                    (0x0400...0x04FF).contains($0.value) || $0 == " " || $0 == "-"
                },
                "\(named.value)"
            )
            #expect(named.name(.en).unicodeScalars.allSatisfy { $0.isASCII }, "\(named.value)")
            #expect(!named.name(.zh).isEmpty && !named.name(.ru).isEmpty && !named.name(.en).isEmpty)
        }
    }

    @Test func namesOfRolesDiffer() {
        for language in Language.allCases {
            #expect(Set(Enterprise.Role.allCases.map { $0.displayName(in: language) }).count == 8)
        }
    }

    @Test func namesLanguages() throws {
        #expect(LanguageTag(.zh).displayName(in: .ru) == "китайский")
        #expect(try #require(LanguageTag("ko")).displayName(in: .zh) == "韩语")
        #expect(try #require(LanguageTag("qaa")).displayName(in: .en) == "qaa")
        #expect(Language.ru.endonym == "Русский")
        let pair = try #require(LanguagePair(LanguageTag(.zh), LanguageTag(.ru)))
        #expect(pair.displayName(in: .en) == "Russian–Chinese")
        #expect(pair.displayName(in: .ru) == "русский — китайский")
    }

    @Test func quotesAsEachLanguageDoes() {
        #expect(Language.allCases.map { $0.quoted("A") } == ["“A”", "«A»", "“A”"])
    }
}
