import FairwayCore
import Testing

@testable import FairwayStore

/// Days are the expo's: at one in the morning in Harbin it is still yesterday in Greenwich.
struct TodayTests {
    @Test(arguments: [
        ("Asia/Harbin", 15.9, 17), ("Asia/Harbin", 16.1, 18), ("Asia/Vladivostok", 14.1, 18),
        ("America/New_York", 3.9, 16), ("Etc/UTC", 23.9, 17), ("Etc/UTC", 24.1, 18),
    ])
    func todayIsTheDateWhereTheExpoIs(zone: String, hours: Double, day: Int) async throws {
        var data = try ExpoFixture.data()
        data.expo?.timeZone = zone
        let now = Double(try ExpoFixture.date(17).daysSinceEpoch) * 86400 + hours * 3600
        let temporary = try await TemporaryStore()
        let store = try ExpoStore(path: temporary.path("zone.sqlite")) { now }
        try await store.expo.replaceAll(with: data, by: "test")
        #expect(try await store.expo.today() == ExpoFixture.date(day))
    }

    @Test func withoutAnExpoItIsGreenwichs() async throws {
        let temporary = try await TemporaryStore()
        let store = try ExpoStore(path: temporary.path("none.sqlite")) { 86_400 * 364.9 }
        #expect(try await store.expo.today() == CivilDate(year: 1970, month: 12, day: 31))
    }
}
