import FairwayCore
import FairwayStore
import Testing

/// Rows of requests between the same two enterprises: people list mutual requests twice.
struct RequestImportTests {
    private let temporary: TemporaryStore
    private var store: ExpoStore { temporary.store }

    /// The store has no request yet.
    init() async throws {
        var data = try ExpoFixture.data()
        data.requests = []
        data.outcomes = []
        temporary = try await TemporaryStore(data)
    }

    private func row(
        _ id: MeetingRequest.ID,
        _ requester: Enterprise.ID,
        _ recipient: Enterprise.ID,
        priority: Int = 2,
        message: String? = nil,
        _ status: MeetingRequest.Status = .pending,
        session: Session? = nil
    ) -> MeetingRequest {
        MeetingRequest(
            id: id,
            requester: requester,
            recipient: recipient,
            priority: priority,
            message: message,
            status: status,
            session: session
        )
    }

    private func apply(_ rows: [MeetingRequest], skipBadRows: Bool = false) async throws -> ImportReport {
        var fixture = BatchFixture()
        fixture.add(rows)
        return try await store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: skipBadRows
        )
    }

    private var all: [MeetingRequest] { get async throws { try await store.expo.data().requests } }

    private static func counts(_ report: ImportReport) -> [Int] {
        let count = report.counts[.requests] ?? .init()
        return [count.inserted, count.updated, count.unchanged, count.refused, count.merged]
    }

    private let mutual: [MeetingRequest] = [
        MeetingRequest(
            id: "R1",
            requester: "E1",
            recipient: "E2",
            priority: 2,
            message: "a",
            status: .pending
        ),
        MeetingRequest(id: "R2", requester: "E1", recipient: "E3", priority: 2, status: .pending),
        MeetingRequest(
            id: "R3",
            requester: "E2",
            recipient: "E1",
            priority: 5,
            message: "b",
            status: .accepted
        ),
    ]

    @Test func whoIsListedBothWaysGetsOneMutualRequest() async throws {
        let report = try await apply(mutual)
        #expect(report.isApplied && Self.counts(report) == [2, 0, 0, 0, 1])
        #expect(
            report.diagnostics == [
                Diagnostic(
                    file: "requests.csv",
                    row: 4,
                    column: "code",
                    value: "R3",
                    severity: .warning,
                    problem: .mergedRequest(into: "R1", row: 2, isMutual: true)
                )
            ]
        )
        #expect(try await all.map(\.id) == ["R1", "R2"])
        let agreed = try await #require(try all.first)
        #expect(agreed.status == .accepted && agreed.isMutual && agreed.priority == 5)
        #expect(agreed.message == "a\nb")
    }

    @Test func theSameFileAgainChangesNothing() async throws {
        _ = try await apply(mutual)
        let before = try await store.expo.data()
        let again = try await apply(mutual)
        #expect(Self.counts(again) == [0, 0, 2, 0, 1])
        #expect(again.diagnostics.count == 1)
        #expect(try await store.expo.data() == before)
    }

    @Test func theSameDirectionTwiceIsOneWish() async throws {
        let report = try await apply([row("R1", "E1", "E2"), row("R2", "E1", "E2", priority: 4)])
        #expect(Self.counts(report) == [1, 0, 0, 0, 1])
        #expect(report.diagnostics.map(\.problem) == [.mergedRequest(into: "R1", row: 2, isMutual: false)])
        #expect(try await all == [row("R1", "E1", "E2", priority: 4)])
    }

    @Test func aRowGoesIntoTheRequestThatIsStored() async throws {
        _ = try await apply([row("R1", "E1", "E2")])
        let report = try await apply([row("S1", "E2", "E1", priority: 4), row("S2", "E2", "E1", priority: 5)])
        #expect(Self.counts(report) == [0, 1, 0, 0, 1])
        #expect(
            report.diagnostics.map(\.problem) == [
                .mergedRequest(into: "R1", row: nil, isMutual: true),
                .mergedRequest(into: "R1", row: nil, isMutual: true),
            ]
        )
        let agreed = try await #require(try all.first)
        #expect(try await all.count == 1)
        #expect(agreed.isMutual && agreed.status == .accepted && agreed.priority == 5)
    }

    /// As a store of before may have it: what goes into another is closed, so that it is not scheduled for itself.
    @Test func whatIsStoredBothWaysBecomesOneWithItsRows() async throws {
        var data = try ExpoFixture.data()
        data.requests = [row("R1", "E1", "E2", .accepted), row("R2", "E2", "E1", .accepted)]
        data.outcomes = []
        let other = try await TemporaryStore(data)
        let both = other.store
        var fixture = BatchFixture()
        fixture.add(data.requests)
        for _ in 0..<2 {
            let report = try await both.imports.apply(
                fixture.batch,
                by: "importer",
                dryRun: false,
                skipBadRows: false
            )
            #expect(report.diagnostics.map(\.problem) == [.mergedRequest(into: "R1", row: 2, isMutual: true)])
            let stored = try await both.expo.data().requests
            #expect(stored.map(\.status) == [.accepted, .withdrawn])
            #expect(stored.map(\.isMutual) == [true, false])
        }
    }

    @Test func closedRequestsAreLeftAlone() async throws {
        let rows = [
            row("R1", "E1", "E2", .declined), row("R2", "E2", "E1", .accepted),
            row("R3", "E1", "E2", .withdrawn),
        ]
        let report = try await apply(rows)
        #expect(Self.counts(report) == [3, 0, 0, 0, 0])
        #expect(try await all == rows)
    }

    @Test func contradictingSessionsAreRefusedWithBothRows() async throws {
        let rows = [row("R1", "E1", "E2", session: .am), row("R2", "E2", "E1", session: .pm)]
        let report = try await apply(rows)
        #expect(!report.isApplied)
        #expect(
            report.diagnostics == [
                Diagnostic(
                    file: "requests.csv",
                    row: 3,
                    column: "session",
                    value: "pm",
                    problem: .contradictingSession(request: "R1", row: 2)
                )
            ]
        )
        #expect(try await all.isEmpty)
        #expect(Self.counts(try await apply(rows, skipBadRows: true)) == [1, 0, 0, 1, 0])
        #expect(try await all == [rows[0]])
    }

    @Test func aRefusedRowGivesNothingToAnother() async throws {
        let rows = [row("R1", "E1", "E2"), row("R2", "E2", "E1", priority: 9), row("R1", "E2", "E1")]
        let report = try await apply(rows, skipBadRows: true)
        #expect(report.diagnostics.map(\.problem) == [.outOfRange(1, 5), .duplicateIdentifier(firstRow: 2)])
        #expect(try await all == [rows[0]])
    }

    @Test(arguments: Language.allCases) func theReportSaysItInEveryLanguage(language: Language) throws {
        let problems: [Diagnostic.Problem] = [
            .mergedRequest(into: "R1", row: 2, isMutual: true),
            .mergedRequest(into: "R1", row: nil, isMutual: false),
            .contradictingSession(request: "R1", row: 2),
        ]
        let words = problems.map {
            Diagnostic(file: "requests.csv", row: 4, column: "code", value: "R3", problem: $0).words(
                in: language
            )
        }
        #expect(Set(words).count == 3)
        #expect(words.allSatisfy { $0.contains("R3") && $0.contains("R1") && $0.contains("4") })
    }
}
