import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Scheduling

/// `fairway schedule`: accepted requests become meetings, from the store or from a file.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Make the meeting programme of the accepted requests.",
        discussion:
            "Without --instance it works on the store; with it, on a file (docs/formats/programme-json.md)."
    )

    @OptionGroup var store: StoreOptions
    @Option(help: "A problem as JSON instead of the store.") var instance: String?
    @Option(help: "Where the programme of --instance goes.") var output: String?
    @OptionGroup var engine: EngineOptions
    @Flag(help: "Print every request that was not placed, with its reason.") var listUnplaced = false

    func validate() throws {
        guard (instance == nil) == (output == nil) else {
            throw ValidationError("--instance and --output go together.")
        }
    }

    func run() async throws {
        if let instance, let output {
            try scheduleFile(instance, to: output)
        } else {
            try await scheduleStore()
        }
    }

    private func scheduleFile(_ path: String, to output: String) throws {
        let terminal = Terminal()
        let watch = Stopwatch()
        let instance = try ProgrammeJSON.instance(readingFrom: path)
        let problem = try instance.problem()
        let solution = try Scheduler.solve(
            problem,
            settings: engine.settings,
            share: { watch.seconds / engine.timeLimit },
            report: { show($0.value.placedWeight, $0.weightBound, $0.value.breaks, on: terminal) }
        )
        let (unplaced, scarcities) = instance.explained(
            try Scheduler.explanation(of: solution, in: problem),
            of: problem
        )
        let programme = ProgrammeFile(
            instance: instance,
            solution: solution,
            unplaced: unplaced,
            seconds: watch.seconds
        )
        try ProgrammeJSON.write(programme, to: output)
        terminal.progress("")
        if programme.status == .infeasible {
            print(
                store.messages.pick(
                    zh: "已证明：不存在满足所有条件的日程",
                    ru: "Доказано: программы, отвечающей всем условиям, нет",
                    en: "Proven: no programme keeps all the rules"
                )
            )
        } else {
            printValue(programme.value.placedWeight, programme.bound.placedWeight)
            printTrade(
                from: solution.withoutTolerance,
                weight: programme.value.placedWeight,
                breaks: programme.value.breaks
            )
            printWorst(solution)
            ScarcitySummary(scarcities, names: ProgrammeNames(store.messages), language: store.messages)
                .print()
        }
        print("\(programme.status.rawValue)\t\(output)\t\(watch.text)")
        if listUnplaced {
            programme.unplaced.forEach { print("\($0.id)\t\($0.reason)") }
        }
    }

    private func scheduleStore() async throws {
        let terminal = Terminal()
        let target = try store.open()
        guard try await target.expo.find() != nil else { throw CommandError.noExpo(store.path) }
        let (run, programme, solution) = try await EngineRunner(store: target).schedule(
            engine.settings,
            timeLimitSeconds: engine.timeLimit,
            by: store.actor
        ) { show($0.placedWeight, $0.bound, $0.breaks, on: terminal) }
        terminal.progress("")
        ProgrammeSummary(run: run, programme: programme, language: store.messages).print()
        printWorst(solution)
        printTrade(from: solution.withoutTolerance, weight: run.value.placedWeight, breaks: run.value.breaks)
        let names = try await ProgrammeNames(store.messages, in: target)
        ScarcitySummary(programme.scarcities, names: names, language: store.messages).print()
        if listUnplaced {
            for unplaced in programme.unplaced {
                print("\(unplaced.request)\t\(unplaced.sentence(in: store.messages, names: names))")
            }
        }
    }

    private func show(_ weight: Int, _ bound: Int, _ breaks: Int, on terminal: Terminal) {
        terminal.progress(
            store.messages.pick(
                zh: "已安排权重 \(weight) / 上界 \(bound)，空档 \(breaks)",
                ru: "Размещённый вес \(weight) из не более \(bound), окон \(breaks)",
                en: "placed weight \(weight) of at most \(bound), breaks \(breaks)"
            )
        )
    }

    /// What the tolerated loss of weight bought.
    private func printTrade(from old: SolutionValue?, weight: Int, breaks: Int) {
        guard let old else { return }
        let (given, closed) = (old.placedWeight - weight, old.breaks - breaks)
        print(
            store.messages.pick(
                zh: "以权重 \(given) 换得空档减少 \(closed) 个（\(old.breaks) → \(breaks)）",
                ru: "За вес \(given) закрыто окон: \(closed) (\(old.breaks) → \(breaks))",
                en: "Gave up weight \(given) for \(closed) fewer breaks (\(old.breaks) → \(breaks))"
            )
        )
    }

    /// How much of what they asked for the worst served get, and the most that a programme of this weight can give them.
    private func printWorst(_ solution: ProgrammeSolution) {
        guard let share = solution.value.worstShare, let bound = solution.worstShareBound else { return }
        let (found, most) = (String(format: "%.3f", share), String(format: "%.3f", bound))
        print(
            store.messages.pick(
                zh: "最低满足率 \(found)，同等权重下已证明至多 \(most)",
                ru: "Худшая доля \(found), доказано: при этом весе не более \(most)",
                en: "Worst share \(found), proven at most \(most) at this weight"
            )
        )
    }

    private func printValue(_ weight: Int, _ bound: Int) {
        let gap = bound > 0 ? Double(bound - weight) / Double(bound) * 100 : 0
        let text = String(format: "%.2f", gap)
        print(
            store.messages.pick(
                zh: "已安排权重 \(weight)，已证明上界 \(bound)，差距 \(text) %",
                ru: "Размещённый вес \(weight), доказанная верхняя граница \(bound), разрыв \(text) %",
                en: "Placed weight \(weight), proven upper bound \(bound), gap \(text) %"
            )
        )
    }
}

