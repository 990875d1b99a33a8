import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// An expo's figures as of a date.
struct StatisticsTests {
    @Test func theDayOfRegistrationCounts() throws {
        let data = try Self.data()
        let days = try ["2027-01-09", "2027-01-10", "2027-01-11", "2027-01-12"].map {
            try #require(CivilDate($0))
        }
        let totals = days.map { ExpoStatistics(data: data, asOf: $0).totals }
        #expect(totals.map(\.enterprises) == [0, 1, 2, 2])
        #expect(totals.map(\.exhibitors) == [0, 1, 1, 1])
        #expect(totals.map(\.buyers) == [0, 0, 1, 1])
        #expect(totals.map(\.requests) == [0, 0, 1, 1])
    }

    @Test func declinedEnterprisesAreInNoCount() throws {
        let statistics = ExpoStatistics(data: try Self.data(), asOf: try #require(CivilDate("2027-02-01")))
        #expect(statistics.byEconomy.map(\.code) == ["CN", "RU"])
        #expect(statistics.byChineseRegion.map(\.code) == ["CN-HL"])
        #expect(statistics.byRussianRegion.map(\.code) == ["RU-PRI"])
        #expect(statistics.byDelegation.map(\.code) == ["D1"])
        #expect(statistics.bySector.isEmpty)
        #expect(statistics.byRole.map(\.code) == ["brand", "distributor"])
        #expect(statistics.byRole.map(\.enterprises) == [2, 1])
    }

    @Test(arguments: [
        (Language.zh, "截至,分组,代码,名称,数量", "2027-02-01,按国家和地区,CN,中国,1"),
        (.ru, "На дату,Группа,Код,Название,Число", "2027-02-01,По странам,CN,Китай,1"),
        (.en, "As of,Group,Code,Name,Number", "2027-02-01,By country and region,CN,China,1"),
    ])
    func tableIsInTheReadersLanguage(language: Language, header: String, row: String) throws {
        let statistics = ExpoStatistics(data: try Self.data(), asOf: try #require(CivilDate("2027-02-01")))
        let lines = StatisticsExport(statistics: statistics).csv(in: language).split(separator: "\r\n")
        #expect(lines.first.map(String.init) == "\u{FEFF}" + header)
        #expect(lines.contains(Substring(row)))
    }

    @Test func sampleIsCountedTheSameInEveryFormat() throws {
        let data = SampleExpo.generate(seed: 2, scale: 0.02, regions: [], economies: [])
        let days = data.enterprises.map(\.registeredOn).sorted()
        let middle = days[days.count / 2]
        let statistics = ExpoStatistics(data: data, asOf: middle)
        #expect(statistics.totals.enterprises == days.count { $0 <= middle })
        #expect(statistics.byEconomy.reduce(0) { $0 + $1.enterprises } == statistics.totals.enterprises)
        let export = StatisticsExport(statistics: statistics)
        for language in Language.allCases {
            #expect(export.text(in: language).contains("\(statistics.totals.enterprises)"))
        }
        let decoded = try JSONDecoder().decode(ExpoStatistics.self, from: Data(try export.json().utf8))
        #expect(decoded == statistics)
    }

    /// E1 with a stand came on 10 January, E2 on 11 January; E3, declined, on 11 January too.
    private static func data() throws -> ExpoData {
        var data = ExpoData()
        data.economies = [
            Economy(id: "CN", name: LocalizedText(zh: "中国", ru: "Китай", en: "China")),
            Economy(id: "RU", name: LocalizedText(zh: "俄罗斯", ru: "Россия", en: "Russia")),
        ]
        func add(
            _ id: Enterprise.ID,
            _ region: Region.ID,
            _ day: String,
            _ roles: [Enterprise.Role],
            _ status: Enterprise.Status = .approved
        ) throws {
            data.enterprises.append(
                Enterprise(
                    id: id,
                    name: LocalizedText(en: id.code),
                    economy: .init(String(region.code.prefix(2))),
                    region: region,
                    roles: roles,
                    delegation: id == "E2" ? nil : "D1",
                    status: status,
                    registeredOn: try #require(CivilDate(day))
                )
            )
        }
        try add("E1", "CN-HL", "2027-01-10", [.brand])
        try add("E2", "RU-PRI", "2027-01-11", [.distributor, .brand])
        try add("E3", "CN-JL", "2027-01-11", [.logistics], .declined)
        data.stands = [
            Stand(id: "A-001", hall: "A", enterprise: "E1"), Stand(id: "A-002", hall: "A", enterprise: "E3"),
        ]
        data.requests = [
            MeetingRequest(id: "R1", requester: "E1", recipient: "E2", priority: 3, status: .accepted),
            MeetingRequest(id: "R2", requester: "E1", recipient: "E3", priority: 3, status: .accepted),
        ]
        return data
    }
}
