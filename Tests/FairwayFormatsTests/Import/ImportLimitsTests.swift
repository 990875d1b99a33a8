import FairwayCore
import FairwayFormats
import Testing

/// An import beyond a limit is refused as a whole: half of a list would be taken for all of it.
struct ImportLimitsTests {
    private static let halls = ["A", "B", "C"].map { "\($0),Hall \($0)\n" }.joined()

    private func read(_ text: String, maxRows: Int = 100, maxFindings: Int = 100) -> (
        batch: ImportBatch, diagnostics: [Diagnostic]
    ) {
        let limits = ImportLimits(maxRows: maxRows, maxFindings: maxFindings)
        let reader = ImportReader(
            regions: RegionNames(economies: [], regions: []),
            importedOn: .earliest,
            limits: limits
        )
        return reader.read(name: "halls.csv", bytes: Array(text.utf8))
    }

    @Test func asManyRowsAsThereMayBeAreRead() {
        let (batch, diagnostics) = read("code,name_en\n" + Self.halls, maxRows: 3)
        #expect(batch.halls.count == 3 && diagnostics.isEmpty)
    }

    @Test func oneRowMoreAndNothingIsRead() {
        let (batch, diagnostics) = read("code,name_en\n" + Self.halls + "D,Hall D\n", maxRows: 3)
        #expect(batch.halls.isEmpty && batch.tables.isEmpty && batch.rows.isEmpty)
        let excess = Diagnostic(file: "halls.csv", problem: .beyondLimit(FileLimit(.rows, most: 3)))
        #expect(diagnostics == [excess])
        #expect(excess.words(in: .en).hasSuffix("too many rows: at most 3."))
    }

    @Test func asManyFindingsAsThereMayBeAreTold() {
        let wrong = String(repeating: "A B,Hall\n", count: 4)
        let (batch, diagnostics) = read("code,name_en\n" + Self.halls + wrong, maxFindings: 4)
        #expect(diagnostics.count == 4 && batch.halls.count == 3)
    }

    @Test func ofTooManyFindingsTheFirstAreTold() {
        let wrong = String(repeating: "A B,Hall\n", count: 60)
        let (batch, diagnostics) = read("code,name_en\n" + Self.halls + wrong, maxFindings: 30)
        #expect(batch.halls.isEmpty && diagnostics.count == 21)
        #expect(diagnostics[0].problem == .beyondLimit(FileLimit(.findings, most: 30)))
        #expect(diagnostics[1].row == 5 && diagnostics[20].row == 24)
    }
}
