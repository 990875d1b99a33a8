import FairwayCore
@testable import FairwayStore
import Testing

struct PublishingTests {
    private func published(_ programmes: [Programme]) throws -> TemporaryStore {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        for programme in programmes {
            _ = try temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        }
        return temporary
    }

    @Test func theFirstPublicationStartsAllSequencesAtZero() throws {
        let temporary = try published([ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])])
        let entry = try #require(try temporary.store.calendar(of: "E1").first)
        #expect(entry.sequence == 0)
        #expect(!entry.isCancelled)
        #expect(entry.uid.hasPrefix("Q1@"))
        #expect(entry.partner == "E3")
        #expect(entry.slot == 2)
        #expect(entry.interpreter == "I1")
        #expect(try temporary.store.publication()?.number == 1)
        #expect(try temporary.store.publication()?.publishedBy == "chief")
    }

    @Test func bothSidesShareTheEntryButNotThePartner() throws {
        let temporary = try published([ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])])
        let (one, other) = (try temporary.store.calendar(of: "E1"), try temporary.store.calendar(of: "E3"))
        #expect(one.map(\.uid) == other.map(\.uid))
        #expect(other.first?.partner == "E1")
        #expect(try temporary.store.calendars()["E3"] == other)
    }

    @Test func aChangeRaisesTheSequenceAndKeepsTheIdentifier() throws {
        let temporary = try published([
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2), ExpoFixture.meeting("Q2", slot: 3)]),
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 5), ExpoFixture.meeting("Q2", slot: 3)]),
        ])
        let after = try temporary.store.calendar(of: "E3")
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
    func eachKindOfChangeCounts(_ changed: Meeting) throws {
        let temporary = try published([
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)]), ExpoFixture.programme([changed]),
        ])
        #expect(try temporary.store.calendar(of: "E1").map(\.sequence) == [1])
    }

    @Test func whatIsGoneIsCancelledOnceAndCanComeBack() throws {
        let with = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let without = ExpoFixture.programme([])
        var temporary = try published([with, without])
        #expect(try temporary.store.calendar(of: "E1").map(\.isCancelled) == [true])
        #expect(try temporary.store.calendar(of: "E1").map(\.sequence) == [1])
        temporary = try published([with, without, without])
        #expect(try temporary.store.calendar(of: "E1").map(\.sequence) == [1])
        temporary = try published([with, without, without, with])
        #expect(try temporary.store.calendar(of: "E1").map(\.isCancelled) == [false])
        #expect(try temporary.store.calendar(of: "E1").map(\.sequence) == [2])
    }

    @Test func anEntryThatDidNotChangeKeepsTheTimeOfItsChange() throws {
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let temporary = try published([programme])
        let first = try temporary.store.calendar(of: "E1")
        _ = try temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        #expect(try temporary.store.calendar(of: "E1") == first)
        #expect(try temporary.store.publication()?.number == 2)
    }

    @Test func otherTimesMoveCalendarsWithTheNextPublicationOnly() throws {
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let temporary = try published([programme])
        let first = try temporary.store.calendar(of: "E1")
        #expect(first.map(\.time.starts.description) == ["14:00"])
        var slots = try ExpoFixture.slots()
        slots[2].starts = try #require(ClockTime("13:40"))
        slots[2].ends = try #require(ClockTime("14:05"))
        var fixture = BatchFixture()
        fixture.add(slots)
        _ = try temporary.store.apply(fixture.batch, by: "importer", dryRun: false, skipBadRows: false)
        #expect(try temporary.store.calendar(of: "E1") == first)
        _ = try temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        let moved = try temporary.store.calendar(of: "E1")
        #expect(moved.map(\.sequence) == [1])
        #expect(moved.map { "\($0.time.starts)–\($0.time.ends)" } == ["13:40–14:05"])
        #expect(moved.map(\.uid) == first.map(\.uid))
    }

    @Test func anotherTimeZoneMovesCalendarsWithTheNextPublicationOnly() throws {
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let temporary = try published([programme])
        try temporary.store.setDetails(name: LocalizedText(), timeZone: "Asia/Vladivostok", by: "chief")
        #expect(try temporary.store.calendar(of: "E1").map(\.time.timeZone) == ["Asia/Harbin"])
        _ = try temporary.store.publishUnchecked(temporary.store.save(programme).id, by: "chief")
        let moved = try temporary.store.calendar(of: "E1")
        #expect(moved.map(\.time.timeZone) == ["Asia/Vladivostok"])
        #expect(moved.map(\.sequence) == [1])
    }

    @Test func anUnknownRunIsNotPublished() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        #expect(throws: StoreError.noSuchRun(7)) { try temporary.store.publish(7, by: "chief") }
        #expect(try temporary.store.publication() == nil)
    }

    @Test func aProgrammeThatNoLongerFitsIsNotPublished() throws {
        var data = try ExpoFixture.data()
        data.requests[1].status = .withdrawn
        let temporary = try TemporaryStore(data)
        let sound = Programme(
            meetings: [ExpoFixture.meeting("Q1", slot: 2)],
            unplaced: [],
            value: ProgrammeValue(placedWeight: 10, placed: 1, worstShare: 1),
            bound: ProgrammeBound(placedWeight: 10)
        )
        let run = try temporary.store.save(sound).id
        #expect(try temporary.store.publish(run, by: "chief").number == 1)
        data.requests[0].status = .withdrawn
        try temporary.store.replaceAll(with: data, by: "setup")
        let stale = try temporary.store.save(sound).id
        let error = #expect(throws: StoreError.self) { try temporary.store.publish(stale, by: "chief") }
        #expect(try temporary.store.publication() == nil)
        #expect(error?.words(in: .en).contains("Request Q1 was withdrawn") == true)
        #expect(error?.words(in: .ru).contains("Заявка Q1 отозвана") == true)
        #expect(error?.words(in: .zh).contains("重新编排") == true)
    }
}
