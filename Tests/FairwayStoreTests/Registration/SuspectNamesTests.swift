import FairwayCore
import Testing

@testable import FairwayStore

/// Approved companies whose names may be taken for another's, whenever they were given.
struct SuspectNamesTests {
    private func store(_ names: [(String, Enterprise.Status)]) async throws -> ExpoStore {
        var data = try ExpoFixture.data()
        for (index, (name, status)) in names.enumerated() {
            var enterprise = try BatchFixture.enterprise(.init("L\(index)"), name)
            enterprise.status = status
            data.enterprises.append(enterprise)
        }
        return try await TemporaryStore(data).store
    }

    private func codes(_ names: [(String, Enterprise.Status)]) async throws -> [String] {
        try await store(names).names.suspects().map(\.id.code)
    }

    @Test func anApprovedLookalikeIsToldWithWhatItLooksLike() async throws {
        let store = try await store([("ООО «Сбер Логистика»", .approved), ("OOO C6ep Лoгиcтикa", .approved)])
        let suspects = try await store.names.suspects()
        #expect(suspects.map(\.id) == ["L1", "L0"], "what mixes alphabets comes first")
        let original = "ООО «Сбер Логистика»"
        #expect(suspects.first?.warnings.contains(.looksLike("L0", name: original)) == true)
        #expect(suspects.first?.warnings.first == .mixedScripts(word: "Лoгиcтикa"))
        let copy = "OOO C6ep Лoгиcтикa"
        #expect(suspects.last?.warnings == [.looksLike("L1", name: copy)])
    }

    /// A reader of Chinese would else be shown a name that looks like nothing.
    @Test(arguments: Language.allCases) func theNameThatLooksAlikeIsQuoted(language: Language) async throws {
        var data = try ExpoFixture.data()
        var original = try BatchFixture.enterprise("L0", "РОСА")
        original.name = LocalizedText(zh: "洛萨贸易", ru: "РОСА", en: "Dew Trading")
        original.status = .approved
        var copy = try BatchFixture.enterprise("L1", "POCA")
        copy.status = .approved
        data.enterprises += [original, copy]
        let store = try await TemporaryStore(data).store
        let expected = NameWarning.looksLike("L0", name: "РОСА")
        #expect(try await store.names.suspects().first { $0.id == "L1" }?.warnings == [expected])
        #expect(try await store.names.warnings(for: [(copy.name, copy.id)]) == [[expected]])
        #expect(expected.words(in: language).contains(language.quoted("РОСА")))
    }

    @Test(arguments: [
        ("РОСА", "POCA"), ("Омега", "Oмeга"), ("Apple", "Αpple"), ("ООО «Роса»", "POCA LLC"),
        ("Амур", "Амуp"),
    ])
    func bothSidesOfALikenessAreFound(one: String, other: String) async throws {
        #expect(Set(try await codes([(one, .approved), (other, .approved)])) == ["L0", "L1"])
    }

    @Test func whoWaitsOrIsDeclinedIsNotListed() async throws {
        #expect(try await codes([("РОСА", .approved), ("POCA", .registered)]) == ["L0"])
        #expect(try await codes([("РОСА", .approved), ("POCA", .declined)]) == [])
        #expect(try await codes([("Сбep", .registered)]) == [])
    }

    @Test func aWordOfTwoAlphabetsIsToldWithoutALikeness() async throws {
        let suspects = try await store([("Гazprom", .approved)]).names.suspects()
        #expect(suspects.map(\.warnings) == [[.mixedScripts(word: "Гazprom")]])
    }

    @Test func ordinaryAndEqualNamesAreNot() async throws {
        let names = [
            "Северный ветер", "Северный Ветер", "Acme Trading Ltd", "哈尔滨松北星河食品有限公司", "TCL科技", "X5 Групп",
        ]
        #expect(try await codes(names.map { ($0, .approved) }) == [])
    }

    /// Its names in two languages may look like each other.
    @Test func oneselfIsNotAnother() async throws {
        var data = try ExpoFixture.data()
        data.enterprises[0].name = LocalizedText(ru: "РОСА", en: "POCA")
        #expect(try await TemporaryStore(data).store.names.suspects().isEmpty)
    }

    @Test func manyOfOneLookAreTold() async throws {
        let spellings = ["Омега", "Oмега", "Омeга", "Омегa", "Oмeга", "Oмегa", "Омeгa", "Oмeгa"]
        let suspects = try await store(spellings.map { ($0, .approved) }).names.suspects()
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
    @Test func warningsAreThoseOfWhoWaits() async throws {
        let names = ["ООО «Сбер Логистика»", "OOO C6ep Лoгиcтикa", "РОСА", "POCA", "Северный ветер", "Сбep"]
        let store = try await store(names.map { ($0, .approved) })
        let suspects = try await store.names.suspects()
        for enterprise in try await store.expo.data().enterprises {
            let warnings = try await store.names.warnings(for: [(enterprise.name, enterprise.id)])
            #expect(suspects.first { $0.id == enterprise.id }?.warnings ?? [] == warnings.first ?? [])
        }
    }
}
