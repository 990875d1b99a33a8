import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// What is written can be read again.
struct RoundTripTests {
    @Test func sampleSurvivesItsOwnFiles() throws {
        let geography = try GeographyReader.read()
        var data = SampleExpo.generate(
            seed: 5,
            scale: 0.01,
            regions: geography.regions,
            economies: geography.economies
        )
        data.products[0].hsCode = nil
        data.demands[0].hsPrefix = nil
        let folder = try ImportFolder()
        #expect(try ImportFiles.write(data, to: folder.path).count == 12)
        let reader = ImportReader(
            regions: RegionNames(economies: geography.economies, regions: geography.regions),
            importedOn: .earliest
        )
        let (batch, diagnostics) = reader.read(paths: [folder.path])
        #expect(diagnostics.map(\.problem) == [.missingHSCode, .missingHSCode])
        #expect(batch.enterprises.map(\.value) == data.enterprises)
        #expect(batch.products.map(\.value) == data.products)
        #expect(batch.demands.map(\.value) == data.demands)
        #expect(batch.requests.map(\.value) == data.requests)
        #expect(batch.interpreters.map(\.value) == data.interpreters)
        #expect(batch.representatives.map(\.value) == data.representatives)
        #expect(batch.stands.map(\.value) == data.stands)
        #expect(batch.tableSeats.map(\.value) == data.tables)
        #expect(batch.slots.map(\.value) == data.expo?.slots)
    }

    @Test func templatesAreRecognisedAndHoldNoRows() throws {
        let folder = try ImportFolder()
        let written = try ImportTemplate.write(to: folder.path)
        #expect(written.count == SourceTable.Kind.allCases.count)
        let (batch, diagnostics) = folder.read()
        #expect(diagnostics.filter { $0.severity == .error }.map { $0.words(in: .en) } == [])
        #expect(Set(batch.tables.map(\.kind)) == Set(SourceTable.Kind.allCases))
        #expect(batch.rows.isEmpty)
    }

    @Test func refusedRowsCanBeCorrectedAndReadAgain() throws {
        let folder = try ImportFolder()
        try folder.write(
            "enterprises.csv",
            "code,name_en,economy,roles\nE1,Snowspring,CN,brand\nE2,Silverfir,Chnia,brand\n"
        )
        let (batch, diagnostics) = folder.read()
        let bad = folder.path + "/bad"
        let files = try RefusedRowsWriter.write(
            batch: batch,
            refused: [],
            diagnostics: diagnostics,
            language: .ru,
            to: bad
        )
        let file = try #require(files.first)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("Причина отказа"))
        #expect(text.contains("Silverfir") && !text.contains("Snowspring"))
        try text.replacing("Chnia", with: "China").write(toFile: file, atomically: true, encoding: .utf8)
        let again = ImportFolder.reader.read(paths: [bad])
        #expect(again.diagnostics.isEmpty)
        #expect(again.batch.enterprises.map(\.value.id.code) == ["E2"])
    }

    /// Dates in a workbook are numbers with a style.
    @Test func workbookIsReadLikeText() throws {
        let folder = try ImportFolder()
        try ProgrammeTable.writeXLSX(
            [["Код", "Название", "Страна", "Роли"], ["E1", "Снежный Родник", "Россия", "бренд"]],
            sheet: "Предприятия",
            to: folder.path + "/book.xlsx"
        )
        let (batch, diagnostics) = folder.read()
        #expect(diagnostics.isEmpty)
        #expect(batch.enterprises.first?.value.name.ru == "Снежный Родник")
    }
}
