import ArgumentParser
import FairwayCore
import FairwayStore
import FairwayWeb
import Foundation
import Meaning

/// `fairway embed`: gives texts the vectors that search and matching by meaning need.
struct EmbedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract: "Give texts their vectors, for search and matching by meaning.",
        discussion: """
            Only texts that have none yet are worked on; a run that is stopped goes on where it was. The server does the \
            same in the background.
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var meaning: MeaningOptions

    func run() async throws {
        let (terminal, watch, language) = (Terminal(), Stopwatch(), store.messages)
        let target = try store.open()
        let settings = try meaning.settings()
        let source = try await settings.open()
        let summary = try await target.vectors.embed(
            with: source,
            and: try SearchSetup.textsToKeep(settings),
            by: store.actor,
            workers: ProcessInfo.processInfo.activeProcessorCount
        ) { progress in
            let (done, total) = (progress.done, progress.total)
            terminal.progress(
                language.pick(
                    zh: "正在分析文本含义：\(done) / \(total)",
                    ru: "Определяется смысл текстов: \(done) / \(total)",
                    en: "Reading what texts mean: \(done) / \(total)"
                )
            )
        }
        terminal.note(Self.words(summary, model: source.model.name, time: watch.text, in: language))
    }

    private static func words(
        _ summary: EmbeddingSummary,
        model: String,
        time: String,
        in language: Language
    ) -> String {
        let (texts, added, removed) = (summary.texts, summary.added, summary.removed)
        return language.pick(
            zh: "文本 \(texts) 条均有向量：新增 \(added)，删除 \(removed)（\(model)，\(time)）。",
            ru:
                "Векторы есть у всех текстов (\(texts)): добавлено \(added), удалено \(removed) (\(model), \(time)).",
            en: "All \(texts) texts have vectors: \(added) added, \(removed) removed (\(model), \(time))."
        )
    }
}
