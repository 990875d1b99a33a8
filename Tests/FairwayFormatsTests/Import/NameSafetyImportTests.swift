import FairwayCore
@testable import FairwayFormats
import Testing
import TextAnalysis

/// Rows with names that deceive are refused with the cell and the character; the others come in, in one form.
struct NameSafetyImportTests {
    private func read(_ name: String, about: String = "x") throws -> (
        batch: ImportBatch, problems: [Diagnostic]
    ) {
        let folder = try ImportFolder()
        let row = "E1,\"\(name)\",\"\(about)\",CN,brand\nE2,Silverfir,x,CN,brand\n"
        try folder.write("enterprises.csv", "code,name_en,about_en,economy,roles\n" + row)
        let (batch, diagnostics) = folder.read()
        return (batch, diagnostics)
    }

    @Test(arguments: [
        "Sb\u{202E}er", "Sb\u{200B}er", "Sb\u{200D}er", "Sber\u{E0041}", "Sber\u{E000}", "Sb\u{AD}er",
    ])
    func aNameThatDeceivesIsADiagnostic(name: String) throws {
        let (batch, problems) = try read(name)
        #expect(batch.enterprises.map(\.value.id) == ["E2"] && problems.count == 1)
        guard case .unsafeText(let flaw)? = problems.first?.problem else {
            Issue.record("\(problems)")
            return
        }
        #expect(problems.first?.row == 2 && problems.first?.column == "name_en")
        for language in Language.allCases {
            #expect(problems.first?.words(in: language).contains(flaw.code) == true)
        }
    }

    /// Letters address contacts by their names; a company may be called as it likes.
    @Test(arguments: [
        ("name_en", "CLAIM AT https://evil.example", "://"), ("name_ru", "Иван WWW.evil.example", "www."),
        ("name_zh", "王芳＠evil.example", "@"),
    ])
    func anAddressInAContactsNameIsADiagnostic(column: String, name: String, mark: String) throws {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", "code,name_en,economy,roles\nE1,X@Y,CN,brand\n")
        try folder.write(
            "representatives.csv",
            "code,enterprise,\(column)\nP1,E1,\(name)\nP2,E1,Anna\n"
        )
        let (batch, problems) = folder.read()
        #expect(batch.enterprises.map(\.value.id) == ["E1"])
        #expect(batch.representatives.map(\.value.id) == ["P2"])
        #expect(problems.map(\.problem) == [.addressInName(mark)])
        #expect(problems.first?.row == 2 && problems.first?.column == column)
        for language in Language.allCases {
            let form = ProfileFlaw(column, .addressInName(mark)).words(in: language)
            #expect(problems.first?.words(in: language).contains(form) == true)
        }
    }

    @Test func spacesAndLineBreaksOfANameAreOneSpaceAndLettersAreComposed() throws {
        let (batch, problems) = try read("Cafe\u{301}\u{A0}Nord\nTrading", about: "one\ntwo 👩‍👩‍👧")
        #expect(problems.isEmpty)
        let first = try #require(batch.enterprises.first?.value)
        #expect(Array((first.name.en ?? "").utf8) == Array("Café Nord Trading".utf8))
        #expect(first.about.en == "one\ntwo 👩‍👩‍👧")
    }

    @Test func namesAreReleasedByAColumnAndOnlyByIt() throws {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", "code,name_en,economy,roles\nE1,X,CN,brand\n")
        try folder.write(
            "representatives.csv",
            "code,enterprise,name_en,Имя открыто\nP1,E1,Anna,да\nP2,E1,Olga,\nP3,E1,Vera,no\nP4,E1,Nina,maybe\n"
        )
        let (batch, problems) = folder.read()
        #expect(batch.representatives.map(\.value.isReleased) == [true, false, false])
        #expect(problems.map(\.row) == [5])
    }
}
