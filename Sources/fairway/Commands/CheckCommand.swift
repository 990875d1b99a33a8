import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore

/// `fairway check`: verifies a programme against the rules, without the engine.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify a programme independently of the engine; exit code 1 when a rule is broken."
    )

    @OptionGroup var store: StoreOptions
    @Option(help: "A problem as JSON; with --programme.") var instance: String?
    @Option(help: "A programme as JSON; with --instance.") var programme: String?
    @Option(
        name: .customLong("run"),
        help: "A run of the store (default: the latest).",
        transform: NumberOption.record
    )
    var chosenRun: Int64?

    func validate() throws {
        guard (instance == nil) == (programme == nil) else {
            throw ValidationError("--instance and --programme go together.")
        }
    }

    func run() async throws {
        let result = try await verdict()
        for violation in result.violations {
            print(violation.words(in: store.messages))
        }
        let value = result.value
        let count = result.violations.count
        print(
            store.messages.pick(
                zh: count == 0 ? "有效，无违规" : "无效，违规 \(count) 处",
                ru: count == 0 ? "Верно, нарушений нет" : "Неверно, нарушений: \(count)",
                en: count == 0 ? "Valid, no violations" : "Not valid, \(count) violations"
            )
        )
        print(
            store.messages.pick(
                zh: "已安排权重 \(value.placedWeight)，会面 \(value.placed) 场，空档 \(value.breaks) 个"
                    + "（\(value.idleSlots) 个时段），换馆 \(value.hallChanges) 次",
                ru: "Размещённый вес \(value.placedWeight), встреч \(value.placed), окон \(value.breaks) "
                    + "(слотов \(value.idleSlots)), переходов между павильонами \(value.hallChanges)",
                en: "Placed weight \(value.placedWeight), \(value.placed) meetings, \(value.breaks) breaks "
                    + "(\(value.idleSlots) idle slots), \(value.hallChanges) hall changes"
            )
        )
        if !result.violations.isEmpty {
            throw ExitCode(1)
        }
    }

    private func verdict() async throws -> (violations: [ProgrammeViolation], value: ProgrammeFile.Value) {
        if let instance, let programme {
            return ProgrammeChecker.check(
                try ProgrammeJSON.programme(readingFrom: programme),
                against: try ProgrammeJSON.instance(readingFrom: instance)
            )
        }
        let target = try store.open()
        guard let run = try await target.runID(chosenRun) else { throw CommandError.noRun }
        guard let stored = try await target.programmes.programme(of: run) else {
            throw StoreError.noSuchRun(run)
        }
        let check = try StoredProgrammeCheck(of: stored, in: try await target.expo.data())
        return (check.violations, check.value)
    }
}
