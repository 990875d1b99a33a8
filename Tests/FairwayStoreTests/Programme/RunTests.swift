import FairwayCore
@testable import FairwayStore
import Testing

struct RunTests {
    @Test func aProgrammeComesBackAsItWas() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let programme = ExpoFixture.programme(
            [
                ExpoFixture.meeting("Q1", slot: 2),
                Meeting(request: "Q2", slot: 3, place: Place(hall: "B", table: "T2"), interpreter: nil),
            ],
            unplaced: [UnplacedRequest(request: "Q3", reason: .limitReached("E3", limit: 2))]
        )
        let run = try await temporary.store.save(programme, seed: .max)
        #expect(run.seed == .max)
        #expect(try await temporary.store.programmes.programme(of: run.id) == programme)
        #expect(try await temporary.store.programmes.latestRun() == run)
        #expect(try await temporary.store.programmes.programme(of: run.id + 1) == nil)
    }

    @Test func whatTheEngineExplainsComesBackAsItWas() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let load = EnterpriseLoad(enterprise: "E3", placed: 1, placedWeight: 2, asked: 3, askedWeight: 9)
        let pair = try #require(LanguagePair(LanguageTag(.zh), LanguageTag(.ru)))
        var programme = ExpoFixture.programme(
            [ExpoFixture.meeting("Q1", slot: 2)],
            unplaced: [
                UnplacedRequest(
                    request: "Q3",
                    reason: .hindered(by: [.noTable, .walkTooLong], pairs: [pair]),
                    load: load,
                    rivals: ["Q1"],
                    outweighedBy: 4,
                    remedy: UnplacedRemedy(
                        changes: [.openSlot("E3", slot: 2), .addInterpreter(pair, slot: 2)],
                        movedMeetings: 1
                    )
                )
            ]
        )
        programme.scarcities = [
            ProgrammeScarcity(
                resource: .interpreters(pair, day: 1),
                added: 2,
                slots: 16,
                price: 1.5,
                placed: 7,
                placedWeight: 20,
                weightAtMost: 26
            )
        ]
        programme.worstServed = [load]
        let run = try await temporary.store.save(programme)
        #expect(try await temporary.store.programmes.programme(of: run.id) == programme)
        #expect(
            try await temporary.store.programmes.explanation(of: run.id).scarcities == programme.scarcities
        )
        let row = try #require(
            try await temporary.store.programmes.unplaced(run: run.id, offset: 0, limit: 9).rows.first
        )
        #expect(row.unplaced == programme.unplaced.first)
        #expect(try await temporary.store.programmes.explanation(of: run.id + 1).worstServed.isEmpty)
    }

    @Test func aMeetingOfAnUnknownRequestStoresNothing() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let programme = ExpoFixture.programme([
            ExpoFixture.meeting("Q1", slot: 2), ExpoFixture.meeting("Q99", slot: 3),
        ])
        await #expect(throws: (any Error).self) { try await temporary.store.save(programme) }
        #expect(try await temporary.store.programmes.runs().isEmpty)
    }

    @Test func onlyTheLastTwentyRunsAndPublishedOnesAreKept() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let programme = ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)])
        let published = try await temporary.store.save(programme)
        _ = try await temporary.store.publishUnchecked(published.id, by: "test")
        for _ in 0..<24 { try await temporary.store.save(programme) }
        let kept = try await temporary.store.programmes.runs().map(\.id)
        #expect(kept.count == 21)
        #expect(kept.last == published.id)
        #expect(try await temporary.store.programmes.programme(of: published.id) == programme)
        #expect(try await temporary.store.programmes.programme(of: published.id + 1) == nil)
    }

    @Test func aDayHasTheMeetingsOfItsSlotsAndHall() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let run = try await temporary.store.save(
            ExpoFixture.programme([
                ExpoFixture.meeting("Q1", slot: 2),
                Meeting(request: "Q2", slot: 3, place: Place(hall: "B", stand: "B-01"), interpreter: nil),
                ExpoFixture.meeting("Q3", slot: 4),
            ])
        )
        func requests(_ day: Int, _ hall: Hall.ID?) async throws -> [String] {
            try await temporary.store.programmes.grid(run: run.id, date: ExpoFixture.date(day), hall: hall)
                .map(
                    \.request.id.code
                )
        }
        #expect(try await requests(17, nil) == ["Q1", "Q2"])
        #expect(try await requests(17, "B") == ["Q2"])
        #expect(try await requests(18, nil) == ["Q3"])
        let counts = try await temporary.store.programmes.gridCounts(run: run.id).map {
            "\($0.slot) \($0.hall) \($0.meetings)"
        }
        #expect(counts == ["2 A 1", "3 B 1", "4 A 1"])
    }

    @Test func aParticipantSeesItsMeetingsInTimeOrderWithItsPartners() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let run = try await temporary.store.save(
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 6), ExpoFixture.meeting("Q2", slot: 2)])
        )
        let schedule = try await temporary.store.programmes.schedule(of: "E3", run: run.id)
        #expect(schedule.map(\.request.id) == ["Q2", "Q1"])
        #expect(schedule.map { $0.partner(of: "E3").id } == ["E2", "E1"])
        #expect(schedule.first?.partner(of: "E3").name.ru == "Полярный станок")
        #expect(schedule.first?.interpreterName?.ru == "Анна Вымышленная")
        #expect(
            try await temporary.store.programmes.schedule(of: "E2", run: run.id).map(\.request.id) == ["Q2"]
        )
    }

    @Test func aDaysParticipantsComeByNameInPagesWithTheirMeetings() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let run = try await temporary.store.save(
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2), ExpoFixture.meeting("Q2", slot: 5)])
        )
        func days(_ day: Int, offset: Int, limit: Int) async throws -> (rows: [ParticipantDay], total: Int) {
            let date = try ExpoFixture.date(day)
            return try await temporary.store.programmes.participantDays(
                run: run.id,
                date: date,
                language: .ru,
                offset: offset,
                limit: limit
            )
        }
        #expect(try await days(17, offset: 0, limit: 9).rows.map(\.id) == ["E1", "E3"])
        await #expect(
            try days(17, offset: 0, limit: 9).rows.map { $0.meetings.map(\.request.id) } == [["Q1"], ["Q1"]]
        )
        #expect(try await days(18, offset: 1, limit: 1).rows.map(\.id) == ["E2"])
        #expect(try await days(18, offset: 1, limit: 1).total == 2)
        let slot = try await temporary.store.programmes.meetings(run: run.id, slot: 5, hall: "A")
        #expect(slot.map(\.request.id) == ["Q2"])
    }

    @Test func unplacedRequestsComeByWeightInPages() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let run = try await temporary.store.save(
            ExpoFixture.programme(
                [],
                unplaced: [
                    UnplacedRequest(request: "Q3", reason: .noTableFree),
                    UnplacedRequest(request: "Q2", reason: .participantFull("E3")),
                    UnplacedRequest(request: "Q1", reason: .participantFull("E1")),
                ]
            )
        )
        let (rows, total) = try await temporary.store.programmes.unplaced(run: run.id, offset: 1, limit: 1)
        #expect(total == 3)
        #expect(rows.map(\.request.id) == ["Q2"])
        #expect(rows.first?.unplaced.reason == .participantFull("E3"))
        #expect(rows.first?.recipientName.ru == "ООО «Ёлки и шишки»")
        #expect(try await temporary.store.programmes.unplacedReasons(run: run.id).map(\.count) == [2, 1])
    }

    @Test func aParticipantHasTheRequestsOfBothSides() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        #expect(try await temporary.store.requests.all(of: "E2").map(\.id) == ["Q2", "Q3"])
        #expect(try await temporary.store.requests.all(of: "E1").map(\.id) == ["Q1"])
    }
}

extension ExpoStore {
    @discardableResult
    func save(_ programme: Programme, seed: UInt64 = 1) async throws -> Run {
        try await programmes.save(
            programme,
            seed: seed,
            timeLimitSeconds: 30,
            elapsedSeconds: 12.5,
            startedAt: 1_000,
            by: "planner"
        )
    }
}
