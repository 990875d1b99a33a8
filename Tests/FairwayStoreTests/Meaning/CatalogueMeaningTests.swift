import FairwayCore
import FairwayStore
import Meaning
import Testing

struct CatalogueMeaningTests {
    private let store: ExpoStore
    private let source = LetterCounter()

    init() async throws {
        store = try await TemporaryStore().store
    }

    private func fill(_ names: [String: LocalizedText]) async throws {
        var data = try ExpoFixture.data()
        let code = data.products[0].hsCode
        data.products = names.keys.sorted().map { id in
            Product(id: Product.ID(id), enterprise: "E1", hsCode: code, name: names[id] ?? LocalizedText())
        }
        data.demands = []
        try await store.expo.replaceAll(with: data, by: "test")
        _ = try await store.vectors.embed(with: source, by: "test")
    }

    @Test func findsEachThingOnceWithItsLikestText() async throws {
        try await fill([
            "P1": LocalizedText(ru: "bbbb", en: "aaaa"), "P2": LocalizedText(en: "aaab"),
            "P3": LocalizedText(en: "cccc"),
        ])
        let catalogue = CatalogueMeaning(store: store)
        #expect(catalogue.guesses(like: LetterCounter.vector("aaaa")).isEmpty)
        try await catalogue.refresh(source.model)
        let guesses = catalogue.guesses(like: LetterCounter.vector("aaaa")).filter { $0.kind == .product }
        #expect(guesses.map(\.code) == ["P1", "P2"])
        #expect(guesses[0].likeness == 1)
        #expect(catalogue.guesses(like: [1, 0]).isEmpty)
    }

    @Test func oneTextMayBelongToSeveral() async throws {
        try await fill(["P1": LocalizedText(en: "aaaa"), "P2": LocalizedText(ru: "aaaa")])
        let catalogue = CatalogueMeaning(store: store)
        try await catalogue.refresh(source.model)
        let guesses = catalogue.guesses(like: LetterCounter.vector("aaaa"), limit: 1)
        #expect(guesses.map(\.code) == ["P1", "P2"])
    }

    @Test func followsTheStore() async throws {
        try await fill(["P1": LocalizedText(en: "aaaa"), "P2": LocalizedText(en: "bbbb")])
        let catalogue = CatalogueMeaning(store: store)
        try await catalogue.refresh(source.model)
        try await fill([
            "P2": LocalizedText(en: "bbbb"), "P4": LocalizedText(en: "aaaa"), "P5": LocalizedText(en: "dddd"),
        ])
        try await catalogue.refresh(source.model)
        func codes(_ text: String) -> [String] {
            catalogue.guesses(like: LetterCounter.vector(text)).filter { $0.likeness == 1 }.map(\.code)
        }
        #expect(codes("aaaa") == ["P4"])
        #expect(codes("bbbb") == ["P2"])
        #expect(codes("dddd") == ["P5"])
    }
}
