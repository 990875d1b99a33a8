import FairwayCore
import StoreSQL
import Synchronization
import Testing
import TextAnalysis

@testable import FairwayStore

struct CatalogueSearchTests {
    /// Two firms with goods in one language each.
    private static func data() throws -> ExpoData {
        var data = try ExpoFixture.data()
        let date = try ExpoFixture.date(1)
        func enterprise(_ code: String, _ name: LocalizedText, _ region: String, _ role: Enterprise.Role)
            -> Enterprise
        {
            Enterprise(
                id: .init(code),
                name: name,
                economy: .init(String(region.prefix(2))),
                region: .init(region),
                roles: [role],
                sectors: ["S04"],
                languages: [LanguageTag(region.hasPrefix("CN") ? .zh : .ru)],
                status: .approved,
                registeredOn: date
            )
        }
        data.enterprises += [
            enterprise("S1", LocalizedText(ru: "Сладкий Берег"), "RU-PRI", .manufacturer),
            enterprise("S2", LocalizedText(zh: "哈尔滨冰雪食品"), "CN-HL", .distributor),
        ]
        data.products += [
            Product(
                id: "SP1",
                enterprise: "S1",
                hsCode: HSCode("180690"),
                name: LocalizedText(ru: "Шоколадные конфеты с начинкой"),
                about: LocalizedText(ru: "Конфеты в коробках, без сои"),
                terms: TradeTerms(
                    minimumOrder: MinimumOrder(100, .carton),
                    delivery: DeliveryTerm(.fob, "Владивосток"),
                    certificates: ["ISO 22000", "EAC"],
                    isPrivateLabel: true
                )
            ),
            Product(
                id: "SP2",
                enterprise: "S2",
                hsCode: HSCode("180631"),
                name: LocalizedText(zh: "夹心巧克力")
            ),
            Product(
                id: "SP3",
                enterprise: "S2",
                hsCode: HSCode("150710"),
                name: LocalizedText(zh: "大豆油", en: "Soya-bean oil")
            ),
        ]
        return data
    }

    private static func store() async throws -> TemporaryStore {
        let temporary = try await TemporaryStore()
        try await temporary.store.expo.replaceAll(with: try data(), by: "test")
        try await temporary.store.searchIndex.refresh()
        return temporary
    }

    private func codes(_ text: String, _ search: CatalogueSearch) async throws -> [String] {
        try await search.answer(SearchQuery(text)).hits.map(\.code)
    }

