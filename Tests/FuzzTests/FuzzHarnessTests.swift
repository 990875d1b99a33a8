import Foundation
import FuzzHarnesses
import Testing

/// The short run of what `make fuzz` does for hours: what any bytes do to a reader, they must not end the process.
@Suite("Readers of what comes from outside")
struct FuzzHarnessTests {
    private static let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("FuzzHarnesses/Corpora")

    private static func corpus(_ name: String) throws -> [[UInt8]] {
        let folder = corpora.appendingPathComponent(name).path
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            [UInt8](try #require(FileManager.default.contents(atPath: folder + "/" + file)))
        }
    }

    @Test("each have a corpus", arguments: FuzzHarness.all.map(\.name))
    func corpora(name: String) throws { #expect(try !Self.corpus(name).isEmpty) }

    @Test("survive every file of their corpus", arguments: FuzzHarness.all.map(\.name))
    func replay(name: String) throws {
        let harness = try #require(FuzzHarness.all.first { $0.name == name })
        for file in try Self.corpus(name) { file.withUnsafeBytes(harness.run) }
    }

    @Test("survive seeded mutations of it", arguments: FuzzHarness.all.map(\.name))
    func mutations(name: String) throws {
        let harness = try #require(FuzzHarness.all.first { $0.name == name })
        let small = try Self.corpus(name).filter { $0.count <= 1024 }
        // Another seed tries others; a failure says this one.
        var mutator = FuzzMutator(seed: 16, words: harness.words)
        for _ in 0..<harness.shortRuns {
            mutator.next(from: small, maxLength: harness.maxLength).withUnsafeBytes(harness.run)
        }
    }
}
