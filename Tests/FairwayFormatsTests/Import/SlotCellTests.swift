import FairwayCore
@testable import FairwayFormats
import Testing

/// Cells with numbers of slots: a few bytes name many.
struct SlotCellTests {
    private func read(_ cell: String) throws -> (numbers: [Int]?, problems: [Diagnostic.Problem]) {
        let folder = try ImportFolder()
        try folder.write(
            "enterprises.csv",
            "code,name_en,economy,roles,unavailable_slots\nE1,X,CN,brand,\"\(cell)\"\n"
        )
        let (batch, diagnostics) = folder.read()
        return (batch.enterprises.first?.value.unavailableSlots, diagnostics.map(\.problem))
    }

    @Test(arguments: [
        ("0-3; 20", [0, 1, 2, 3, 20]), ("20; 0-3", [0, 1, 2, 3, 20]), ("2-5; 0-9; 4; 9-10", Array(0...10)),
        ("7", [7]), ("3-3, 3", [3]), ("0-1023", Array(0...1023)), ("0-1023; 5-1000; 1023", Array(0...1023)),
    ])
    func rangesBecomeEachNumberOnce(cell: String, numbers: [Int]) throws {
        let read = try read(cell)
        #expect(read.numbers == numbers)
        #expect(read.problems == [])
    }

    @Test(arguments: ["0-4095", "0-1024", "0-1000; 2000-2100"])
    func moreThanAnExpoHasAreRefused(cell: String) throws {
        let read = try read(cell)
        #expect(read.numbers == nil)
        #expect(read.problems == [.beyondLimit(.init(.listValues, most: RowCells.maxSlots))])
    }
}
