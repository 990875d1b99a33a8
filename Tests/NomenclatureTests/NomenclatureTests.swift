import Foundation
import Nomenclature
import Testing

struct NomenclatureTests {
    private let nomenclature: Nomenclature

    init() throws {
        nomenclature = try Nomenclature.installed()
    }

    private static func codes() throws -> [String] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Data/hs2022-codes.txt"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private var entries: [NomenclatureEntry] { nomenclature.chapters + nomenclature.headings }

    @Test func hasEveryCodeOfHS2022AndNoOther() throws {
        let codes = try Self.codes()
        #expect(nomenclature.chapters.map(\.code) == codes.filter { $0.count == 2 })
        #expect(nomenclature.headings.map(\.code) == codes.filter { $0.count == 4 })
        #expect(nomenclature.chapters.count == 96)
        #expect(nomenclature.headings.count == 1228)
    }

    @Test func namesAreUniqueInEachLanguage() {
        for language in [\Trilingual<String>.zh, \.ru, \.en] {
            let names = Dictionary(grouping: entries) { $0.name[keyPath: language].lowercased() }
            #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
        }
    }

    @Test func everyEntryIsRichInEachLanguage() {
        for entry in entries {
            let least = entry.isHeading ? 8 : 5
            for words in entry.words.all {
                #expect(words.count >= least, "\(entry.code) has \(words.count) words")
            }
            for text in entry.name.all + entry.words.all.flatMap({ $0 }) {
                #expect(!text.isEmpty && text.first != " " && text.last != " ", "\(entry.code)")
            }
        }
    }

    @Test func noLanguageCopiesAnother() {
        for entry in entries {
            #expect(Set(entry.name.all).count == 3, "\(entry.code)")
            #expect(entry.words.zh != entry.words.en && entry.words.ru != entry.words.en, "\(entry.code)")
        }
    }

    @Test func eachLanguageKeepsToItsScript() {
        for entry in entries {
            let zh = ([entry.name.zh] + entry.words.zh).joined()
            let ru = ([entry.name.ru] + entry.words.ru).joined()
            let en = ([entry.name.en] + entry.words.en).joined()
            #expect(
                !(zh + en).unicodeScalars.contains { (0x400...0x4FF).contains($0.value) },
                "\(entry.code)"
            )
            #expect(
                !(ru + en).unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) },
                "\(entry.code)"
            )
            #expect(
                entry.name.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                "\(entry.code)"
            )
            #expect(
                entry.name.ru.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) },
                "\(entry.code)"
            )
        }
    }

    @Test(arguments: [
        ("18", true), ("1806", true), ("180632", true), ("1806321000", true), ("77", false), ("1899", false),
        ("18063", false),
        ("180", false), ("99", false), ("18o6", false), ("", false),
    ])
    func acceptsByShapeAndHeading(code: String, isAccepted: Bool) {
        #expect(nomenclature.accepts(code) == isAccepted)
    }

    @Test func namesTheRowOfAMistake() {
        let row = "18\t可可\tКакао\tCocoa\t可可\tкакао\tcocoa\n"
        #expect(throws: NomenclatureError.columns(row: 2, found: 1)) { try Nomenclature(tsv: row + "1806") }
        #expect(throws: NomenclatureError.codeTwice(row: 2, code: "18")) { try Nomenclature(tsv: row + row) }
        #expect(throws: NomenclatureError.badCode(row: 1, code: "1x")) {
            try Nomenclature(tsv: "1x" + row.dropFirst(2))
        }
        #expect(throws: NomenclatureError.empty(row: 1, column: 3)) {
            try Nomenclature(tsv: "18\t可可\t\tCocoa\ta\tb\tc")
        }
        #expect(throws: NomenclatureError.empty(row: 1, column: 7)) {
            try Nomenclature(tsv: "18\t可可\tК\tCocoa\ta\tb\t; ")
        }
        #expect(throws: NomenclatureError.noChapter(code: "1906")) {
            try Nomenclature(tsv: row + "1906" + row.dropFirst(2))
        }
        #expect(throws: NomenclatureError.missing("/nowhere")) { try Nomenclature.installed(at: "/nowhere") }
    }
}
