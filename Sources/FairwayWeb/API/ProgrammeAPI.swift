import FairwayCore
import FairwayStore
import HTTPTypes

/// The published programme and the people who serve it, for those who run the expo.
struct ProgrammeAPI: Sendable {
    let store: ExpoStore

    var endpoints: [APIEndpoint] {
        [
            .list(
                "/interpreters",
                .staff,
                .programmeRead,
                "listInterpreters",
                "Interpreters by code.",
                of: APIShapes.interpreter
            ) { try APIPage(of: await store.expo.interpreters(), for: $0) { .code($0.id) } },
            .list(
                "/interpreters/{interpreter}/meetings",
                .interpreter,
                .programmeRead,
                "listInterpreterMeetings",
                "An interpreter's meetings of the published programme, in time order.",
                of: APIShapes.meeting,
                [],
                interpreterMeetings
            ),
            .list(
                "/programme",
                .staff,
                .programmeRead,
                "listProgramme",
                "The meetings of the published programme by slot; pages stay in the programme they began with.",
                of: APIShapes.meeting,
                [],
                programme
            ),
            .list(
                "/programme/unplaced",
                .staff,
                .programmeRead,
                "listUnplaced",
                "The requests that the published programme has no place for, the weightiest first.",
                of: APIShapes.unplaced,
                [],
                unplaced
            ),
            .list(
                "/runs",
                .organiser,
                .organiser,
                "listRuns",
                "The programmes that were made.",
                of: APIShapes.run
            ) { request in
                let published = try await store.publications.latest()?.run
                let runs = try await store.programmes.runs().map { RunView($0, published: published) }
                return try APIPage(of: runs, for: request) {
                    ListKey(.number($0.run.id))
                }
            },
            .post(
                "/runs/{run}/publication",
                .organiser,
                .organiser,
                "publishRun",
                "Makes a run the programme that participants see.",
                nil,
                APIShapes.publication.schema,
                [],
                publish
            ).keyed(in: store),
        ]
    }

    private func interpreterMeetings(_ request: APIRequest) async throws -> APIPage<ScheduledMeeting> {
        let id = Interpreter.ID(request.code("interpreter"))
        guard try await store.expo.interpreters().contains(where: { $0.id == id }) else {
            throw APIProblem(.notFound)
        }
        var all: [ScheduledMeeting] = []
        if let publication = try await store.publications.latest() {
            all = try await store.programmes.schedule(interpreter: id, run: publication.run)
        }
        return try APIPage(of: all, for: request, by: ListKey.of)
    }

    private func publish(_ request: APIRequest) async throws -> APIAnswer {
        guard let run = RecordNumber.read(request.code("run")), try await store.programmes.run(run) != nil
        else {
            throw APIProblem(.notFound)
        }
        do {
            let publication = try await store.publications.publish(run, by: request.context.actor)
            return APIAnswer(APIShapes.publication.json(publication), status: .created)
        } catch let error as StoreError {
            // What it says of the programme is for the reader.
            throw APIProblem(.notPublishable, detail: error.words(in: request.context.language))
        }
    }

    /// The run of a cursor, or the published one.
    private func run(_ cursor: [String]?) async throws -> Run.ID? {
        guard let cursor else { return try await store.publications.latest()?.run }
        // A cursor leads to no run that was never published.
        guard let run = RecordNumber.read(cursor[0]),
            try await store.publications.all().contains(where: { $0.run == run })
        else {
            throw APIProblem(.unknownCursor)
        }
        return run
    }

    private func programme(_ request: APIRequest) async throws -> APIPage<ScheduledMeeting> {
        let cursor = try request.cursor(parts: 3)
        guard let run = try await run(cursor) else { return APIPage() }
        let last = try cursor.map { key in
            guard let slot = Int(key[1], in: Slot.numberRange) else { throw APIProblem(.unknownCursor) }
            return (slot, key[2])
        }
        let found = try await store.programmes.meetings(run: run, after: last, limit: request.limit + 1)
        return APIPage(upTo: request.limit, of: found) {
            ["\(run)", "\($0.meeting.slot)", $0.meeting.request.code]
        }
    }

    /// The unplaced of a run never change, so their number is where a page begins.
    private func unplaced(_ request: APIRequest) async throws -> APIPage<UnplacedView> {
        let cursor = try request.cursor(parts: 2)
        guard let run = try await run(cursor) else { return APIPage() }
        let start = try cursor.map { key in
            guard let start = ListPosition.read(key[1]) else { throw APIProblem(.unknownCursor) }
            return start
        }
        let found = try await store.programmes.unplaced(
            run: run,
            offset: start ?? 0,
            limit: request.limit + 1
        ).rows
        let names = try await RunNames(store)
        return APIPage(upTo: request.limit, of: found.map { UnplacedView(row: $0, names: names) }) { _ in
            ["\(run)", "\((start ?? 0) + request.limit)"]
        }
    }
}
