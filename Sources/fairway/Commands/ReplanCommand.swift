import ArgumentParser
import FairwayCore
import FairwayStore
import Foundation
import Scheduling

/// `fairway replan`: a programme follows what has changed, with few moves.
struct ReplanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replan",
        abstract: "Bring the programme to what has changed, moving few meetings.",
        discussion: """
            Changes are stored with the expo's data. Without any, the programme follows what was imported since.
            CODE is an enterprise or a delegation; SLOTS are numbers (16-31 or 4,5) or a date.
            """
    )

    @OptionGroup var store: StoreOptions
    @Option(
        name: .customLong("run"),
        help: "The run to start from (default: the published one, else the latest).",
        transform: NumberOption.record
    )
    var chosenRun: Int64?
    @Option(help: "Comes on a date and not before: CODE=DATE.") var late: [String] = []
    @Option(help: "Is gone, altogether or from a date on: CODE or CODE=DATE.") var leaves: [String] = []
    @Option(help: "An interpreter cannot work: CODE=SLOTS.") var ill: [String] = []
    @Option(help: "A hall is closed: CODE=SLOTS.") var close: [String] = []
    @Option(help: "A meeting is off: the code of its request.") var decline: [String] = []
    @Option(help: "A meeting stays where it is: the code of its request.") var lock: [String] = []
    @Option(help: "First slot that is not over or under way.", transform: NumberOption.whole(0...4096))
    var now = 0
    @Flag(help: "Give meetings of the programme up for heavier new ones.") var weightFirst = false
    @Flag(help: "Say what would change and store nothing.") var dryRun = false

    func run() async throws {
        let target = try store.open()
        guard let id = try await target.publishedRunID(chosenRun) else {
            throw CommandError.noRun
        }
        guard let previous = try await target.programmes.programme(of: id) else {
            throw StoreError.noSuchRun(id)
        }
        let startedAt = Date().timeIntervalSince1970
        let watch = Stopwatch()
        var data = try await target.expo.data()
        let edit = try data.apply(try changes(in: data))
        let work = try ProgrammeReplan(previous, data: data)
        let found = try replan(work, concerned: edit.concerned)
        for line in work.words(
            of: found,
            in: store.messages,
            names: try await ProgrammeNames(store.messages, in: target)
        ) {
            print(line)
        }
        print(found.summary(in: store.messages))
        guard !dryRun else { return }
        try await target.expo.apply(edit, by: store.actor)
        let solution = try Scheduler.bounded(found.solution, of: work.plan.problem) { false }
        let programme = work.plan.programme(
            from: solution,
            explanation: try Scheduler.explanation(of: solution, in: work.plan.problem)
        )
        let run = try await target.programmes.save(
            programme,
            seed: 1,
            timeLimitSeconds: 0,
            elapsedSeconds: watch.seconds,
            startedAt: startedAt,
            by: store.actor
        )
        ProgrammeSummary(run: run, programme: programme, language: store.messages).print()
    }

    private func replan(_ work: ProgrammeReplan, concerned: Set<Enterprise.ID>) throws -> Replan {
        let locked = Set(lock.map { MeetingRequest.ID($0) })
        if let unknown = locked.subtracting(work.previous.meetings.map(\.request)).min() {
            throw ExpoChangeError.unknownRequest(unknown.code)
        }
        let settings = Replanner.Settings(keepsBeforeAdding: !weightFirst)
        do {
            return try Replanner.replan(
                work.request(now: now, locked: locked, concerned: concerned),
                settings: settings
            )
        } catch {
            guard case .frozenContradictsProblem(let meeting, let slot) = error else { throw error }
            throw CommandError.frozenMeeting(work.plan.requests[meeting].id.code, slot: slot)
        }
    }

    private func changes(in data: ExpoData) throws -> [ExpoChange] {
        var changes: [ExpoChange] = []
        for text in late {
            let (code, value) = try Self.pair(text)
            changes.append(.lateArrival(code, try Self.date(value)))
        }
        for text in leaves {
            guard text.contains("=") else {
                changes.append(.departure(text, from: nil))
                continue
            }
            let (code, value) = try Self.pair(text)
            changes.append(.departure(code, from: try Self.date(value)))
        }
        for text in ill {
            let (code, value) = try Self.pair(text)
            changes.append(.interpreterAbsence(.init(code), slots: try data.slots(named: value)))
        }
        for text in close {
            let (code, value) = try Self.pair(text)
            changes.append(.hallClosure(.init(code), slots: try data.slots(named: value)))
        }
        return changes + decline.map { .decline(.init($0)) }
    }

    private static func pair(_ text: String) throws -> (code: String, value: String) {
        guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
            throw ExpoChangeError.unreadable(text)
        }
        return (String(text[..<mark]), String(text[text.index(after: mark)...]))
    }

    private static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else { throw CommandError.badDate(text) }
        return date
    }
}
