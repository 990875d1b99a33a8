import FairwayCore
import Testing

@testable import FairwayStore

/// Approved companies whose names may be taken for another's, whenever they were given.
struct SuspectNamesTests {
    private func store(_ names: [(String, Enterprise.Status)]) throws -> ExpoStore {
        var data = try ExpoFixture.data()
        for (index, (name, status)) in names.enumerated() {
            var enterprise = try BatchFixture.enterprise(.init("L\(index)"), name)
            enterprise.status = status
            data.enterprises.append(enterprise)
        }
        return try TemporaryStore(data).store
    }

    private func codes(_ names: [(String, Enterprise.Status)]) throws -> [String] {
        try store(names).suspectNames().map(\.id.code)
    }

    @Test func anApprovedLookalikeIsToldWithWhatItLooksLike() throws {
        let store = try store([("ООО «Сбер Логистика»", .approved), ("OOO C6ep Лoгиcтикa", .approved)])
        let suspects = try store.suspectNames()
        #expect(suspects.map(\.id) == ["L1", "L0"], "what mixes alphabets comes first")
        let original = "ООО «Сбер Логистика»"
        #expect(suspects.first?.warnings.contains(.looksLike("L0", name: original)) == true)
        #expect(suspects.first?.warnings.first == .mixedScripts(word: "Лoгиcтикa"))
        let copy = "OOO C6ep Лoгиcтикa"
        #expect(suspects.last?.warnings == [.looksLike("L1", name: copy)])
    }

    /// A reader of Chinese would else be shown a name that looks like nothing.
    @Test(arguments: Language.allCases) func theNameThatLooksAlikeIsQuoted(language: Language) throws {
        var data = try ExpoFixture.data()
        var original = try BatchFixture.enterprise("L0", "РОСА")
        original.name = LocalizedText(zh: "洛萨贸易", ru: "РОСА", en: "Dew Trading")
        original.status = .approved
        var copy = try BatchFixture.enterprise("L1", "POCA")
        copy.status = .approved
        data.enterprises += [original, copy]
        let store = try TemporaryStore(data).store
        let expected = NameWarning.looksLike("L0", name: "РОСА")
        #expect(try store.suspectNames().first { $0.id == "L1" }?.warnings == [expected])
        #expect(try store.nameWarnings(for: [(copy.name, copy.id)]) == [[expected]])
        #expect(expected.words(in: language).contains(language.quoted("РОСА")))
    }

    @Test(arguments: [
        ("РОСА", "POCA"), ("Омега", "Oмeга"), ("Apple", "Αpple"), ("ООО «Роса»", "POCA LLC"),
        ("Амур", "Амуp"),
    ])
    func bothSidesOfALikenessAreFound(one: String, other: String) throws {
        #expect(Set(try codes([(one, .approved), (other, .approved)])) == ["L0", "L1"])
    }

    @Test func whoWaitsOrIsDeclinedIsNotListed() throws {
        #expect(try codes([("РОСА", .approved), ("POCA", .registered)]) == ["L0"])
        #expect(try codes([("РОСА", .approved), ("POCA", .declined)]) == [])
        #expect(try codes([("Сбep", .registered)]) == [])
    }

    @Test func aWordOfTwoAlphabetsIsToldWithoutALikeness() throws {
        let suspects = try store([("Гazprom", .approved)]).suspectNames()
        #expect(suspects.map(\.warnings) == [[.mixedScripts(word: "Гazprom")]])
    }

    @Test func ordinaryAndEqualNamesAreNot() throws {
        let names = [
            "Северный ветер", "Северный Ветер", "Acme Trading Ltd", "哈尔滨松北星河食品有限公司", "TCL科技", "X5 Групп",
        ]
        #expect(try codes(names.map { ($0, .approved) }) == [])
    }

    /// Its names in two languages may look like each other.
    @Test func oneselfIsNotAnother() throws {
        var data = try ExpoFixture.data()
        data.enterprises[0].name = LocalizedText(ru: "РОСА", en: "POCA")
        #expect(try TemporaryStore(data).store.suspectNames().isEmpty)
    }

    @Test func manyOfOneLookAreTold() throws {
        let spellings = ["Омега", "Oмега", "Омeга", "Омегa", "Oмeга", "Oмегa", "Омeгa", "Oмeгa"]
        let suspects = try store(spellings.map { ($0, .approved) }).suspectNames()
        #expect(suspects.count == spellings.count)
        for suspect in suspects {
            #expect(suspect.warnings.count <= NamesByLook.maxWarnings)
            #expect(
                suspect.warnings.contains { warning in
                    if case .looksLike(let other, _) = warning { other != suspect.id } else { false }
                }
            )
        }
    }

    /// The same answer as for names that wait.
    @Test func warningsAreThoseOfWhoWaits() throws {
        let names = ["ООО «Сбер Логистика»", "OOO C6ep Лoгиcтикa", "РОСА", "POCA", "Северный ветер", "Сбep"]
        let store = try store(names.map { ($0, .approved) })
        let suspects = try store.suspectNames()
        for enterprise in try store.expoData().enterprises {
            let warnings = try store.nameWarnings(for: [(enterprise.name, enterprise.id)])
            #expect(suspects.first { $0.id == enterprise.id }?.warnings ?? [] == warnings.first ?? [])
        }
    }
}