    @Test func findsByWordsInEveryForm() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        #expect(try await codes("шоколадных конфет", search).first == "SP1")
        #expect(try await codes("夹心巧克力", search).first == "SP2")
        #expect(try await codes("SOYA bean oils", search).first == "SP3")
        #expect(try await codes("nothing of the kind", search).isEmpty)
    }

    /// Nobody said under which heading it falls: its words find it, and a list by economy counts it.
    @Test func aGoodWithoutAnHSCodeIsFound() async throws {
        let temporary = try await Self.store()
        var data = try Self.data()
        let name = LocalizedText(ru: "Кедровый сироп")
        data.products.append(Product(id: "SP4", enterprise: "S1", hsCode: nil, name: name))
        try await temporary.store.expo.replaceAll(with: data, by: "test")
        try await temporary.store.searchIndex.refresh()
        let search = try CatalogueSearch(store: temporary.store)
        #expect(try await codes("кедровым сиропом", search) == ["SP4"])
        #expect(try await search.answer(SearchQuery("сироп")).hits.map(\.heading) == [nil])
    }

    /// Whoever asks in one language finds what is said in another, by the heading that the words mean.
    @Test func theHeadingLeadsToOtherLanguages() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(
            store: temporary.store,
            headings: { text, _ in text.contains("chocolate") ? [("1806", 0.9)] : [] },
            headingName: { $0 == "1806" ? LocalizedText(zh: "巧克力", en: "Chocolate") : nil }
        )
        let answer = try await search.answer(SearchQuery("filled chocolates"))
        #expect(Set(answer.hits.map(\.code)).isSuperset(of: ["SP1", "SP2"]))
        #expect(answer.hits.allSatisfy { $0.heading == "1806" && $0.evidence.contains(.heading) })
        #expect(answer.meant.map(\.code) == ["1806"])
    }

    @Test(arguments: ["Хэйлунцзян", "黑龙江", "Heilongjiang", "heilongjiang"])
    func aPlaceIsOneInAllScripts(name: String) async throws {
        let temporary = try await Self.store()
        let answer = try await CatalogueSearch(store: temporary.store).answer(SearchQuery(name))
        #expect(answer.hits.first?.code == "CN-HL")
    }

    @Test func aFirmIsFoundFromOtherScripts() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        #expect(try await codes("Харбин", search).contains("S2"))
        #expect(try await codes("Haerbin", search).contains("S2"))
        #expect(try await codes("Sladkiy", search).contains("S1"))
    }

    @Test func rehearsesWithTheWordsThatThereAre() async throws {
        #expect(try await CatalogueSearch(store: TemporaryStore().store).rehearse() == 0)
        let temporary = try await Self.store()
        let asked = Mutex<[String]>([])
        let search = try CatalogueSearch(
            store: temporary.store,
            vector: { _ in
                Issue.record("a service must not be asked for what nobody searches")
                return nil
            },
            headings: { text, _ in
                asked.withLock { $0.append(text) }
                return []
            }
        )
        let count = try await search.rehearse()
        #expect(count > 5)
        #expect(asked.withLock { Set($0).count } == count)
        #expect(asked.withLock { $0.contains { $0.hasPrefix("шоколад") } })
    }

    /// A text need not have a preposition of the query, and the reader is not shown it.
    @Test func wordsThatNameNothingAreNotAskedFor() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        let plain = try await search.answer(SearchQuery("шоколадные конфеты"))
        let joined = try await search.answer(SearchQuery("конфеты из и для шоколадные"))
        #expect(!plain.hits.isEmpty)
        #expect(joined.hits.map(\.code) == plain.hits.map(\.code))
        #expect(joined.terms == plain.terms)
        #expect(joined.suggestion == nil)
        #expect(!(try await search.answer(SearchQuery("с"))).terms.isEmpty)
    }

    @Test func aTypingErrorIsMended() async throws {
        let temporary = try await Self.store()
        let answer = try await CatalogueSearch(store: temporary.store).answer(SearchQuery("шоколадныи"))
        #expect(answer.hits.contains { $0.code == "SP1" })
        let wrong = try await CatalogueSearch(store: temporary.store).answer(SearchQuery("нащинкой"))
        #expect(wrong.suggestion == "начинкой")
        #expect(wrong.isCorrected)
        #expect(wrong.hits.first?.code == "SP1")
    }

    /// A word that no text of the expo has may still be one, of which the nomenclature knows goods.
    @Test func whatIsAWordIsNoTypingError() async throws {
        let temporary = try await Self.store()
        let plain = try await CatalogueSearch(store: temporary.store).answer(SearchQuery("soyaz"))
        #expect(plain.suggestion != nil)
        let knowing = try CatalogueSearch(
            store: temporary.store,
            headings: { _, _ in [("1806", 0.9)] },
            isWord: { $0.surface == "soyaz" }
        )
        let answer = try await knowing.answer(SearchQuery("soyaz"))
        #expect(answer.suggestion == nil)
        #expect(!answer.isCorrected)
        #expect(Set(answer.hits.map(\.code)).isSuperset(of: ["SP1", "SP2"]))
    }

    /// A model makes something of every word, of a misspelt one, too.
    @Test func whatIsGuessedFromATypingErrorDoesNotKeepIt() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(
            store: temporary.store,
            headings: { text, _ in text == "нащинкой" ? [("1507", 0.9)] : [] }
        )
        let answer = try await search.answer(SearchQuery("нащинкой"))
        #expect(answer.isCorrected)
        #expect(answer.hits.first?.code == "SP1")
        #expect(answer.meant.isEmpty)
        var query = SearchQuery("нащинкой")
        query.isAsTyped = true
        let typed = try await search.answer(query)
        #expect(!typed.isCorrected)
        #expect(typed.suggestion == "начинкой")
        #expect(typed.hits.contains { $0.code == "SP3" })
    }

    @Test func twoSlipsAreNotGuessedFromAnotherLetterOn() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        #expect(try await search.answer(SearchQuery("шоколапнве")).suggestion != nil)
        #expect(try await search.answer(SearchQuery("цоколадные")).suggestion != nil)
        #expect(try await search.answer(SearchQuery("цоколаднве")).suggestion == nil)
    }

    @Test func listsNarrowAndCount() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        var query = SearchQuery("")
        query.kinds = [.product]
        query.facets = [SearchFacet(.economy, "CN"), SearchFacet(.role, "distributor")]
        let answer = try await search.answer(query)
        #expect(answer.hits.map(\.code) == ["SP2", "SP3"])
        #expect(answer.counts[SearchFacet(.region, "CN-HL")] == 2)
        #expect(answer.kinds == [.product: 2])
        query.facets.insert(SearchFacet(.economy, "RU"))
        query.facets.remove(SearchFacet(.role, "distributor"))
        #expect(try await search.answer(query).hits.contains { $0.code == "SP1" })
    }

    /// By terms of trade; a change of terms is found at once.
    @Test func productsAreFoundByTheirTerms() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        func codes(_ facets: Set<SearchFacet>) async throws -> [String] {
            var query = SearchQuery("")
            query.kinds = [.product]
            query.facets = facets
            return try await search.answer(query).hits.map(\.code)
        }
        for facet in [
            SearchFacet(.certificate, "ISO_22000"), SearchFacet(.incoterm, "FOB"), SearchFacet(.moq, "100"),
            SearchFacet(.label, "yes"),
        ] {
            #expect(try await codes([facet]) == ["SP1"], "\(facet.word)")
        }
        #expect(try await codes([SearchFacet(.moq, "1000")]).isEmpty)
        #expect(try await codes([SearchFacet(.certificate, "ISO")]).isEmpty)
        let counts = try await search.answer(SearchQuery("конфеты")).counts
        #expect(counts[SearchFacet(.certificate, "EAC")] == 1 && counts[SearchFacet(.moq, "100")] == 1)
        var present = try #require(try await temporary.store.profiles.draft(of: "S1"))
        present.draft.products[0].terms?.quantity = "5000"
        try await temporary.store.profiles.save(present.draft, of: "S1", version: present.version, by: "test")
        #expect(try await codes([SearchFacet(.moq, "10000")]) == ["SP1"])
    }

    @Test(arguments: [
        (1, "10"), (10, "10"), (11, "100"), (1_000, "1000"), (10_000, "10000"), (10_001, "more"),
    ])
    func minimumOrdersFallIntoRanges(quantity: Int, value: String) throws {
        let facet = SearchFacet(minimumOrder: quantity)
        #expect(facet.value == value)
        let range = try #require(facet.range)
        #expect(range.least <= quantity && quantity <= range.most ?? .max)
    }

    @Test func completesTheLastWord() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        #expect(try await search.completions(of: "конфеты с начи", limit: 3) == ["начинкой"])
    }

    // MARK: - The index follows the store

    @Test func changesAreFoundAtOnce() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        try await temporary.store.database.write(as: "test") { db in
            try db.execute(sql: "UPDATE product SET name_ru = 'Мармелад' WHERE code = 'SP1'")
        }
        #expect(try await codes("мармелад", search) == ["SP1"])
        try await temporary.store.database.write(as: "test") {
            try $0.execute(sql: "DELETE FROM product WHERE code = 'SP1'")
        }
        #expect(try await codes("мармелад", search).isEmpty)
        #expect(try await temporary.store.searchIndex.staleCount() == 0)
    }

    @Test func whoIsNotApprovedIsNotFound() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        try await temporary.store.database.write(as: "test") { db in
            try db.execute(sql: "UPDATE enterprise SET status = 'registered' WHERE code = 'S2'")
        }
        #expect(try await !codes("夹心巧克力", search).contains("SP2"))
        #expect(try await codes("冰雪", search).isEmpty)
    }

    @Test func aRebuildGivesTheSameIndex() async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        let before = try await search.answer(SearchQuery("конфеты"))
        try await temporary.store.searchIndex.empty()
        #expect(try await search.answer(SearchQuery("конфеты")).hits.isEmpty)
        var steps: [Int] = []
        try await temporary.store.searchIndex.refresh(isCancelled: { false }) { done, _ in steps.append(done)
        }
        #expect(steps.last ?? 0 > 0)
        #expect(try await search.answer(SearchQuery("конфеты")).hits == before.hits)
    }

    /// Signs of the query language and hostile texts are words like others.
    @Test(arguments: [
        "\"", "a AND", "NEAR(", "name:", "*", "(", "'; DROP TABLE product; --", "\u{0}", "^a", "-a", "{", "🍫",
    ])
    func noTextBreaksTheSearch(text: String) async throws {
        let temporary = try await Self.store()
        let search = try CatalogueSearch(store: temporary.store)
        #expect(try await search.answer(SearchQuery(text)).total >= 0)
        #expect(try await search.completions(of: text, limit: 3).count <= 3)
        #expect(try await codes("夹心巧克力", search).first == "SP2")
    }
}

