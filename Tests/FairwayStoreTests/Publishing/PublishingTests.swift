import FairwayCore
@testable import FairwayStore
import Testing

struct PublishingTests {
    private func published(_ programmes: [Programme]) async throws -> TemporaryStore {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        for programme in programmes {
            _ = try await temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        }
        return temporary
    }

    @Test func theFirstPublicationStartsAllSequencesAtZero() async throws {
        let temporary = try await published([ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])])
        let entry = try #require(try await temporary.store.publications.calendar(of: "E1").first)
        #expect(entry.sequence == 0)
        #expect(!entry.isCancelled)
        #expect(entry.uid.hasPrefix("Q1@"))
        #expect(entry.partner == "E3")
        #expect(entry.slot == 2)
        #expect(entry.interpreter == "I1")
        #expect(try await temporary.store.publications.latest()?.number == 1)
        #expect(try await temporary.store.publications.latest()?.publishedBy == "chief")
    }

    @Test func bothSidesShareTheEntryButNotThePartner() async throws {
        let temporary = try await published([ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])])
        let (one, other) = (
            try await temporary.store.publications.calendar(of: "E1"),
            try await temporary.store.publications.calendar(of: "E3")
        )
        #expect(one.map(\.uid) == other.map(\.uid))
        #expect(other.first?.partner == "E1")
        #expect(try await temporary.store.publications.calendars()["E3"] == other)
    }

    @Test func aChangeRaisesTheSequenceAndKeepsTheIdentifier() async throws {
        let temporary = try await published([
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2), ExpoFixture.meeting("Q2", slot: 3)]),
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 5), ExpoFixture.meeting("Q2", slot: 3)]),
        ])
        let after = try await temporary.store.publications.calendar(of: "E3")
        #expect(after.map { $0.uid.prefix { $0 != "@" } } == ["Q2", "Q1"])
        #expect(Set(after.map { $0.uid.drop { $0 != "@" } }).count == 1)
        let sequences = Dictionary(uniqueKeysWithValues: after.map { ($0.request, $0.sequence) })
        #expect(sequences == ["Q1": 1, "Q2": 0])
        #expect(after.first { $0.request == "Q1" }?.slot == 5)
    }

    @Test(arguments: [
        Meeting(request: "Q1", slot: 3, place: Place(hall: "A", stand: "A-01"), interpreter: "I1"),
        Meeting(request: "Q1", slot: 2, place: Place(hall: "A", stand: "A-02"), interpreter: "I1"),
        Meeting(request: "Q1", slot: 2, place: Place(hall: "A", table: "T1"), interpreter: "I1"),
        Meeting(request: "Q1", slot: 2, place: Place(hall: "A", stand: "A-01"), interpreter: nil),
    ])
    func eachKindOfChangeCounts(_ changed: Meeting) async throws {
        let temporary = try await published([
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)]), ExpoFixture.programme([changed]),
        ])
        #expect(try await temporary.store.publications.calendar(of: "E1").map(\.sequence) == [1])
    }

    @Test func whatIsGoneIsCancelledOnceAndCanComeBack() async throws {
        let with = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let without = ExpoFixture.programme([])
        var temporary = try await published([with, without])
        #expect(try await temporary.store.publications.calendar(of: "E1").map(\.isCancelled) == [true])
        #expect(try await temporary.store.publications.calendar(of: "E1").map(\.sequence) == [1])
        temporary = try await published([with, without, without])
        #expect(try await temporary.store.publications.calendar(of: "E1").map(\.sequence) == [1])
        temporary = try await published([with, without, without, with])
        #expect(try await temporary.store.publications.calendar(of: "E1").map(\.isCancelled) == [false])
        #expect(try await temporary.store.publications.calendar(of: "E1").map(\.sequence) == [2])
    }

    @Test func anEntryThatDidNotChangeKeepsTheTimeOfItsChange() async throws {
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let temporary = try await published([programme])
        let first = try await temporary.store.publications.calendar(of: "E1")
        _ = try await temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        #expect(try await temporary.store.publications.calendar(of: "E1") == first)
        #expect(try await temporary.store.publications.latest()?.number == 2)
    }

    @Test func otherTimesMoveCalendarsWithTheNextPublicationOnly() async throws {
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let temporary = try await published([programme])
        let first = try await temporary.store.publications.calendar(of: "E1")
        #expect(first.map(\.time.starts.description) == ["14:00"])
        var slots = try ExpoFixture.slots()
        slots[2].starts = try #require(ClockTime("13:40"))
        slots[2].ends = try #require(ClockTime("14:05"))
        var fixture = BatchFixture()
        fixture.add(slots)
        _ = try await temporary.store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: false
        )
        #expect(try await temporary.store.publications.calendar(of: "E1") == first)
        _ = try await temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        let moved = try await temporary.store.publications.calendar(of: "E1")
        #expect(moved.map(\.sequence) == [1])
        #expect(moved.map { "\($0.time.starts)–\($0.time.ends)" } == ["13:40–14:05"])
        #expect(moved.map(\.uid) == first.map(\.uid))
    }

    @Test func anotherTimeZoneMovesCalendarsWithTheNextPublicationOnly() async throws {
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let temporary = try await published([programme])
        try await temporary.store.expo.setDetails(
            name: LocalizedText(),
            timeZone: "Asia/Vladivostok",
            by: "chief"
        )
        #expect(
            try await temporary.store.publications.calendar(of: "E1").map(\.time.timeZone) == ["Asia/Harbin"]
        )
        _ = try await temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        let moved = try await temporary.store.publications.calendar(of: "E1")
        #expect(moved.map(\.time.timeZone) == ["Asia/Vladivostok"])
        #expect(moved.map(\.sequence) == [1])
    }

    @Test func anUnknownRunIsNotPublished() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        await #expect(throws: StoreError.noSuchRun(7)) {
            try await temporary.store.publications.publish(7, by: "chief")
        }
        #expect(try await temporary.store.publications.latest() == nil)
    }

    @Test func aProgrammeThatNoLongerFitsIsNotPublished() async throws {
        var data = try ExpoFixture.data()
        data.requests[1].status = .withdrawn
        let temporary = try await TemporaryStore(data)
        let sound = Programme(
            meetings: [ExpoFixture.meeting("Q1", slot: 2)],
            unplaced: [],
            value: ProgrammeValue(placedWeight: 10, placed: 1, worstShare: 1),
            bound: ProgrammeBound(placedWeight: 10)
        )
        let run = try await temporary.store.save(sound).id
        #expect(try await temporary.store.publications.publish(run, by: "chief").number == 1)
        data.requests[0].status = .withdrawn
        try await temporary.store.expo.replaceAll(with: data, by: "setup")
        let stale = try await temporary.store.save(sound).id
        let error = await #expect(throws: StoreError.self) {
            try await temporary.store.publications.publish(stale, by: "chief")
        }
        #expect(try await temporary.store.publications.latest() == nil)
        #expect(error?.words(in: .en).contains("Request Q1 was withdrawn") == true)
        #expect(error?.words(in: .ru).contains("Заявка Q1 отозвана") == true)
        #expect(error?.words(in: .zh).contains("重新编排") == true)
    }
}
