import FairwayCore
import FairwayStore
import Testing

struct StatisticsTests {
    /// Counted by SQLite and counted from the values of the model: the same, before, during and after registration.
    @Test func theStoreCountsAsTheModelDoes() async throws {
        var data = SampleExpo.generate(seed: 4, scale: 0.03, regions: [], economies: [])
        data.economies = Set(data.enterprises.map(\.economy)).sorted().map {
            Economy(id: $0, name: .init(en: $0.code))
        }
        data.regions = Set(data.enterprises.compactMap(\.region)).sorted().map {
            Region(id: $0, economy: .init(String($0.code.prefix(2))), name: .init(ru: $0.code))
        }
        data.enterprises[0].status = .declined
        let store = try await TemporaryStore(data).store
        let dates = Set(data.enterprises.map(\.registeredOn)).sorted()
        try #require(dates.count > 3)
        for date in [CivilDate.earliest, dates[0], dates[dates.count / 2], dates[dates.count - 1]] {
            #expect(try await store.statistics.figures(asOf: date) == ExpoStatistics(data: data, asOf: date))
        }
        #expect(
            try await store.statistics.figures(asOf: dates[dates.count - 1]).totals.enterprises == data
                .enterprises.count
                - 1
        )
    }
}
