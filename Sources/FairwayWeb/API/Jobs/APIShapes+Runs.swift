import FairwayCore
import FairwayStore
import Workers

/// A run, and whether participants see it.
struct RunView: Sendable {
    var run: Run
    var isPublished: Bool

    init(_ run: Run, published: Run.ID?) {
        self.run = run
        isPublished = run.id == published
    }
}

/// An unplaced request with the names that its reasons are told with.
struct UnplacedView: Sendable {
    var row: UnplacedRow
    var names: RunNames
}

extension APIShapes {
    static let run = APIShape<RunView>(
        "Run",
        [
            .integer("id") { Int($0.run.id) },
            .code("status") { $0.run.status.rawValue },
            .field("isPublished", .boolean, "Whether it is the programme that participants see.") {
                .bool($0.isPublished)
            },
            .field("startedAt", time) { .time($0.run.startedAt) },
            .code("seed", "The same seed and data give the same programme.") { String($0.run.seed) },
            .field("timeLimitSeconds", .number) { .number($0.run.timeLimitSeconds) },
            .field("elapsedSeconds", .number) { .number($0.run.elapsedSeconds) },
            .integer("placed") { $0.run.value.placed },
            .integer("placedWeight") { $0.run.value.placedWeight },
            .integer("breaks") { $0.run.value.breaks },
            .integer("idleSlots", "The length of all breaks in slots.") { $0.run.value.idleSlots },
            .integer("hallChanges") { $0.run.value.hallChanges },
            .field(
                "worstShare",
                .nullable(.number),
                "The lowest share of its asked weight that any participant got, from 0 to 1."
            ) { .optional($0.run.value.worstShare) { .number($0) } },
            .integer("boundWeight", "No programme places more.") { $0.run.bound.placedWeight },
            .field(
                "boundBreaks",
                .nullable(.integer(0...most)),
                "None of this weight has fewer; null: unknown."
            ) { .optional($0.run.bound.breaks) { .integer($0) } },
        ]
    )

    static let explanation = APIShape<(explanation: RunExplanation, names: RunNames)>(
        "RunExplanation",
        [
            .field("scarcities", .list(scarcity.schema, most: nil, isUnique: false)) { value in
                .array(value.explanation.scarcities.map { scarcity.json(($0, value.names)) })
            },
            .field("worstServed", .list(load.schema, most: nil, isUnique: false)) { value in
                .array(value.explanation.worstServed.map(load.json))
            },
        ]
    )

    private static let scarcity = APIShape<(scarcity: ProgrammeScarcity, names: RunNames)>(
        "Scarcity",
        [
            .choice("resource", ["interpreters", "tables", "representatives", "limit"]) {
                $0.scarcity.resource.name
            },
            .integer("added", "How many more persons, tables or meetings.") { $0.scarcity.added },
            .integer("placed", "How many more meetings they give.") { $0.scarcity.placed },
            .integer("placedWeight") { $0.scarcity.placedWeight },
            .integer("weightAtMost", "No programme with them weighs more beyond this one.") {
                $0.scarcity.weightAtMost
            },
            .localized("sentence") { value in
                value.names.said { value.scarcity.words(in: $0, names: $1) }
            },
        ]
    )

    private static let load = APIShape<EnterpriseLoad>(
        "EnterpriseLoad",
        [
            .code("enterprise") { $0.enterprise.code }, .integer("placed") { $0.placed },
            .integer("placedWeight") { $0.placedWeight }, .integer("asked") { $0.asked },
            .integer("askedWeight") { $0.askedWeight },
        ]
    )

    // MARK: - Jobs

    static let newJob = APISchema.named(
        "NewJob",
        .object([
            .required("kind", .choice(jobKinds)),
            .optional(
                "seconds",
                .oneOf(JobService.timeLimits),
                "Of scheduling: how long it may search; \(JobService.usualSeconds) if not said."
            ),
        ])
    )

    static let job = APIShape<JobState>(
        "Job",
        [
            .choice("state", ["idle", "running", "finished", "failed", "cancelled"]) { $0.name },
            .field("kind", .nullable(.choice(jobKinds))) { .optional($0.kind) { .string($0.rawValue) } },
            .field("share", .nullable(.number), "How much of it is done, from 0 to 1.") {
                .optional($0.progress) { .number($0.share) }
            },
            .field("placedWeight", .nullable(.integer(0...most))) {
                .optional($0.progress?.placedWeight) { .integer($0) }
            },
            .field("boundWeight", .nullable(.integer(0...most)), "No programme places more.") {
                .optional($0.progress?.bound) { .integer($0) }
            },
            .field("breaks", .nullable(.integer(0...most))) {
                .optional($0.progress?.breaks) { .integer($0) }
            },
            .localized("reason") { $0.reason },
            .field("result", .nullable(.integer(0...most)), "How many matches, or the number of the run.") {
                .optional($0.result) { .integer($0) }
            },
        ]
    )

    private static let jobKinds = [Job.Kind.match, .schedule].map(\.rawValue)
}

extension ProgrammeScarcity.Resource {
    fileprivate var name: String {
        switch self {
        case .interpreters: "interpreters"
        case .tables: "tables"
        case .representatives: "representatives"
        case .limit: "limit"
        }
    }
}

extension JobState {
    fileprivate var name: String {
        switch self {
        case .idle: "idle"
        case .running: "running"
        case .finished: "finished"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
    }

    fileprivate var kind: Job.Kind? {
        switch self {
        case .idle: nil
        case .running(let kind, _), .finished(let kind, _), .failed(let kind, _), .cancelled(let kind): kind
        }
    }

    /// Why it failed.
    fileprivate var reason: LocalizedText {
        if case .failed(_, let reason) = self { reason } else { LocalizedText() }
    }

    fileprivate var progress: WorkerProgress? {
        if case .running(_, let progress) = self { progress } else { nil }
    }

    fileprivate var result: Int? { if case .finished(_, let result) = self { result } else { nil } }
}
