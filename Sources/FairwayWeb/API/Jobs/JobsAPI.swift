import FairwayCore
import FairwayStore
import HTTPTypes

/// The engines: start matching or scheduling, watch how far it is, and look at what came of it.
struct JobsAPI: Sendable {
    let store: ExpoStore
    let jobs: JobService

    var endpoints: [APIEndpoint] {
        [
            .post(
                "/jobs",
                .organiser,
                .organiser,
                "startJob",
                "Starts matching or scheduling; one job runs at a time.",
                .json(APIShapes.newJob, example: ["kind": "schedule", "seconds": 5]),
                APIShapes.job.schema,
                status: .accepted,
                [],
                start
            ).keyed(in: store),
            .get(
                "/jobs/current",
                .organiser,
                .organiser,
                "getJob",
                "How far the job is that runs, or what came of the last one.",
                APIShapes.job.schema
            ) { _ in APIAnswer(APIShapes.job.json(try await jobs.state())) },
            .delete(
                "/jobs/current",
                .organiser,
                .organiser,
                "cancelJob",
                "Cancels the job that runs; nothing of it is stored.",
                APIShapes.done.schema
            ) {
                APIAnswer(APIShapes.done.json(try await jobs.cancel(by: $0.context.actor) ? 1 : 0))
            },
            .get("/runs/{run}", .organiser, .organiser, "getRun", "A run.", APIShapes.run.schema) {
                let published = try await store.publications.latest()?.run
                return APIAnswer(APIShapes.run.json(RunView(try await run($0), published: published)))
            },
            .list(
                "/runs/{run}/meetings",
                .organiser,
                .organiser,
                "listRunMeetings",
                "The meetings of a run, published or not, by slot.",
                of: APIShapes.meeting,
                [],
                meetings
            ),
            .list(
                "/runs/{run}/unplaced",
                .organiser,
                .organiser,
                "listRunUnplaced",
                "The requests that a run has no place for, the weightiest first, with reason and remedy.",
                of: APIShapes.unplaced,
                [],
                unplaced
            ),
            .get(
                "/runs/{run}/explanation",
                .organiser,
                .organiser,
                "getRunExplanation",
                "What is scarce in a run's programme, and who is served worst.",
                APIShapes.explanation.schema,
                [],
                explain
            ),
        ]
    }

    private func start(_ request: APIRequest) async throws -> APIAnswer {
        let seconds = request.body["seconds"]?.integer ?? JobService.usualSeconds
        let actor = request.context.actor
        let isMatch = request.body["kind"]?.text == Job.Kind.match.rawValue
        let isStarted =
            isMatch ? try await jobs.match(by: actor) : try await jobs.schedule(seconds: seconds, by: actor)
        guard isStarted else { throw APIProblem(.jobRunning) }
        return APIAnswer(APIShapes.job.json(try await jobs.state()), status: .accepted)
    }

    private func run(_ request: APIRequest) async throws -> Run {
        guard let id = RecordNumber.read(request.code("run")), let run = try await store.programmes.run(id)
        else {
            throw APIProblem(.notFound)
        }
        return run
    }

    private func meetings(_ request: APIRequest) async throws -> APIPage<ScheduledMeeting> {
        let run = try await run(request).id
        let last = try request.cursor(parts: 2).map { key in
            guard let slot = Int(key[0], in: Slot.numberRange) else { throw APIProblem(.unknownCursor) }
            return (slot, key[1])
        }
        let found = try await store.programmes.meetings(run: run, after: last, limit: request.limit + 1)
        return APIPage(upTo: request.limit, of: found) { ["\($0.meeting.slot)", $0.meeting.request.code] }
    }

    /// The unplaced of a run never change, so their number is where a page begins.
    private func unplaced(_ request: APIRequest) async throws -> APIPage<UnplacedView> {
        let run = try await run(request).id
        let start = try request.cursor().map { key in
            guard let start = ListPosition.read(key[0]) else { throw APIProblem(.unknownCursor) }
            return start
        }
        let found = try await store.programmes.unplaced(
            run: run,
            offset: start ?? 0,
            limit: request.limit + 1
        ).rows
        let names = try await RunNames(store)
        return APIPage(upTo: request.limit, of: found.map { UnplacedView(row: $0, names: names) }) { _ in
            ["\((start ?? 0) + request.limit)"]
        }
    }

    private func explain(_ request: APIRequest) async throws -> APIAnswer {
        let explanation = try await store.programmes.explanation(of: run(request).id)
        return APIAnswer(APIShapes.explanation.json((explanation, try await RunNames(store))))
    }
}
