import Foundation
import Meaning
import Nomenclature
import Testing
import TextAnalysis

/// `hs2022.weights`: what was learnt from the table about the vectors of its texts.
struct LearntHeadingsTests {
    private let nomenclature: Nomenclature
    private let learnt: LabelModel

    init() throws {
        nomenclature = try Nomenclature.installed()
        learnt = try LabelModel(path: Nomenclature.installedWeightsPath)
    }

    @Test func wasLearntFromTheTableAsItIs() {
        #expect(learnt.count == nomenclature.headings.count)
        #expect(learnt.source == nomenclature.fingerprint, "the table has changed: run make headings")
    }

    @Test func theFingerprintChangesWithEachText() throws {
        let table = [
            "18\t可可\tКакао\tCocoa\t豆\tбобы\tbeans", "1806\t巧克力\tШоколад\tChocolate\t糖; 豆\tплитка\tbars",
        ]
        .joined(separator: "\n")
        let fingerprint = try Nomenclature(tsv: table).fingerprint
        #expect(fingerprint.count == 16)
        #expect(try Nomenclature(tsv: table).fingerprint == fingerprint)
        for (old, new) in [("1806", "1805"), ("Шоколад", "шоколад"), ("bars", "bar"), ("糖; 豆", "糖豆")] {
            let changed = table.replacingOccurrences(of: old, with: new)
            #expect(try Nomenclature(tsv: changed).fingerprint != fingerprint, "\(new)")
        }
    }

    /// Texts that say what goods are for, in words that hardly stand in the table.
    @Test(
        .enabled(if: Self.hasModel, "needs the model that scripts/install-model fetches"),
        arguments: [
            ("Teddy bears for toddlers", "9503"), ("Плюшевый мишка для малышей", "9503"),
            ("Footwear for running a marathon", "6404"), ("Gadget for making phone calls on the go", "8517"),
            ("ПЛЮШЕВЫЙ МИШКА ДЛЯ МАЛЫШЕЙ", "9503"), ("FOOTWEAR FOR RUNNING A MARATHON", "6404"),
            ("Hot drink powder from roasted beans", "0901"), ("一壶用来洗衣的液体", "3402"),
        ]
    )
    func meaningFindsWhatIsSaidInOtherWords(text: String, heading: String) throws {
        let encoder = CaseFolded(try SentenceEncoder(folder: Self.folder))
        #expect(learnt.embedding == encoder.model, "the model has changed: run make headings")
        let scores = try #require(learnt.scores(of: encoder.vector(of: text)))
        let best = scores.indices.sorted { scores[$0] > scores[$1] }.prefix(5).map {
            nomenclature.headings[$0].code
        }
        #expect(best.contains(heading), "\(best)")
    }

    private static let folder: String =
        ProcessInfo.processInfo.environment["FAIRWAY_MODEL"]
        ?? (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        .appendingPathComponent("data/model").path

    private static var hasModel: Bool { FileManager.default.fileExists(atPath: folder + "/manifest.json") }
}
