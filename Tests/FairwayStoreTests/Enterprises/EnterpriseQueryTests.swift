import FairwayCore
import FairwayStore
import Testing

struct EnterpriseQueryTests {
    private let temporary: TemporaryStore

    init() async throws {
        temporary = try await TemporaryStore(try ExpoFixture.data())
    }

    private func codes(_ language: Language = .ru, _ change: (inout EnterpriseQuery) -> Void) async throws
        -> [String]
    {
        var query = EnterpriseQuery(language: language, for: .staff)
        change(&query)
        let page = try await temporary.store.enterprises.page(query)
        #expect(page.total == page.enterprises.count)
        return page.enterprises.map(\.enterprise.id.code)
    }

    @Test func declinedEnterprisesAreNotShown() async throws {
        #expect(try await codes { _ in }.sorted() == ["E1", "E2", "E3"])
    }

    @Test func eachFilterKeepsWhatItSays() async throws {
        #expect(try await codes { $0.economy = "RU" } == ["E3"])
        #expect(try await codes { $0.region = "CN-HL" } == ["E1"])
        #expect(try await codes { $0.sector = "S04" }.sorted() == ["E1", "E3"])
        #expect(try await codes { $0.role = .manufacturer }.sorted() == ["E1", "E2"])
        #expect(try await codes { $0.spokenLanguage = LanguageTag(.en) } == ["E1"])
        #expect(try await codes { $0.delegation = "D1" } == ["E3"])
        #expect(try await codes { $0.exhibitorsOnly = true }.sorted() == ["E1", "E2"])
    }

    @Test func filtersNarrowEachOther() async throws {
        let both = try await codes {
            $0.sector = "S04"
            $0.role = .manufacturer
        }
        #expect(both == ["E1"])
    }

    @Test(arguments: ["ёлки", "ЁЛКИ", "«Ёлки», и", "ｅ3", "шиш"])
    func textIsFoundWithoutCaseWidthAndPunctuation(_ text: String) async throws {
        #expect(try await codes { $0.text = text } == ["E3"])
    }

    @Test func wildcardsOfSQLAreNothingSpecial() async throws {
        #expect(try await codes { $0.text = "Полярный%станок" } == ["E2"], "punctuation is ignored")
        #expect(try await codes { $0.text = "Полярны_" } == ["E2"])
        #expect(try await codes { $0.text = "П%к" } == [])
        #expect(try await codes { $0.text = " ,%" } == [], "no name has no letter")
        #expect(try await codes { $0.text = "  " }.count == 3, "nothing to look for")
    }

    @Test func anEnterpriseWithTwoStandsIsThereOnce() async throws {
        var query = EnterpriseQuery(language: .en, for: .staff)
        query.exhibitorsOnly = true
        let page = try await temporary.store.enterprises.page(query)
        #expect(page.total == 2)
        let row = try #require(page.enterprises.first { $0.enterprise.id == "E1" })
        #expect(row.stand == "A-01")
        #expect(row.hall == "A")
        #expect([row.products, row.demands, row.requests] == [1, 0, 1])
    }

    @Test func namesAreSortedInTheReadersLanguage() async throws {
        #expect(try await codes(.ru) { $0.sort = .name } == ["E1", "E3", "E2"])
        #expect(try await codes(.en) { $0.sort = .name } == ["E1", "E3", "E2"])
        #expect(try await codes { $0.sort = .economy } == ["E2", "E1", "E3"])
        #expect(try await codes { $0.sort = .requests } == ["E3", "E2", "E1"])
    }

    @Test func chineseNamesComeByPinyin() async throws {
        await #expect(
            try codes(.zh) { $0.exhibitorsOnly = true } == ["E2", "E1"],
            "ā before xīng, though 阿 is U+963F and 星 U+661F"
        )
    }

    @Test func pagesCoverTheListWithoutOverlap() async throws {
        var query = EnterpriseQuery(language: .en, for: .staff)
        query.pageSize = 2
        let first = try await temporary.store.enterprises.page(query)
        query.page = 2
        let second = try await temporary.store.enterprises.page(query)
        query.page = 3
        #expect(first.total == 3)
        #expect(first.enterprises.count == 2)
        #expect(second.enterprises.count == 1)
        let past = try await temporary.store.enterprises.page(query)
        #expect(past.enterprises.isEmpty)
        #expect(past.total == 3)
        let all = (first.enterprises + second.enterprises).map(\.enterprise.id)
        #expect(Set(all) == ["E1", "E2", "E3"])
    }

    @Test func aChangeOfSectorsIsFoundAtOnce() async throws {
        var changed = try ExpoFixture.data().enterprises[1]
        changed.sectors = ["S01", "S02"]
        var fixture = BatchFixture()
        fixture.add([changed])
        _ = try await temporary.store.imports.apply(
            fixture.batch,
            by: "test",
            dryRun: false,
            skipBadRows: false
        )
        #expect(try await codes { $0.sector = "S16" } == [])
        #expect(try await codes { $0.sector = "S01" } == ["E2"])
        #expect(try await temporary.store.enterprises.find("E2")?.enterprise.sectors == ["S01", "S02"])
    }

    @Test func aProfileHasEverythingOfItsEnterprise() async throws {
        let profile = try #require(try await temporary.store.enterprises.find("E3"))
        #expect(profile.enterprise == (try ExpoFixture.data().enterprises[2]))
        #expect(profile.economy.id == "RU")
        #expect(profile.region?.id == "RU-PRI")
        #expect(profile.agency?.id == "AG1")
        #expect(profile.demands.map(\.id) == ["N1"])
        #expect(profile.stand == nil)
        #expect(try await temporary.store.enterprises.find("E1")?.stand?.id == "A-01")
        #expect(try await temporary.store.enterprises.find("E1")?.representatives.map(\.id) == ["R1"])
        #expect(try await temporary.store.enterprises.find("E77") == nil)
    }
}
