import FairwayCore
import FairwayStore
import Testing

/// Rows of requests between the same two enterprises: people list mutual requests twice.
struct RequestImportTests {
    private let temporary: TemporaryStore
    private var store: ExpoStore { temporary.store }

    /// The store has no request yet.
    init() throws {
        var data = try ExpoFixture.data()
        data.requests = []
        data.outcomes = []
        temporary = try TemporaryStore(data)
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

    private func apply(_ rows: [MeetingRequest], skipBadRows: Bool = false) throws -> ImportReport {
        var fixture = BatchFixture()
        fixture.add(rows)
        return try store.apply(fixture.batch, by: "importer", dryRun: false, skipBadRows: skipBadRows)
    }

    private var all: [MeetingRequest] { get throws { try store.expoData().requests } }

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

    @Test func whoIsListedBothWaysGetsOneMutualRequest() throws {
        let report = try apply(mutual)
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
        #expect(try all.map(\.id) == ["R1", "R2"])
        let agreed = try #require(try all.first)
        #expect(agreed.status == .accepted && agreed.isMutual && agreed.priority == 5)
        #expect(agreed.message == "a\nb")
    }

    @Test func theSameFileAgainChangesNothing() throws {
        _ = try apply(mutual)
        let before = try store.expoData()
        let again = try apply(mutual)
        #expect(Self.counts(again) == [0, 0, 2, 0, 1])
        #expect(again.diagnostics.count == 1)
        #expect(try store.expoData() == before)
    }

    @Test func theSameDirectionTwiceIsOneWish() throws {
        let report = try apply([row("R1", "E1", "E2"), row("R2", "E1", "E2", priority: 4)])
        #expect(Self.counts(report) == [1, 0, 0, 0, 1])
        #expect(report.diagnostics.map(\.problem) == [.mergedRequest(into: "R1", row: 2, isMutual: false)])
        #expect(try all == [row("R1", "E1", "E2", priority: 4)])
    }

    @Test func aRowGoesIntoTheRequestThatIsStored() throws {
        _ = try apply([row("R1", "E1", "E2")])
        let report = try apply([row("S1", "E2", "E1", priority: 4), row("S2", "E2", "E1", priority: 5)])
        #expect(Self.counts(report) == [0, 1, 0, 0, 1])
        #expect(
            report.diagnostics.map(\.problem) == [
                .mergedRequest(into: "R1", row: nil, isMutual: true),
                .mergedRequest(into: "R1", row: nil, isMutual: true),
            ]
        )
        let agreed = try #require(try all.first)
        #expect(try all.count == 1)
        #expect(agreed.isMutual && agreed.status == .accepted && agreed.priority == 5)
    }

    /// As a store of before may have it: what goes into another is closed, so that it is not scheduled for itself.
    @Test func whatIsStoredBothWaysBecomesOneWithItsRows() throws {
        var data = try ExpoFixture.data()
        data.requests = [row("R1", "E1", "E2", .accepted), row("R2", "E2", "E1", .accepted)]
        data.outcomes = []
        let other = try TemporaryStore(data)
        let both = other.store
        var fixture = BatchFixture()
        fixture.add(data.requests)
        for _ in 0..<2 {
            let report = try both.apply(fixture.batch, by: "importer", dryRun: false, skipBadRows: false)
            #expect(report.diagnostics.map(\.problem) == [.mergedRequest(into: "R1", row: 2, isMutual: true)])
            let stored = try both.expoData().requests
            #expect(stored.map(\.status) == [.accepted, .withdrawn])
            #expect(stored.map(\.isMutual) == [true, false])
        }
    }

    @Test func closedRequestsAreLeftAlone() throws {
        let rows = [
            row("R1", "E1", "E2", .declined), row("R2", "E2", "E1", .accepted),
            row("R3", "E1", "E2", .withdrawn),
        ]
        let report = try apply(rows)
        #expect(Self.counts(report) == [3, 0, 0, 0, 0])
        #expect(try all == rows)
    }

    @Test func contradictingSessionsAreRefusedWithBothRows() throws {
        let rows = [row("R1", "E1", "E2", session: .am), row("R2", "E2", "E1", session: .pm)]
        let report = try apply(rows)
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
        #expect(try all.isEmpty)
        #expect(Self.counts(try apply(rows, skipBadRows: true)) == [1, 0, 0, 1, 0])
        #expect(try all == [rows[0]])
    }

    @Test func aRefusedRowGivesNothingToAnother() throws {
        let rows = [row("R1", "E1", "E2"), row("R2", "E2", "E1", priority: 9), row("R1", "E2", "E1")]
        let report = try apply(rows, skipBadRows: true)
        #expect(report.diagnostics.map(\.problem) == [.outOfRange(1, 5), .duplicateIdentifier(firstRow: 2)])
        #expect(try all == [rows[0]])
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