/// What a run achieved, in words.
struct ProgrammeSummary {
    let run: Run
    let programme: Programme
    let language: Language

    func print() {
        let value = run.value
        let gap =
            run.bound.placedWeight > 0
            ? Double(run.bound.placedWeight - value.placedWeight) / Double(run.bound.placedWeight) * 100 : 0
        let gapText = String(format: "%.2f", gap)
        let time = String(format: "%.1f", run.elapsedSeconds)
        Swift.print(
            language.pick(
                zh: """
                    第 \(run.id) 次编排：安排会面 \(value.placed) 场，未安排 \(programme.unplaced.count) 场（\(time) s）
                    已安排权重 \(value.placedWeight)，已证明上界 \(run.bound.placedWeight)，差距 \(gapText) %
                    空档 \(value.breaks) 个（\(value.idleSlots) 个时段），换馆 \(value.hallChanges) 次
                    """,
                ru: """
                    Расчёт \(run.id): встреч размещено \(value.placed), не размещено \(programme.unplaced.count) (\(time) с)
                    Размещённый вес \(value.placedWeight), доказанная верхняя граница \(run.bound.placedWeight), разрыв \(gapText) %
                    Окон \(value.breaks) (слотов \(value.idleSlots)), переходов между павильонами \(value.hallChanges)
                    """,
                en: """
                    Run \(run.id): \(value.placed) meetings placed, \(programme.unplaced.count) requests not placed (\(time) s)
                    Placed weight \(value.placedWeight), proven upper bound \(run.bound.placedWeight), gap \(gapText) %
                    Breaks \(value.breaks) (\(value.idleSlots) idle slots), hall changes \(value.hallChanges)
                    """
            )
        )
        for (label, count) in reasonCounts {
            Swift.print("  \(count)\t\(label)")
        }
    }

    /// How many requests each kind of reason keeps out, the most frequent first.
    private var reasonCounts: [(label: String, count: Int)] {
        var counts: [String: Int] = [:]
        for unplaced in programme.unplaced {
            counts[unplaced.reason.kindName(in: language), default: 0] += 1
        }
        return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }
}
