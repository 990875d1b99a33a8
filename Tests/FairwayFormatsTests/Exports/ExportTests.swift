import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// Tables, print, the whole expo, statistics.
struct ExportTests {
    @Test(arguments: Language.allCases)
    func printedScheduleIsAPDF(language: Language) throws {
        let folder = try ImportFolder()
        let path = folder.path + "/schedule.pdf"
        try SchedulePDF.write(
            ICalendarTests.calendar(),
            language: language,
            publishedAt: 1_800_000_000,
            to: path
        )
        let first = try #require(FileManager.default.contents(atPath: path))
        #expect(first.starts(with: Array("%PDF-".utf8)))
        #expect(first.count > 5000, "fonts are embedded")
        try SchedulePDF.write(
            ICalendarTests.calendar(),
            language: language,
            publishedAt: 1_800_000_000,
            to: path
        )
        #expect(FileManager.default.contents(atPath: path) == first, "the same content gives the same file")
    }

    @Test func publishedSchemaIsTheOneWritten() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/formats/\(ExpoSchema.fileName)")
        #expect(try String(contentsOf: path, encoding: .utf8) == ExpoSchema.text)
    }

    @Test func documentLeavesContactsOut() throws {
        let data = SampleExpo.generate(seed: 2, scale: 0.005, regions: [], economies: [])
        try #require(data.representatives.contains { $0.email != nil })
        let folder = try ImportFolder()
        try ExpoDocument(data: data, programme: nil, publication: nil).write(to: folder.path + "/expo.json")
        let text = try String(contentsOfFile: folder.path + "/expo.json", encoding: .utf8)
        #expect(text.contains("\"format\":\"fairway-expo/1\""))
        #expect(!text.contains("@"))
    }

    @Test func statisticsCountUpToTheDate() throws {
        let data = SampleExpo.generate(seed: 2, scale: 0.02, regions: [], economies: [])
        let days = data.enterprises.map(\.registeredOn).sorted()
        let middle = days[days.count / 2]
        let statistics = ExpoStatistics(data: data, asOf: middle)
        #expect(statistics.totals.enterprises == days.count { $0 <= middle })
        #expect(statistics.byEconomy.reduce(0) { $0 + $1.enterprises } == statistics.totals.enterprises)
        #expect(ExpoStatistics(data: data, asOf: .earliest).totals.enterprises == 0)
        let export = StatisticsExport(statistics: statistics)
        for language in Language.allCases {
            #expect(export.text(in: language).contains("\(statistics.totals.enterprises)"))
            #expect(export.csv(in: language).contains(middle.description))
        }
        let decoded = try JSONDecoder().decode(ExpoStatistics.self, from: Data(try export.json().utf8))
        #expect(decoded == statistics)
    }
}
