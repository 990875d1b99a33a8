import FairwayCore
import Foundation
import Testing

@testable import FairwayFormats

/// The programme as a table.
struct ProgrammeTableTests {
    @Test func meetingsAreInOrderOfTime() {
        let rows = ProgrammeTable.rows(data: .exportFixture(), programme: .exportFixture, language: .ru)
        #expect(
            rows == [
                [
                    "Дата", "Время", "Павильон", "Стенд или стол", "Код заявителя", "Заявитель",
                    "Код получателя", "Получатель", "Переводчик", "Вес", "Заявка",
                ],
                [
                    "2027-05-17", "09:30–10:00", "Продовольствие", "A-017", "E1", "Снежный Родник", "E2",
                    "Серебряная Ель", "Линь Сюэмэй", "10", "R1",
                ],
                [
                    "2027-05-17", "09:30–10:00", "Машины", "T-02", "E3", "Полярная Машина", "E2",
                    "Серебряная Ель", "", "3", "R2",
                ],
            ]
        )
    }

    @Test(arguments: Language.allCases)
    func everyLanguageHasAHeaderForEachColumn(language: Language) {
        let rows = ProgrammeTable.rows(data: .exportFixture(), programme: .exportFixture, language: language)
        #expect(rows.allSatisfy { $0.count == 11 })
        #expect(rows[0].allSatisfy { !$0.isEmpty })
    }

    @Test func workbookIsReadBackAsItWasWritten() throws {
        let folder = try ImportFolder()
        let rows = ProgrammeTable.rows(data: .exportFixture(), programme: .exportFixture, language: .en)
        try ProgrammeTable.writeXLSX(rows, sheet: "Programme", to: folder.path + "/p.xlsx")
        let book = try XLSXWorkbook(path: folder.path + "/p.xlsx")
        let cells = book.sheets.first?.rows.map { $0.cells }
        #expect(cells == rows)
    }

    @Test func workbookOfALargeProgrammeIsTheSameEachTime() throws {
        let folder = try ImportFolder()
        let rows = [["A", "B"]] + (0..<3000).map { ["\($0)", "雪泉 Родник \($0 % 7)"] }
        for name in ["a", "b"] {
            try ProgrammeTable.writeXLSX(rows, sheet: "P", to: "\(folder.path)/\(name).xlsx")
        }
        let first = FileManager.default.contents(atPath: folder.path + "/a.xlsx")
        #expect(first != nil && first == FileManager.default.contents(atPath: folder.path + "/b.xlsx"))
    }
}
