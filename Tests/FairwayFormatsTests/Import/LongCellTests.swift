import FairwayCore
@testable import FairwayFormats
import Testing

/// Cells that no person wrote cost a message, not minutes.
struct LongCellTests {
    private func read(_ row: String, header: String = "code,name_en,economy,roles") throws -> (
        batch: ImportBatch, problems: [Diagnostic.Problem], duration: Duration
    ) {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", header + "\n" + row + "\nE2,Silverfir,CN,brand\n")
        let began = ContinuousClock.now
        let (batch, diagnostics) = folder.read()
        return (batch, diagnostics.map(\.problem), began.duration(to: .now))
    }

    @Test func aCellOfMegabytesIsRefusedAtOnce() throws {
        let huge = String(repeating: "brand,", count: 300_000)
        let (batch, problems, duration) = try read("E1,X,CN,\"\(huge)\"")
        #expect(problems == [.tooLong(most: 32_767)])
        #expect(batch.refusedRows.map(\.row) == [2])
        #expect(batch.enterprises.map(\.value.id) == ["E2"])
        #expect(duration < .seconds(10))
    }

    @Test func theMessageNamesRowColumnAndLimit() throws {
        let folder = try ImportFolder()
        let huge = String(repeating: "长", count: 40_000)
        try folder.write("enterprises.csv", "code,name_zh,economy,roles\nE1,\(huge),CN,brand\n")
        let words = folder.read().diagnostics.map { $0.words(in: .en) }
        #expect(words.count == 1)
        #expect(words.first?.hasPrefix("enterprises.csv, row 2, column “name_zh”: “长长") == true)
        #expect(words.first?.hasSuffix("…” is too long: at most 32,767 characters.") == true)
    }

    @Test func theLongestTextOfACellOfExcelIsTaken() throws {
        let longest = String(repeating: "长", count: 32_767)
        let (batch, problems, _) = try read("E1,\(longest),CN,brand")
        #expect(problems == [])
        #expect(batch.enterprises.first?.value.name.en == longest)
    }

    @Test func aLongListIsReadInOneGo() throws {
        let (_, problems, duration) = try read("E1,X,CN,\"\(String(repeating: "x,", count: 16_000))\"")
        #expect(problems.count == 10)
        #expect(duration < .seconds(20))
    }

    @Test func aBombIsNotUnpacked() {
        #expect(ZipArchive.mostBytes(compressed: 394 << 10) < 80 << 20)
        #expect(ZipArchive.mostBytes(compressed: 100) == 16 << 20)
        #expect(ZipArchive.mostBytes(compressed: 20 << 20) == 512 << 20)
        #expect(ZipArchive.mostBytes(compressed: .max) == 512 << 20)
    }
}
