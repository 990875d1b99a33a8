import FairwayCore
import Foundation
import Synchronization
import Testing

@testable import FairwayStore

/// An agency's import touches its own delegation only.
struct DelegationImportTests {
    private func store() async throws -> ExpoStore {
        try await TemporaryStore(DelegationFixture.data()).store
    }

    private func problems(_ report: ImportReport) -> [Diagnostic.Problem] {
        report.diagnostics.filter { $0.severity == .error }.map(\.problem)
    }

    private func apply(_ batch: ImportBatch, to store: ExpoStore, dryRun: Bool = false) async throws
        -> ImportReport
    {
        try await store.imports.apply(batch, within: "D1", by: "account 7", dryRun: dryRun, skipBadRows: true)
    }

    @Test func newCompanyJoinsAndWaitsForApproval() async throws {
        let store = try await store()
        var fixture = BatchFixture()
        var company = try BatchFixture.enterprise("E9", "Новая")
        company.status = .approved
        fixture.add([company])
        let report = try await apply(fixture.batch, to: store)
        let stored = try #require(try await store.enterprises.find("E9")).enterprise
        #expect(stored.delegation == "D1" && stored.status == .registered)
        #expect(report.diagnostics.map(\.problem) == [.organisersStatus])
        #expect(report.diagnostics.map(\.severity) == [.warning])
        #expect(report.isApplied)
    }

    @Test func ownCompanyIsChangedAndKeepsItsStatus() async throws {
        let store = try await store()
        var fixture = BatchFixture()
        var company = try BatchFixture.enterprise("E3", "Другое имя")
        company.status = .declined
        fixture.add([company])
        _ = try await apply(fixture.batch, to: store)
        let stored = try #require(try await store.enterprises.find("E3")).enterprise
        #expect(stored.name.ru == "Другое имя" && stored.status == .approved && stored.delegation == "D1")
    }

