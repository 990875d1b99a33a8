import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// Organisers' files as they really are.
struct ImportReaderTests {
    private static let russian =
        "Код;Название;Страна;Регион;Роли;Языки\nE1;Снежный Родник;Россия;Приморский край;Производитель;русский, английский\n"
    private static let chinese = "代码,企业名称,国家,省份,角色,语言\nE1,雪泉食品有限公司,中国,黑龙江,生产商,中文、俄语\n"

    @Test(arguments: [
        (String.Encoding.utf8, [UInt8]()), (.utf8, [0xEF, 0xBB, 0xBF]), (.windowsCP1251, []),
        (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ])
    func russianFilesAreReadInEveryEncoding(encoding: String.Encoding, mark: [UInt8]) throws {
        let folder = try ImportFolder()
        try folder.write("предприятия.csv", Self.russian, encoding, mark: mark)
        let (batch, diagnostics) = folder.read()
        #expect(diagnostics.isEmpty)
        let enterprise = try #require(batch.enterprises.first?.value)
        #expect(enterprise.name.ru == "Снежный Родник")
        #expect(enterprise.economy == "RU")
        #expect(enterprise.region == "RU-PRI")
        #expect(enterprise.roles == [.manufacturer])
        #expect(enterprise.languages.map(\.code) == ["ru", "en"])
    }

    /// The same text as Chinese Excel saves it: GB18030 bytes written out, since Foundation may not have the encoding.
    @Test func chineseExcelIsRead() throws {
        let folder = try ImportFolder()
        try folder.write("plain.csv", Self.chinese)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
        process.arguments = [
            "-f", "UTF-8", "-t", "GB18030", "-o", folder.path + "/enterprises.csv",
            folder.path + "/plain.csv",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        try FileManager.default.removeItem(atPath: folder.path + "/plain.csv")
        let (batch, diagnostics) = folder.read()
        #expect(diagnostics.isEmpty)
        let enterprise = try #require(batch.enterprises.first?.value)
        #expect(enterprise.name.zh == "雪泉食品有限公司")
        #expect(enterprise.region == "CN-HL")
        #expect(enterprise.languages.map(\.code) == ["zh", "ru"])
    }

    @Test(arguments: [",", ";", "\t"])
    func delimitersAreRecognised(delimiter: String) throws {
        let folder = try ImportFolder()
        let rows = [
            ["code", "name_en", "economy", "roles"], ["E1", "\"Snow, Spring; \"\"Ltd\"\"\"", "CN", "brand"],
        ]
        try folder.write(
            "enterprises.csv",
            rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
        )
        let (batch, diagnostics) = folder.read()
        #expect(diagnostics.isEmpty)
        #expect(batch.enterprises.first?.value.name.en == "Snow, Spring; \"Ltd\"")
    }

    @Test func notesAboveAndBetweenAreNoRows() throws {
        let folder = try ImportFolder()
        try folder.write(
            "enterprises.csv",
            """
            Registration of enterprises 2027,,,
            ,,,
            code,name_en,economy,roles
            E1,Snowspring,CN,brand
            Note: the following registered late and without papers,,,
            E2,Silverfir,RU,brand
            Total,2,,
            """
        )
        let (batch, diagnostics) = folder.read()
        #expect(batch.enterprises.map(\.value.id.code) == ["E1", "E2"])
        #expect(batch.enterprises.map(\.source.row) == [4, 6])
        #expect(diagnostics.map(\.problem) == [.noteRowSkipped, .noteRowSkipped])
        #expect(diagnostics.allSatisfy { $0.severity == .warning })
    }

    /// Looking for a likely word takes a millisecond, and a stranger's file has as many wrong words as it likes.
    @Test func likelyWordsAreLookedForAThousandTimes() throws {
        let folder = try ImportFolder()
        let wrong = ["Chnia"] + (0..<1000).map { "Nowhere\($0)" } + ["Chian", "Chnia"]
        let rows = wrong.enumerated().map { "E\($0),Snowspring,\($1),brand\n" }.joined()
        try folder.write("enterprises.csv", "code,name_en,economy,roles\n" + rows)
        let (_, diagnostics) = folder.read()
        #expect(diagnostics.count == 1003)
        #expect(diagnostics[0].problem == .unknownValue(maybe: "China (CN)"))
        #expect(diagnostics[1001].problem == .unknownValue(maybe: nil))
        // Found before, and remembered.
        #expect(diagnostics[1002].problem == diagnostics[0].problem)
    }

    @Test func everyBadCellIsNamed() throws {
        let folder = try ImportFolder()
        try folder.write(
            "enterprises.csv",
            """
            code,name_en,economy,roles,registered_on,parallel_meetings,languages
            E1,Snowspring,Chnia,brand,2027-01-01,1,zh
            ,Silverfir,CN,brnad,32.01.2027,0,klingonese
            """
        )
        let (batch, diagnostics) = folder.read()
        #expect(batch.enterprises.isEmpty)
        #expect(batch.refusedRows.map(\.row) == [2, 3])
        let found = diagnostics.map { "\($0.row ?? 0) \($0.column ?? "") \($0.value ?? "") \($0.problem)" }
        #expect(found.contains("2 economy Chnia unknownValue(maybe: Optional(\"China (CN)\"))"))
        #expect(found.contains("3 code  missingValue"))
        #expect(found.contains("3 roles brnad unknownValue(maybe: Optional(\"brand\"))"))
        #expect(found.contains("3 registered_on 32.01.2027 invalidDate"))
        #expect(found.contains("3 parallel_meetings 0 outOfRange(1, 99)"))
        #expect(found.contains("3 languages klingonese invalidLanguage"))
        #expect(
            diagnostics[0].words(in: .en)
                == "enterprises.csv, row 2, column “economy”: “Chnia” is unknown. Maybe “China (CN)”?"
        )
        for language in Language.allCases {
            #expect(diagnostics.allSatisfy { !$0.words(in: language).isEmpty })
        }
    }

    @Test(arguments: [
        "2027-05-17", "17.05.2027", "17/05/2027", "2027/5/17", "2027年5月17日", "46524", "2027-05-17 09:30",
    ])
    func datesAreReadAsPeopleWriteThem(text: String) throws {
        let folder = try ImportFolder()
        try folder.write(
            "enterprises.csv",
            "code,name_en,economy,roles,registered_on\nE1,X,CN,brand,\(text)\n"
        )
        #expect(folder.read().batch.enterprises.first?.value.registeredOn.description == "2027-05-17")
    }

    @Test(arguments: [[UInt8](), Array("PK\u{3}\u{4}garbage".utf8), Array("\u{0}\u{1}\u{2}".utf8)])
    func garbageIsReportedAndNothingElse(bytes: [UInt8]) throws {
        let folder = try ImportFolder()
        try folder.write("enterprises.xlsx", bytes: bytes)
        let (batch, diagnostics) = folder.read()
        #expect(batch.enterprises.isEmpty)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.severity == .error)
    }

    @Test(arguments: [
        "code,name_en,economy,roles\nE1,X,CN,brand\n",
        "code,name_en,economy,roles,registered_on\nE1,X,CN,brand,\n",
    ])
    func whoComesWithoutADateIsRegisteredOnTheDayOfTheImport(text: String) throws {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", text)
        let batch = folder.read().batch
        #expect(batch.enterprises.first?.value.registeredOn.description == "2027-04-02")
        #expect(batch.undated.count == (text.contains("registered_on") ? 1 : 0))
    }

    @Test(arguments: ["RU-PRI", "Приморский край"]) func aRegionOfAnotherEconomyIsToldApart(region: String)
        throws
    {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", "code,name_en,economy,region,roles\nE1,X,CN,\(region),brand\n")
        let diagnostics = folder.read().diagnostics
        #expect(diagnostics.map(\.problem) == [.foreignRegion(of: "RU", economy: "CN")])
        let words = diagnostics.map { $0.words(in: .en) }
        #expect(words.allSatisfy { $0.hasSuffix(": “\(region)” is a region of RU, not of CN.") })
    }

    @Test(arguments: ["09:00", "08:30"]) func aSlotThatEndsBeforeItStartsIsTold(ends: String) throws {
        let folder = try ImportFolder()
        try folder.write("slots.csv", "number,date,session,starts,ends\n0,2027-05-17,am,09:00,\(ends)\n")
        let diagnostics = folder.read().diagnostics
        #expect(diagnostics.map(\.problem) == [.notAfter(start: "09:00")])
        #expect(
            diagnostics.first?.words(in: .en).hasSuffix("The end “\(ends)” must be after the start “09:00”.")
                == true
        )
    }

