import FairwayCore
@testable import FairwayStore
import Foundation
import Meaning
import Synchronization
import Testing

/// Vectors that say how many letters of each kind a text has, and a list of what was asked.
final class LetterCounter: VectorSource {
    let model: EmbeddingModel
    private let questions = Mutex<[[String]]>([])
    private let mostQuestions: Int

    init(version: String = "1", mostQuestions: Int = .max) {
        model = EmbeddingModel(name: "letters", version: version, dimension: 8)
        self.mostQuestions = mostQuestions
    }

    struct Refusal: Error {}

    var asked: [String] { questions.withLock { $0.flatMap { $0 } } }

    func vectors(of texts: [String]) throws -> [Float] {
        try questions.withLock { questions in
            guard questions.count < mostQuestions else { throw Refusal() }
            questions.append(texts)
        }
        return texts.flatMap(Self.vector)
    }

    static func vector(_ text: String) -> [Float] {
        var counts = [Float](repeating: 0, count: 8)
        for scalar in text.unicodeScalars { counts[Int(scalar.value % 8)] += 1 }
        let length = counts.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return counts.map { length > 0 ? $0 / length : 0 }
    }
}

struct EmbeddingTests {
    private let store: ExpoStore

    init() async throws {
        store = try await TemporaryStore().store
    }

    private func fill(products: Int) async throws {
        var data = try ExpoFixture.data()
        data.products = (0..<products).map { number in
            Product(
                id: Product.ID("P\(number)"),
                enterprise: "E1",
                hsCode: data.products[0].hsCode,
                name: LocalizedText(zh: "产品\(number)", ru: "Товар \(number)", en: number == 0 ? nil : "Goods")
            )
        }
        data.demands = []
        try await store.expo.replaceAll(with: data, by: "test")
    }

    @Test func givesEveryTextOneVector() async throws {
        try await fill(products: 200)
        let source = LetterCounter()
        let progress = Mutex<[EmbeddingProgress]>([])
        let summary = try await store.vectors.embed(with: source, by: "test", workers: 2) { step in
            progress.withLock { $0.append(step) }
        }
        // 200 in Chinese, 200 in Russian, one in English, and what one enterprise says of itself.
        #expect(summary == EmbeddingSummary(texts: 402, added: 402, removed: 0))
        #expect(Set(source.asked).count == 402 && source.asked.count == 402)
        let steps = progress.withLock { $0 }
        #expect(steps.first == EmbeddingProgress(done: 0, total: 402))
        #expect(steps.last == EmbeddingProgress(done: 402, total: 402))
        #expect(steps.map(\.done) == steps.map(\.done).sorted())
        #expect(try await store.vectors.counts() == [source.model: 402])
    }

    @Test func findsAVectorByItsText() async throws {
        try await fill(products: 3)
        let source = LetterCounter()
        _ = try await store.vectors.embed(with: source, by: "test")
        let expected = LetterCounter.vector("Товар 2")
        let found = try await store.vectors.vectors(of: ["Товар 2", "Никакой"], by: source.model)
        #expect(try zip(#require(found[0]), expected).allSatisfy { abs($0 - $1) < 1e-3 })
        #expect(found[1] == nil)
        let all = try await store.vectors.all(of: source.model)
        #expect(all.index.count == 8)
        let row = try #require(all.row(of: "Товар 2"))
        #expect(all.index.nearest(to: expected, limit: 1).first?.row == row)
        #expect(all.vector(of: "Никакой") == nil)
    }

    @Test func asksForNothingTwice() async throws {
        try await fill(products: 3)
        _ = try await store.vectors.embed(with: LetterCounter(), by: "test")
        let change = try await store.auditLog.changeNumber()
        let again = LetterCounter()
        let summary = try await store.vectors.embed(with: again, by: "test")
        #expect(summary == EmbeddingSummary(texts: 8, added: 0, removed: 0))
        #expect(again.asked.isEmpty)
        // Nothing done is nothing to log.
        #expect(try await store.auditLog.changeNumber() == change)
    }

    @Test func followsATextThatChanges() async throws {
        try await fill(products: 3)
        _ = try await store.vectors.embed(with: LetterCounter(), by: "test")
        let change = try await store.auditLog.changeNumber()
        #expect(try await !store.vectors.hasTextChanges(since: change))
        try await fill(products: 2)
        #expect(try await store.vectors.hasTextChanges(since: change))
        let source = LetterCounter()
        let summary = try await store.vectors.embed(with: source, by: "test")
        #expect(summary == EmbeddingSummary(texts: 6, added: 0, removed: 2))
        #expect(try await store.vectors.vectors(of: ["Товар 2"], by: source.model) == [nil])
    }

    @Test func keepsWhatWasReadyWhenARunFails() async throws {
        try await fill(products: 200)
        await #expect(throws: LetterCounter.Refusal.self) {
            try await store.vectors.embed(with: LetterCounter(mostQuestions: 2), by: "test")
        }
        let model = LetterCounter().model
        #expect(try await store.vectors.counts() == [model: 256])
        #expect(try await store.vectors.missingCount(by: model) == 146)
        let source = LetterCounter()
        let summary = try await store.vectors.embed(with: source, by: "test")
        #expect(summary.added == 146 && source.asked.count == 146)
    }

    @Test func stopsWhenItIsCancelled() async throws {
        try await fill(products: 3)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await store.vectors.embed(with: LetterCounter(), by: "test")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await store.vectors.counts().values.reduce(0, +) == 0)
    }

    @Test func leavesNoVectorOfAnotherModel() async throws {
        try await fill(products: 3)
        _ = try await store.vectors.embed(with: LetterCounter(version: "1"), by: "test")
        let newer = LetterCounter(version: "2")
        let summary = try await store.vectors.embed(with: newer, by: "test")
        #expect(summary == EmbeddingSummary(texts: 8, added: 8, removed: 8))
        #expect(try await store.vectors.counts() == [newer.model: 8])
        #expect(try await store.vectors.all(of: LetterCounter(version: "1").model).index.count == 0)
    }

    @Test func keepsTextsOfOthersToo() async throws {
        try await fill(products: 1)
        let source = LetterCounter()
        let others = ["Масло", "", "Товар 0", "Масло"]
        let summary = try await store.vectors.embed(with: source, and: others, by: "test")
        #expect(summary == EmbeddingSummary(texts: 4, added: 4, removed: 0))
        #expect(try await store.vectors.vectors(of: ["Масло"], by: source.model)[0] != nil)
        #expect(try await store.vectors.embed(with: source, by: "test").removed == 1)
    }

    @Test func keepsHalfPrecisionExactToItsLastBit() throws {
        let vector: [Float] = [1, -0.5, 0, 0.0412, -0.000_061, 1 / 3]
        let back = try #require(HalfPrecision.vector(HalfPrecision.data(vector[...]), dimension: 6))
        #expect(zip(vector, back).allSatisfy { abs($0 - $1) <= abs($0) / 2048 + 1e-7 })
        #expect(HalfPrecision.vector(Data([0, 0x3C]), dimension: 1) == [1])
        #expect(HalfPrecision.vector(Data([0, 0x7C]), dimension: 1) == nil)
        #expect(HalfPrecision.vector(Data([0]), dimension: 1) == nil)
    }
}
