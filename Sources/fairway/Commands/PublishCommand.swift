import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway publish`: a run becomes the valid programme.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Make a run the valid programme; calendars follow it."
    )

    @OptionGroup var store: StoreOptions
    @Option(name: .customLong("run"), help: "The run (default: the latest).", transform: NumberOption.record)
    var chosenRun: Int64?

    func run() async throws {
        let target = try store.open()
        guard let run = try await target.runID(chosenRun) else {
            throw CommandError.noRun
        }
        let publication = try await target.publications.publish(run, by: store.actor)
        print(
            store.messages.pick(
                zh: "第 \(publication.number) 版日程已发布（编排 \(run)）。",
                ru: "Опубликована программа № \(publication.number) (расчёт \(run)).",
                en: "Published programme \(publication.number) (run \(run))."
            )
        )
    }
}