    @Test func columnsAndCellsThatAreNotReadAreNamed() throws {
        let folder = try ImportFolder()
        try folder.write(
            "enterprises.csv",
            "Code,Name (English),Company,Country,Roles,Mood\nE1,X,Y,CN,brand,good\nE2,X,Y,CN,brand,good,,late,later\n"
        )
        let (batch, diagnostics) = folder.read()
        #expect(batch.enterprises.map(\.value.name.en) == ["X", "X"])
        #expect(diagnostics.map(\.severity) == [.warning, .warning, .warning])
        #expect(
            diagnostics.map(\.problem) == [
                .unknownColumn, .duplicateColumn(of: "Name (English)"), .cellWithoutHeader,
            ]
        )
        #expect(diagnostics.map(\.column) == ["Mood", "Company", nil])
        #expect(diagnostics.last?.row == 3 && diagnostics.last?.value == "late")
    }

    @Test func missingColumnIsReportedOnce() throws {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", "code,name_en,economy\nE1,X,CN\nE2,Y,CN\n")
        let diagnostics = folder.read().diagnostics
        #expect(diagnostics.map(\.problem) == [.missingColumn("roles")])
    }

    /// Its people may say later under which it falls; until then it is shown and found.
    @Test func aGoodNeedsNoHSCode() throws {
        let folder = try ImportFolder()
        try folder.write(
            "products.csv",
            "code,enterprise,hs_code,name_en\nP1,E1,,Cheese\nP2,E1,999999,Sweets\n"
        )
        try folder.write("demands.csv", "code,enterprise,hs_prefix,text_en\nD1,E1,,Milk\n")
        let (batch, diagnostics) = folder.read()
        #expect(batch.products.map(\.value.id) == ["P1"] && batch.products.map(\.value.hsCode) == [nil])
        #expect(batch.demands.map(\.value.hsPrefix) == [nil])
        let found = diagnostics.map { "\($0.file) \($0.row ?? 0) \($0.severity) \($0.problem)" }
        #expect(
            found == [
                "demands.csv 2 warning missingHSCode", "products.csv 2 warning missingHSCode",
                "products.csv 3 error invalidHSCode",
            ]
        )
        #expect(Set(Language.allCases.map { diagnostics[0].words(in: $0) }).count == 3)
    }

    @Test func leadingZeroThatExcelDroppedIsPutBack() throws {
        let folder = try ImportFolder()
        try folder.write(
            "products.csv",
            "code,enterprise,hs_code,name_en\nP1,E1,40690,Cheese\nP2,E1,1704.90,Sweets\n"
        )
        #expect(folder.read().batch.products.map(\.value.hsCode?.digits) == ["040690", "170490"])
    }
}
