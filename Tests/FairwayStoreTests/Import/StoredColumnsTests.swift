import FairwayCore
import FairwayStore
import Testing

/// A file may have fewer columns than the store: what it does not say stays.
struct StoredColumnsTests {
    private let temporary: TemporaryStore
    private let stored: Enterprise

    init() async throws {
        temporary = try await TemporaryStore(try ExpoFixture.data())
        stored = try ExpoFixture.data().enterprises[0]
    }

    /// What a file of few columns gives for an enterprise.
    private func sparse(_ id: Enterprise.ID, economy: Economy.ID = "CN") throws -> Enterprise {
        Enterprise(
            id: id,
            name: LocalizedText(en: "Milky Way Trading"),
            economy: economy,
            roles: [.distributor],
            status: .registered,
            registeredOn: try ExpoFixture.date(30)
        )
    }

    private func imported(_ enterprise: Enterprise, fields: [String]? = nil, isUndated: Bool = false)
        async throws
        -> Enterprise?
    {
        var fixture = BatchFixture()
        if let fields { fixture.add([enterprise], fields: fields) } else { fixture.add([enterprise]) }
        if isUndated { fixture.leaveUndated(row: 2) }
        let report = try await temporary.store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: false
        )
        #expect(report.isApplied)
        return try await temporary.store.enterprises.find(enterprise.id)?.enterprise
    }

    private static let few = ["code", "name_en", "economy", "roles"]

    @Test func columnsThatAFileLacksKeepWhatIsStored() async throws {
        var expected = stored
        expected.name.en = "Milky Way Trading"
        expected.roles = [.distributor]
        #expect(try await imported(sparse("E1"), fields: Self.few) == expected)
        var query = EnterpriseQuery(language: .en, for: .staff)
        query.text = "星河 trading"
        #expect(try await temporary.store.enterprises.page(query).enterprises.map(\.enterprise.id) == ["E1"])
    }

    @Test func anEnterpriseThatMovesLeavesItsRegion() async throws {
        let moved = try await imported(sparse("E1", economy: "RU"), fields: Self.few)
        #expect(moved?.economy == "RU")
        #expect(moved?.region == nil)
        #expect(moved?.reach == stored.reach)
    }

    @Test func aNewEnterpriseIsTakenAsItComes() async throws {
        #expect(try await imported(sparse("E9"), fields: Self.few) == sparse("E9"))
    }

    @Test func anEmptyDateKeepsTheDayOfRegistration() async throws {
        let kept = try await imported(sparse("E1"), isUndated: true)
        #expect(kept?.registeredOn == stored.registeredOn)
        #expect(kept?.website == nil, "an empty cell of a column that is there empties what is stored")
    }
}
