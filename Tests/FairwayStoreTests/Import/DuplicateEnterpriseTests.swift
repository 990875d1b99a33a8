import FairwayCore
import FairwayStore
import Testing

struct DuplicateEnterpriseTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var first: String
        var second: String
        var isSame: Bool
        var testDescription: String { "\(first) / \(second)" }
    }

    static let pairs = [
        Pair(first: "ООО «Ёлки»", second: "ооо \"ёлки\"", isSame: true),
        Pair(first: "ＡＢＣ　Ｔｒａｄｅ", second: "abc trade", isSame: true),
        Pair(first: "Taiga-Wind, Ltd.", second: "TAIGA WIND LTD", isSame: true),
        Pair(first: "星河 食品", second: "星河食品", isSame: true),
        Pair(first: "Taiga Wind Ltd", second: "Taiga Wind", isSame: false),
        Pair(first: "ООО «Ветер»", second: "АО «Ветер»", isSame: false),
        Pair(first: "Café 1", second: "Café 2", isSame: false),
        Pair(first: "Caf\u{E9}", second: "Cafe\u{301}", isSame: true),
    ]

    @Test(arguments: pairs)
    func namesAreComparedWithoutCaseWidthAndPunctuation(_ pair: Pair) async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        var fixture = BatchFixture()
        fixture.add([
            try BatchFixture.enterprise("E8", pair.first), try BatchFixture.enterprise("E9", pair.second),
        ])
        let report = try await temporary.store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: false
        )
        let expected: [Diagnostic.Problem] = pair.isSame ? [.duplicateEnterprise(of: "E8")] : []
        #expect(report.diagnostics.map(\.problem) == expected)
        #expect(report.diagnostics.allSatisfy { $0.severity == .warning && $0.column == "Название" })
        #expect(report.isApplied, "a likely duplicate is told, not refused and not merged")
        #expect(try await temporary.store.enterprises.find("E9") != nil)
    }

    @Test func aStoredEnterpriseIsFoundToo() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "ООО ЁЛКИ И ШИШКИ", region: "RU-PRI")])
        let report = try await temporary.store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: false
        )
        #expect(report.diagnostics.map(\.problem) == [.duplicateEnterprise(of: "E3")])
    }

    @Test func theSameNameElsewhereIsAnotherEnterprise() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "ООО «Ёлки и шишки»")])
        let report = try await temporary.store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: false
        )
        #expect(report.diagnostics.isEmpty)
    }
}
