import Testing

@testable import Meaning

/// Against the reference's pieces and vectors, which `Golden/make-golden` wrote.
@Suite(.enabled(if: InstalledModel.isThere, InstalledModel.hint))
struct SentenceEncoderTests {
    let encoder: SentenceEncoder

    init() throws {
        encoder = try SentenceEncoder(folder: InstalledModel.folder)
    }

    @Test func cutsTextsAsTheReferenceDoes() throws {
        let golden = try GoldenText.all()
        #expect(golden.count >= 30)
        for line in golden {
            #expect(encoder.pieces(of: line.text) == line.pieces, "\(line.text)")
        }
    }

    @Test func givesTheReferencesVectors() throws {
        let golden = try GoldenText.all()
        var index = VectorIndex(dimension: encoder.model.dimension)
        index.append(encoder.vectors(of: golden.map(\.text)))
        for (row, line) in golden.enumerated() {
            // Bytes instead of numbers cost 0.0002 at most.
            #expect(index.cosines(to: line.vector)[row] > 0.9997, "\(line.text)")
        }
    }

    @Test func saysWhichModelItIs() {
        #expect(encoder.model == EmbeddingModel(name: "use-multilingual-3", version: "0.2.1", dimension: 512))
    }

    @Test func givesVectorsOfLengthOne() {
        let vector = encoder.vector(of: "Древесные пеллеты")
        #expect(vector.count == 512)
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
    }

    @Test func givesATextOneVectorWhateverStandsBesideIt() throws {
        let texts = try GoldenText.all().prefix(12).map(\.text)
        let together = encoder.vectors(of: texts)
        for (row, text) in texts.enumerated() {
            #expect(Array(together[row * 512..<(row + 1) * 512]) == encoder.vector(of: text))
        }
    }

    @Test func givesNothingForATextThatSaysNothing() {
        let vectors = encoder.vectors(of: ["", "рис", " \t\n　"])
        #expect(vectors[..<512].allSatisfy { $0 == 0 })
        #expect(Array(vectors[512..<1024]) == encoder.vector(of: "рис"))
        #expect(vectors[1024...].allSatisfy { $0 == 0 })
    }

    @Test func readsTheBeginningOfAVeryLongText() {
        let long = String(repeating: "大米和面粉 ", count: 2_000)
        let vector = encoder.vector(of: long)
        #expect(vector.allSatisfy { $0.isFinite })
        #expect(encoder.vector(of: long + "хлеб") == vector)
    }

    @Test(arguments: [
        ["葵花籽油", "Подсолнечное масло", "Sunflower oil"],
        ["工业机器人", "Промышленные роботы", "Industrial robots"],
        ["冷冻鱼", "Рыба мороженая", "Frozen fish"],
    ])
    func bringsOneThingInThreeLanguagesTogether(names: [String]) {
        var index = VectorIndex(dimension: 512)
        index.append(encoder.vectors(of: names + ["婚纱摄影", "Налоговая проверка", "A poem on autumn"]))
        for row in names.indices {
            let nearest = index.nearest(to: index.vector(at: row), limit: 3).map(\.row)
            #expect(Set(nearest) == Set(names.indices))
        }
    }

    @Test func answersAsASourceOfVectors() async throws {
        let source: any VectorSource = encoder
        #expect(try await source.vectors(of: ["чай"]) == encoder.vector(of: "чай"))
        let many = (0..<40).map { "чай \($0)" } + [""]
        #expect(try await source.vectors(of: many) == many.flatMap { encoder.vector(of: $0) })
    }
}
