import FairwayCore
import Testing

struct PersonNameTests {
    @Test(arguments: [
        (PersonName(family: "李", given: "伟"), NameScript.han, "李伟"),
        (PersonName(family: "Ли", given: "Анна", patronymic: "Петровна"), .cyrillic, "Анна Петровна Ли"),
        (PersonName(family: "Ли", given: "Анна"), .cyrillic, "Анна Ли"),
        (PersonName(family: "Lee", given: "Ann"), .latin, "Ann Lee"),
        (PersonName(given: "Suharto"), .latin, "Suharto"), (PersonName(family: "欧阳"), .han, "欧阳"),
        (PersonName(family: "Lee", given: "Ann", display: "Lee Ann"), .latin, "Lee Ann"),
    ])
    func isPutTogetherAsItsReadersExpect(name: PersonName, script: NameScript, full: String) {
        #expect(name.full(in: script) == full)
    }

    @Test func nothingIsForced() {
        #expect(PersonName().full(in: .han) == nil)
        #expect(PersonName(family: "", display: "").isEmpty)
        #expect(PersonNames().displayed.isEmpty)
    }

    @Test(arguments: [
        ("李伟", NameScript.han), ("Анна Ли", .cyrillic), ("Ann Lee", .latin), ("김영희", .latin), ("  ", .latin),
    ])
    func aNameIsPutUnderItsScript(text: String, script: NameScript) {
        #expect(PersonNames(display: text)[script].display == text)
    }

    @Test func partsThatNoLongerFitWhatIsShownGiveWay() {
        var names = PersonNames()
        names.cyrillic = PersonName(family: "Ли", given: "Анна")
        let kept = names.reconciled(with: LocalizedText(ru: "Анна Ли"))
        #expect(kept == names)
        let renamed = names.reconciled(with: LocalizedText(ru: "Анна Ким"))
        #expect(renamed.cyrillic == PersonName(display: "Анна Ким"))
    }
}