struct HighlighterTests {
    private func marked(_ text: String, _ query: String, length: Int = 0) -> [String] {
        let terms = Set(CatalogueSearch.terms(query).map(\.text))
        return Highlighter.pieces(of: text, marking: terms, length: length).filter(\.isMatch).map(\.text)
    }

    @Test func marksEveryFormOfAWord() {
        #expect(marked("Конфеты шоколадные, в коробке", "шоколадных конфет") == ["Конфеты", "шоколадные"])
        #expect(marked("手工夹心巧克力礼盒", "巧克力") == ["巧克力"])
        #expect(marked("Nothing here", "chocolate").isEmpty)
    }

    @Test func piecesAreTheWholeTextInOrder() {
        let text = "Соевое масло, 大豆油 – soya-bean oil, 5 L"
        for query in ["масло", "大豆油", "oil soya", "zzz"] {
            let terms = Set(CatalogueSearch.terms(query).map(\.text))
            #expect(Highlighter.pieces(of: text, marking: terms).map(\.text).joined() == text)
        }
    }

    @Test func aLongTextIsCutAroundTheWord() {
        let text =
            String(repeating: "пусто и ещё немного ", count: 40) + "мармелад "
            + String(repeating: "и снова 空 ", count: 40)
        let pieces = Highlighter.pieces(
            of: text,
            marking: Set(CatalogueSearch.terms("мармелад").map(\.text)),
            length: 200
        )
        #expect(pieces.contains { $0.isMatch && $0.text == "мармелад" })
        #expect(pieces.map(\.text).joined().utf8.count < 320)
        #expect(!pieces.map(\.text).joined().contains("\u{FFFD}"))
    }
}
