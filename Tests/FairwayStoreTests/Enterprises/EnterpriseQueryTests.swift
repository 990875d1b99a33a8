import FairwayCore
import FairwayStore
import Testing

struct EnterpriseQueryTests {
    private let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore(try ExpoFixture.data())
    }

    private func codes(_ language: Language = .ru, _ change: (inout EnterpriseQuery) -> Void) throws
        -> [String]
    {
        var query = EnterpriseQuery(language: language, for: .staff)
        change(&query)
        let page = try temporary.store.enterprises(query)
        #expect(page.total == page.enterprises.count)
        return page.enterprises.map(\.enterprise.id.code)
    }

    @Test func declinedEnterprisesAreNotShown() throws {
        #expect(try codes { _ in }.sorted() == ["E1", "E2", "E3"])
    }

    @Test func eachFilterKeepsWhatItSays() throws {
        #expect(try codes { $0.economy = "RU" } == ["E3"])
        #expect(try codes { $0.region = "CN-HL" } == ["E1"])
        #expect(try codes { $0.sector = "S04" }.sorted() == ["E1", "E3"])
        #expect(try codes { $0.role = .manufacturer }.sorted() == ["E1", "E2"])
        #expect(try codes { $0.spokenLanguage = LanguageTag(.en) } == ["E1"])
        #expect(try codes { $0.delegation = "D1" } == ["E3"])
        #expect(try codes { $0.exhibitorsOnly = true }.sorted() == ["E1", "E2"])
    }

    @Test func filtersNarrowEachOther() throws {
        let both = try codes {
            $0.sector = "S04"
            $0.role = .manufacturer
        }
        #expect(both == ["E1"])
    }

    @Test(arguments: ["ёлки", "ЁЛКИ", "«Ёлки», и", "ｅ3", "шиш"])
    func textIsFoundWithoutCaseWidthAndPunctuation(_ text: String) throws {
        #expect(try codes { $0.text = text } == ["E3"])
    }

    @Test func wildcardsOfSQLAreNothingSpecial() throws {
        #expect(try codes { $0.text = "Полярный%станок" } == ["E2"], "punctuation is ignored")
        #expect(try codes { $0.text = "Полярны_" } == ["E2"])
        #expect(try codes { $0.text = "П%к" } == [])
        #expect(try codes { $0.text = " ,%" } == [], "no name has no letter")
        #expect(try codes { $0.text = "  " }.count == 3, "nothing to look for")
    }

    @Test func anEnterpriseWithTwoStandsIsThereOnce() throws {
        var query = EnterpriseQuery(language: .en, for: .staff)
        query.exhibitorsOnly = true
        let page = try temporary.store.enterprises(query)
        #expect(page.total == 2)
        let row = try #require(page.enterprises.first { $0.enterprise.id == "E1" })
        #expect(row.stand == "A-01")
        #expect(row.hall == "A")
        #expect([row.products, row.demands, row.requests] == [1, 0, 1])
    }

    @Test func namesAreSortedInTheReadersLanguage() throws {
        #expect(try codes(.ru) { $0.sort = .name } == ["E1", "E3", "E2"])
        #expect(try codes(.en) { $0.sort = .name } == ["E1", "E3", "E2"])
        #expect(try codes { $0.sort = .economy } == ["E2", "E1", "E3"])
        #expect(try codes { $0.sort = .requests } == ["E3", "E2", "E1"])
    }

    @Test func chineseNamesComeByPinyin() throws {
        #expect(
            try codes(.zh) { $0.exhibitorsOnly = true } == ["E2", "E1"],
            "ā before xīng, though 阿 is U+963F and 星 U+661F"
        )
    }

    @Test func pagesCoverTheListWithoutOverlap() throws {
        var query = EnterpriseQuery(language: .en, for: .staff)
        query.pageSize = 2
        let first = try temporary.store.enterprises(query)
        query.page = 2
        let second = try temporary.store.enterprises(query)
        query.page = 3
        #expect(first.total == 3)
        #expect(first.enterprises.count == 2)
        #expect(second.enterprises.count == 1)
        let past = try temporary.store.enterprises(query)
        #expect(past.enterprises.isEmpty)
        #expect(past.total == 3)
        let all = (first.enterprises + second.enterprises).map(\.enterprise.id)
        #expect(Set(all) == ["E1", "E2", "E3"])
    }

    @Test func aChangeOfSectorsIsFoundAtOnce() throws {
        var changed = try ExpoFixture.data().enterprises[1]
        changed.sectors = ["S01", "S02"]
        var fixture = BatchFixture()
        fixture.add([changed])
        _ = try temporary.store.apply(fixture.batch, by: "test", dryRun: false, skipBadRows: false)
        #expect(try codes { $0.sector = "S16" } == [])
        #expect(try codes { $0.sector = "S01" } == ["E2"])
        #expect(try temporary.store.enterprise("E2")?.enterprise.sectors == ["S01", "S02"])
    }

    @Test func aProfileHasEverythingOfItsEnterprise() throws {
        let profile = try #require(try temporary.store.enterprise("E3"))
        #expect(profile.enterprise == (try ExpoFixture.data().enterprises[2]))
        #expect(profile.economy.id == "RU")
        #expect(profile.region?.id == "RU-PRI")
        #expect(profile.agency?.id == "AG1")
        #expect(profile.demands.map(\.id) == ["N1"])
        #expect(profile.stand == nil)
        #expect(try temporary.store.enterprise("E1")?.stand?.id == "A-01")
        #expect(try temporary.store.enterprise("E1")?.representatives.map(\.id) == ["R1"])
        #expect(try temporary.store.enterprise("E77") == nil)
    }
}
