import ArgumentParser
import FairwayCore
import FairwayWeb
import Foundation
import Meaning
import Nomenclature

/// `fairway learn-headings`: learns to tell headings by meaning, after the nomenclature or the model has changed.
struct LearnHeadingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn-headings",
        abstract: "Learn to tell HS headings by meaning, from the names and words of the nomenclature.",
        discussion: """
            For those who change the nomenclature (make headings). Without --output what was learnt is put beside the table \
            that this program reads.
            """,
        shouldDisplay: false
    )

    @Option(help: "The file to write.") var output: String?
    @Option(help: "Equal seeds give equal files.") var seed: UInt64 = 1
    @Option(help: "The language of messages: zh, ru or en (default: from $LANG).") var language: Language?
    @OptionGroup var meaning: MeaningOptions

    func run() async throws {
        let (terminal, watch, shown) = (Terminal(), Stopwatch(), language ?? Language.ofTerminal)
        let nomenclature: Nomenclature
        do { nomenclature = try Nomenclature.installed() } catch { throw ClassifyError.nomenclature(error) }
        guard let embedder = try await meaning.settings().open() as? any TextEmbedder else {
            throw ClassifyError.noModelHere
        }
        let lessons = HeadingLessons(nomenclature)
        let learnt = lessons.learn(with: embedder, seed: seed) { share in
            let percent = Int(share * 100)
            terminal.progress(
                shown.pick(zh: "正在学习：\(percent)%", ru: "Обучение: \(percent) %", en: "Learning: \(percent)%")
            )
        }
        let path = output ?? Nomenclature.installedWeightsPath
        try learnt.file.write(to: URL(fileURLWithPath: path), options: .atomic)
        let count = lessons.texts.count
        terminal.note(
            shown.pick(
                zh: "已从 \(count) 条文本学习（\(watch.text)）：\(path)",
                ru: "Обучено на текстах (\(count)) за \(watch.text): \(path)",
                en: "Learnt from \(count) texts (\(watch.text)): \(path)"
            )
        )
    }
}
