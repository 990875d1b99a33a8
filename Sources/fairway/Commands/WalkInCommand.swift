import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway walk-in`: whom an enterprise can meet in the next slots.
struct WalkInCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "walk-in",
        abstract: "Say whom an enterprise could meet at short notice, moving nobody."
    )

    @OptionGroup var store: StoreOptions
    @Argument(help: "The enterprise's code.") var enterprise: String
    @Option(help: "First and last slot, such as 20-21, or a date.") var slots: String
    @Option(
        name: .customLong("run"),
        help: "The run (default: the published one, else the latest).",
        transform: NumberOption.record
    )
    var chosenRun: Int64?
    @Option(help: "Most lines.", transform: NumberOption.whole(0...1_000_000)) var limit = 20

    func run() async throws {
        let target = try store.open()
        guard let id = try await target.publishedRunID(chosenRun) else {
            throw CommandError.noRun
        }
        guard let programme = try await target.programmes.programme(of: id) else {
            throw StoreError.noSuchRun(id)
        }
        let data = try await target.expo.data()
        let numbers = try data.slots(named: slots)
        let range = (numbers.first ?? 0)..<(numbers.last ?? -1) + 1
        let options = try WalkInDesk(programme, data: data).options(for: .init(enterprise), slots: range)
        let names = try await ProgrammeNames(store.messages, in: target)
        for option in options.prefix(limit) {
            let place = option.stand?.code ?? option.hall.map { names.hall($0) } ?? ""
            let interpreter = option.interpreter?.code ?? "–"
            print(
                option.enterprise.code,
                names.enterprise(option.enterprise),
                names.slot(option.slot),
                place,
                interpreter,
                option.weight,
                separator: "\t"
            )
        }
        let counted = CountedNoun.enterprise.counted(options.count, in: store.messages)
        print(
            store.messages.pick(
                zh: "可会面：\(counted)",
                ru: "Можно встретить: \(counted)",
                en: "Could meet \(counted)"
            )
        )
    }
}
