import Dispatch
import FairwayCore
import Synchronization
import Testing

@testable import FairwayStore

/// Names are taken apart once, and what is said of them is what a look at every pair would say.
struct NameIndexTests {
    private static let names = [
        "ООО «Сбер Логистика»", "OOO C6ep Лoгиcтикa", "РОСА", "POCA", "Роса", "ООО «Роса»", "POCA LLC",
        "Омега",
        "Oмега", "Омeга", "Омегa", "Oмeга", "Oмегa", "Омeгa", "Oмeгa", "Сбep", "Гazprom", "Apple", "Αpple",
        "АО",
        "哈尔滨松北星河食品有限公司", "X5 Групп", "Северный ветер", "Северный Ветер", "Амур", "Амуp", "LLC", "Caf\u{E9}",
        "Cafe\u{301}", "Harbor Trading Company", "Harbour Trading Co.",
    ]

    private func data() throws -> ExpoData {
        var data = try ExpoFixture.data()
        let statuses: [Enterprise.Status] = [.registered, .approved, .declined]
        for (index, name) in Self.names.enumerated() {
            var enterprise = try BatchFixture.enterprise(.init("L\(index + 10)"), name)
            enterprise.name.en = index % 3 == 0 ? Self.names[(index * 7) % Self.names.count] : nil
            enterprise.status = statuses[index % 3]
            data.enterprises.append(enterprise)
        }
        return data
    }

    /// Every pair is looked at, and nothing is remembered.
    private func plainWarnings(of own: Enterprise, among all: [Enterprise]) -> [NameWarning] {
        func looks(_ enterprise: Enterprise) -> [(text: String, look: NameLooks)] {
            var reader = NameLooksReader()
            return Language.allCases.compactMap { enterprise.name[$0] }.compactMap { text in
                reader.looks(of: text).map { (text: text, look: $0) }
            }
        }
        let words = Language.allCases.compactMap { own.name[$0] }.flatMap { NameLooks.mixedWords(in: $0) }
        var warnings = NameLooks.warnings(ofMixed: words)
        let wanted = looks(own)
        for other in all where other.id != own.id && warnings.count < NamesByLook.maxWarnings {
            let alike = looks(other).first { one in wanted.contains { one.look.isTakenFor($0.look) } }
            if let alike { warnings.append(.looksLike(other.id, name: alike.text)) }
        }
        return warnings
    }

    @Test func warningsAreThoseOfALookAtEveryPair() async throws {
        let store = try await TemporaryStore(try data()).store
        let all = try await store.expo.data().enterprises.sorted { $0.id < $1.id }
        let expected = all.map { plainWarnings(of: $0, among: all) }
        #expect(expected.contains { $0.count == NamesByLook.maxWarnings })
        let found = try await store.names.warnings(for: all.map { ($0.name, $0.id) })
        #expect(found == expected)
        for (enterprise, warnings) in zip(all, expected) {
            #expect(try await store.names.warnings(for: [(enterprise.name, enterprise.id)]) == [warnings])
        }
    }

    @Test func similarNamesAreThoseOfALookAtEveryPair() async throws {
        let store = try await TemporaryStore(try data()).store
        let all = try await store.expo.data().enterprises.sorted { $0.id < $1.id }
        func likenesses(_ enterprise: Enterprise) -> [NameLikeness] {
            Language.allCases.compactMap { enterprise.name[$0] }.map { NameLikeness($0) }
        }
        let expected = all.map { own in
            let wanted = likenesses(own).filter(\.isTelling)
            let similar = all.filter { other in
                other.id != own.id && likenesses(other).contains { one in wanted.contains { $0.isLike(one) } }
            }
            return similar.prefix(5).map(\.id)
        }
        let found = try await store.names.enterprises(similarTo: all.map { ($0.name, $0.id) })
        #expect(found.map { $0.map(\.id) } == expected)
        #expect(expected.contains { !$0.isEmpty })
    }

    @Test func aNewNameIsSeenAtOnce() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        let wanted = (name: LocalizedText(ru: "POCA"), own: Enterprise.ID?.none)
        #expect(try await store.names.warnings(for: [wanted]) == [[]])
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("L1", "РОСА")])
        _ = try await store.imports.apply(fixture.batch, by: "test", dryRun: false, skipBadRows: false)
        #expect(try await store.names.warnings(for: [wanted]) == [[.looksLike("L1", name: "РОСА")]])
        #expect(try await store.names.suspects().isEmpty)
        _ = try await store.registrations.approve("L1", by: "test")
        #expect(try await store.names.suspects().isEmpty, "nobody else looks so")
        var other = BatchFixture()
        other.add([try BatchFixture.enterprise("L2", "POCA")])
        _ = try await store.imports.apply(other.batch, by: "test", dryRun: false, skipBadRows: false)
        #expect(try await store.names.suspects().map(\.id).contains("L1"))
    }

    @Test func afterOneTakingApartNothingIsTakenApartAnew() throws {
        let names = Self.names.map { LocalizedText(ru: $0, en: $0) }
        let cache = NameTraitsCache()
        _ = cache.traits(of: names, isKept: false)
        #expect(cache.count == 0, "what somebody types is not kept")
        let first = cache.traits(of: names, isKept: true)
        // Composed and decomposed, the same for `String`, are two texts.
        #expect(cache.count == Self.names.count)
        #expect(cache.traits(of: names, isKept: true).count == first.count)
        #expect(cache.count == Self.names.count)
    }

    /// Beyond its limit a cache forgets, and answers as before.
    @Test(arguments: [0, 1, 7, 1000]) func aSmallCacheSaysTheSame(maxTexts: Int) {
        let cache = NameTraitsCache(maxTexts: maxTexts)
        let lists: [[String]] = [Self.names, Self.names.reversed(), Self.names.prefix(5) + Self.names]
        for names in lists {
            let found = cache.traits(of: names.map { LocalizedText(zh: nil, ru: $0, en: nil) }, isKept: true)
            let expected = NameTraits.all(of: names)
            #expect(found.map { $0.map(\.looks?.letters) } == expected.map { [$0.looks?.letters] })
            #expect(found.map { $0.map(\.mixedWords) } == expected.map { [$0.mixedWords] })
            #expect(cache.count <= maxTexts)
        }
    }

    @Test func manyAtOnceGetTheSame() async throws {
        let store = try await TemporaryStore(try data()).store
        let all = try await store.expo.data().enterprises.map { (name: $0.name, own: Optional($0.id)) }
        let found = try await withThrowingTaskGroup(of: [[NameWarning]].self) { group in
            for _ in 0..<8 { group.addTask { try await store.names.warnings(for: all) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found.count == 8 && found.allSatisfy { $0 == found[0] })
    }
}
