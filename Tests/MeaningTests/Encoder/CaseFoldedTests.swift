import Meaning
import Testing

struct CaseFoldedTests {
    /// A vector that says which letters a text has.
    private struct Letters: TextEmbedder {
        let model = EmbeddingModel(name: "letters", version: "1", dimension: 1)

        func vectors(of texts: [String]) -> [Float] {
            texts.map { text in Float(text.unicodeScalars.map { Int($0.value) }.reduce(0, +)) }
        }
    }

    @Test(arguments: [
        ("ШОКОЛАДНЫЕ КОНФЕТЫ", "шоколадные конфеты"), ("FROZEN Crab Meat", "frozen crab meat"),
        ("冷冻 XL", "冷冻 xl"),
    ])
    func capitalsMeanWhatSmallLettersDo(capitals: String, small: String) async throws {
        let folded = CaseFolded(Letters())
        #expect(folded.vector(of: capitals) == Letters().vector(of: small))
        let source: any VectorSource = folded
        #expect(try await source.vectors(of: [capitals]) == Letters().vector(of: small))
    }

    /// Stored vectors and what was learnt of texts as they are written must not be used with it.
    @Test func isAModelOfItsOwn() {
        #expect(CaseFolded(Letters()).model != Letters().model)
    }
}
