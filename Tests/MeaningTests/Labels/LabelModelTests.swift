import Foundation
import Testing

@testable import Meaning

/// Texts around a direction of each label, with noise.
private struct Clouds {
    let vectors: [Float]
    let labels: [Int]

    static let dimension = 24
    static let embedding = EmbeddingModel(name: "clouds", version: "1", dimension: dimension)

    /// - Parameter noise: Length of what is added to each direction, which has length 1.
    init(labels count: Int, texts: Int, noise: Float, seed: UInt64, draw: UInt64 = 1) {
        var axes = SplitMix(seed: seed)
        let directions = (0..<count).map { _ in axes.numbers(Self.dimension) }
        var random = SplitMix(seed: seed &+ draw &* 1_000_003)
        var vectors: [Float] = []
        labels = (0..<texts).map { $0 % count }
        for label in labels {
            let error = random.numbers(Self.dimension)
            vectors += zip(directions[label], error).map { $0 + noise * $1 }
        }
        self.vectors = vectors
    }

    func vector(_ text: Int) -> [Float] {
        Array(vectors[text * Self.dimension..<(text + 1) * Self.dimension])
    }

    func model(labels count: Int, seed: UInt64 = 1) -> LabelModel {
        var trainer = LabelTrainer()
        trainer.batch = 32
        return trainer.model(
            of: vectors,
            labels: labels,
            count: count,
            from: Self.embedding,
            source: "clouds",
            seed: seed
        )
    }

    func accuracy(of model: LabelModel) throws -> Double {
        let right = try labels.indices.count { text in
            let scores = try #require(model.scores(of: vector(text)))
            return scores.indices.max { scores[$0] < scores[$1] } == labels[text]
        }
        return Double(right) / Double(labels.count)
    }
}

struct LabelModelTests {
    /// Numbers of labels that fill the kernels' width and that do not.
    @Test(arguments: [2, 8, 13])
    func tellsLabelsOfTextsThatItHasNotSeen(count: Int) throws {
        let model = Clouds(labels: count, texts: 40 * count, noise: 0.8, seed: 5).model(labels: count)
        let unseen = Clouds(labels: count, texts: 20 * count, noise: 0.8, seed: 5, draw: 2)
        #expect(try unseen.accuracy(of: model) > 0.9)
        // What it was not taught it does not know.
        let others = Clouds(labels: count, texts: 20 * count, noise: 0.8, seed: 6)
        #expect(try others.accuracy(of: model) < 0.9)
    }

    /// Two labels that share most of their direction: their means hardly differ, what was learnt does.
    @Test func learnsMoreThanTheMeans() throws {
        let few = Clouds(labels: 6, texts: 1_200, noise: 2, seed: 9)
        var trainer = LabelTrainer()
        trainer.batch = 32
        trainer.passes = 0
        let means = trainer.model(
            of: few.vectors,
            labels: few.labels,
            count: 6,
            from: Clouds.embedding,
            source: "clouds",
            seed: 1
        )
        #expect(try few.accuracy(of: few.model(labels: 6)) > few.accuracy(of: means))
    }

    @Test func isTheSameForTheSameSeed() {
        let clouds = Clouds(labels: 5, texts: 300, noise: 1, seed: 3)
        #expect(clouds.model(labels: 5, seed: 7) == clouds.model(labels: 5, seed: 7))
        #expect(clouds.model(labels: 5, seed: 7) != clouds.model(labels: 5, seed: 8))
    }

    @Test func saysNothingAboutATextThatSaysNothing() {
        let model = Clouds(labels: 3, texts: 30, noise: 0.5, seed: 2).model(labels: 3)
        #expect(model.scores(of: [Float](repeating: 0, count: Clouds.dimension)) == nil)
    }

    @Test func isReadAsItWasWritten() throws {
        let model = Clouds(labels: 7, texts: 70, noise: 0.5, seed: 4).model(labels: 7)
        try withFile(try model.file) { path in
            let read = try LabelModel(path: path)
            #expect(read == model)
        }
    }

    @Test func refusesAFileThatIsNotWhole() throws {
        let whole = try Clouds(labels: 7, texts: 70, noise: 0.5, seed: 4).model(labels: 7).file
        let end = try #require(whole.firstIndex(of: UInt8(ascii: "\n")))
        var notANumber = whole
        notANumber.replaceSubrange(end + 1..<end + 5, with: [0, 0, 0xC0, 0x7F])
        let later = String(decoding: whole[..<end], as: UTF8.self)
            .replacingOccurrences(of: "\"format\":1", with: "\"format\":2")
        let huge = String(decoding: whole[..<end], as: UTF8.self)
            .replacingOccurrences(of: "\"labels\":7", with: "\"labels\":9223372036854775807")
        for bad in [
            Data(), Data("no model".utf8), whole.dropLast(), whole + [0], notANumber,
            Data(later.utf8) + whole[end...],
            Data(huge.utf8) + whole[end...],
        ] {
            try withFile(Data(bad)) { path in
                let error = #expect(throws: ModelError.self) { try LabelModel(path: path) }
                #expect(error?.description.contains(path) == true)
            }
        }
        #expect(throws: ModelError.self) { try LabelModel(path: "/nowhere/hs2022.weights") }
    }

    private func withFile(_ data: Data, _ body: (String) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).weights")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try body(file.path)
    }
}