    /// One of another delegation, one of none, one that a file would take along, one sent elsewhere.
    @Test func foreignCompaniesAreRefusedAndNamed() async throws {
        let store = try await store()
        let before = try await store.expo.data()
        var fixture = BatchFixture()
        var own = try BatchFixture.enterprise("E3", "Наша")
        own.delegation = "D2"
        var new = try BatchFixture.enterprise("E8", "Чужая")
        new.delegation = "D2"
        var taken = try BatchFixture.enterprise("E2", "Взятая")
        taken.delegation = "D1"
        fixture.add([
            try BatchFixture.enterprise("E1", "Захват"), try BatchFixture.enterprise("E4", "Ничья"), own, new,
            taken,
        ])
        let report = try await apply(fixture.batch, to: store)
        #expect(problems(report) == Array(repeating: .otherDelegation, count: 5))
        #expect(report.refusedRows.map(\.row) == [2, 3, 4, 5, 6])
        #expect(
            report.diagnostics.filter { $0.severity == .error }.map(\.column)
                == ["Код", "Код", "delegation", "delegation", "Код"]
        )
        #expect(try await store.expo.data() == before)
    }

    @Test func foreignProductsAreRefused() async throws {
        let store = try await store()
        let before = try await store.expo.data()
        let code = try #require(HSCode("18"))
        func product(_ id: Product.ID, _ owner: Enterprise.ID) -> Product {
            Product(id: id, enterprise: owner, hsCode: code, name: LocalizedText(ru: "Товар"))
        }
        var fixture = BatchFixture()
        // Of another's, another's code for an own company, and of nobody.
        fixture.add([product("P7", "E1"), product("P1", "E3"), product("P8", "E77")])
        let report = try await apply(fixture.batch, to: store)
        #expect(
            problems(report) == [.otherDelegation, .otherDelegation, .unknownReference(table: "enterprises")]
        )
        #expect(try await store.expo.data() == before)
    }

    @Test func companyAndItsProductsComeTogether() async throws {
        let store = try await store()
        let code = try #require(HSCode("18"))
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "Новая")])
        fixture.add([Product(id: "P9", enterprise: "E9", hsCode: code, name: LocalizedText(ru: "Товар"))])
        let report = try await apply(fixture.batch, to: store)
        #expect(problems(report).isEmpty && report.counts[.products]?.inserted == 1)
    }

    /// One agency does not make matching too large for all.
    @Test func moreCompaniesThanADelegationHasAreTheOrganisersToImport() async throws {
        let store = try await store()
        let members = try await store.expo.data().enterprises.count { $0.delegation == "D1" }
        let new = try (0...DelegationScope.maxMembers - members).map { number in
            try BatchFixture.enterprise(.init("N\(number)"), "Новая \(number)")
        }
        var fixture = BatchFixture()
        fixture.add(new)
        let report = try await apply(fixture.batch, to: store)
        #expect(problems(report).count { $0 == .tooManyMembers(most: DelegationScope.maxMembers) } == 1)
        #expect(report.counts[.enterprises]?.inserted == new.count - 1)
        let organisers = try await store.imports.apply(
            fixture.batch,
            by: "test",
            dryRun: true,
            skipBadRows: false
        )
        #expect(organisers.counts[.enterprises]?.refused == 0)
    }

    @Test func organisersTablesAreRefused() async throws {
        let store = try await store()
        let before = try await store.expo.data()
        var fixture = BatchFixture()
        fixture.add(try ExpoFixture.slots())
        fixture.add([
            MeetingRequest(id: "Q9", requester: "E3", recipient: "E1", priority: 1, status: .accepted)
        ])
        let report = try await apply(fixture.batch, to: store)
        #expect(problems(report) == Array(repeating: .organisersTable, count: 9))
        #expect(try await store.expo.data() == before)
    }

    /// The preview names a company that waits to its own agency only; the organiser sees the likeness beside the new one.
    @Test func onlyCompaniesThatAreThereForTheAgencyAreLikelyDuplicates() async throws {
        var data = try DelegationFixture.data()
        let index = try #require(data.enterprises.firstIndex { $0.id == "E3" })
        data.enterprises[index].status = .registered
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "ООО ЁЛКИ И ШИШКИ", region: "RU-PRI")])
        let cases: [(Delegation.ID?, Bool)] = [("D1", true), ("D2", false), (nil, false)]
        for (delegation, isTold) in cases {
            data.enterprises[index].delegation = delegation
            let store = try await TemporaryStore(data).store
            let preview = try await apply(fixture.batch, to: store, dryRun: true)
            let told: [Diagnostic.Problem] = isTold ? [.duplicateEnterprise(of: "E3")] : []
            #expect(preview.diagnostics.map(\.problem).filter { $0 != .organisersStatus } == told)
            #expect(preview.counts[.enterprises]?.inserted == 1)
            let all = try await store.imports.apply(
                fixture.batch,
                by: "organiser",
                dryRun: true,
                skipBadRows: true
            )
            #expect(all.diagnostics.map(\.problem) == [.duplicateEnterprise(of: "E3")])
        }
    }

    @Test func dryRunChangesNothingAndSaysTheSame() async throws {
        let store = try await store()
        let (before, log) = (try await store.expo.data(), try await store.auditLog.changeNumber())
        var fixture = BatchFixture()
        fixture.add([
            try BatchFixture.enterprise("E9", "Новая"), try BatchFixture.enterprise("E1", "Захват"),
        ])
        let preview = try await apply(fixture.batch, to: store, dryRun: true)
        #expect(try await store.expo.data() == before)
        #expect(try await store.auditLog.changeNumber() == log)
        #expect(!preview.isApplied && preview.counts[.enterprises]?.inserted == 1)
        var applied = try await apply(fixture.batch, to: store)
        #expect(applied.isApplied)
        applied.isApplied = false
        #expect(applied == preview)
    }

    private final class Flag: Sendable {
        let isRaised = Mutex(false)
    }

    private func countsOfMembers(in store: ExpoStore, until flag: Flag) async throws -> Set<Int> {
        var counts: Set<Int> = []
        while !flag.isRaised.withLock({ $0 }) {
            counts.insert(try await store.delegations.board(of: "D1", orderedIn: .en).count)
            await Task.yield()
        }
        return counts
    }

    /// Whoever reads beside an import sees all of it or nothing.
    @Test func importIsOneTransaction() async throws {
        let store = try await store()
        var fixture = BatchFixture()
        fixture.add(try (100..<400).map { try BatchFixture.enterprise(.init("N\($0)"), "Компания \($0)") })
        let batch = fixture.batch
        let flag = Flag()
        async let seen = countsOfMembers(in: store, until: flag)
        _ = try await apply(batch, to: store)
        flag.isRaised.withLock { $0 = true }
        #expect(try await seen.isSubset(of: [1, 301]))
        #expect(try await store.delegations.board(of: "D1", orderedIn: .en).count == 301)
    }

    /// A process that is killed leaves what a lost connection leaves: nothing of the transaction.
    @Test func importThatBreaksOffLeavesNothing() async throws {
        let temporary = try await TemporaryStore(DelegationFixture.data())
        let before = try await temporary.store.expo.data()
        struct Killed: Error {}
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "Новая")])
        let batch = fixture.batch
        await #expect(throws: Killed.self) {
            try await temporary.store.database.write(as: "test") { db in
                var session = try ImportSession(db, batch, within: "D1")
                try session.run()
                throw Killed()
            }
        }
        #expect(try await TemporaryStore.open(temporary.path).expo.data() == before)
    }

    @Test(arguments: Language.allCases) func reasonsAreWorded(language: Language) {
        for problem in [
            Diagnostic.Problem.otherDelegation, .organisersTable, .organisersStatus,
            .tooManyMembers(most: 5000),
        ] {
            let words = Diagnostic(file: "a.csv", row: 3, column: "Код", value: "E1", problem: problem)
                .words(in: language)
            #expect(words.contains("3") && words.contains("Код") && words.count > 30)
        }
    }
}
