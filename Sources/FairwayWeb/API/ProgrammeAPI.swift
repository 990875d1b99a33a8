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
            ) { try APIPage(of: store.interpreters().sorted { $0.id < $1.id }, for: $0) { $0.id.code } },
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
                try APIPage(of: store.runs().sorted { $0.id < $1.id }, for: request) {
                    CatalogueAPI.ordered(Int($0.id))
                }
            },
            APIEndpoint(
                method: .post,
                path: APIEndpoint.root + "/runs/{run}/publication",
                right: .organiser,
                scope: .organiser,
                name: "publishRun",
                summary: "Makes a run the programme that participants see.",
                status: .created,
                answer: APIShapes.publication.schema,
                refusals: [.conflict],
                handle: publish
            ),
        ]
    }

    private func publish(_ request: APIRequest) throws -> APIAnswer {
        guard let run = Run.ID(request.code("run")), try store.run(run) != nil else {
            throw APIProblem(.notFound)
        }
        do {
            let publication = try store.publish(run, by: request.context.actor)
            return APIAnswer(APIShapes.publication.json(publication), status: .created)
        } catch let error as StoreError {
            // What it says of the programme is for the reader.
            throw APIProblem(.notPublishable, detail: error.words(in: request.context.language))
        }
    }

    /// The run of a cursor, or the published one.
    private func run(_ cursor: [String]?) throws -> Run.ID? {
        guard let cursor else { return try store.publication()?.run }
        guard let run = Run.ID(cursor[0]), try store.run(run) != nil else { throw APIProblem(.unknownCursor) }
        return run
    }

    private func programme(_ request: APIRequest) throws -> APIPage<ScheduledMeeting> {
        let cursor = try request.cursor(parts: 3)
        guard let run = try run(cursor) else { return APIPage() }
        let last = try cursor.map { key in
            guard let slot = Int(key[1]) else { throw APIProblem(.unknownCursor) }
            return (slot, key[2])
        }
        let found = try store.apiMeetings(run: run, after: last, limit: request.limit + 1)
        return APIPage(upTo: request.limit, of: found) {
            ["\(run)", "\($0.meeting.slot)", $0.meeting.request.code]
        }
    }

    /// The unplaced of a run never change, so their number is where a page begins.
    private func unplaced(_ request: APIRequest) throws -> APIPage<UnplacedRow> {
        let cursor = try request.cursor(parts: 2)
        guard let run = try run(cursor) else { return APIPage() }
        let start = try cursor.map { key in
            guard let start = Int(key[1]), start >= 0 else { throw APIProblem(.unknownCursor) }
            return start
        }
        let found = try store.unplaced(run: run, offset: start ?? 0, limit: request.limit + 1).rows
        return APIPage(upTo: request.limit, of: found) { _ in ["\(run)", "\((start ?? 0) + request.limit)"] }
    }
}
