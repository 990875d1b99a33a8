import FairwayCore
import FairwayStore
import HTTPTypes

/// Delegations: the tree, and what an agency does for its own.
struct DelegationsAPI: Sendable {
    let store: ExpoStore
    let members: MemberDesk

    static let path = "/delegations/{delegation}"

    var endpoints: [APIEndpoint] { reading + changing }

    private var reading: [APIEndpoint] {
        [
            .list(
                "/delegation-tree",
                .parts([.organiser, .agency]),
                .delegation,
                "listDelegationTree",
                "Delegations with economy, agency and counts, by code; an agency sees its own.",
                of: APIShapes.delegationSummary
            ) { request in
                var own: Agency.ID?
                if case .agency(let id)? = request.context.viewer?.part { own = id }
                let all = try await store.delegations.tree(of: own).sorted {
                    $0.delegation.id < $1.delegation.id
                }
                return try APIPage(of: all, for: request) { .code($0.delegation.id) }
            },
            .get(
                Self.path,
                .delegation,
                .delegation,
                "getDelegation",
                "A delegation with its quota and what it uses of it.",
                APIShapes.delegationView.schema,
                [],
                show
            ),
            .list(
                Self.path + "/members",
                .delegation,
                .delegation,
                "listMembers",
                "How far each member has come, by code.",
                of: APIShapes.member,
                [.query("task", .choice(APIShapes.tasks), "Those only who still have this to do.")]
            ) { request in
                let task = request.text("task").flatMap { MemberProgress.ToDo(rawValue: $0) }
                let all = try await board(request).filter { member in task.map(member.tasks.contains) ?? true
                }
                return try APIPage(of: all, for: request) { .code($0.enterprise.id) }
            },
            .list(
                Self.path + "/letters",
                .delegation,
                .delegation,
                "listLetters",
                "The letters to members, the newest first.",
                of: APIShapes.sentLetter
            ) {
                let all = try await store.delegations.letters(of: delegation($0).0.id, limit: 10_000)
                return try APIPage(of: all, for: $0) { ListKey(.descending($0.id)) }
            },
            .list(
                Self.path + "/meetings",
                .delegation,
                .delegation,
                "listDelegationMeetings",
                "The members' meetings of the published programme, in time order.",
                of: APIShapes.meeting,
                [],
                meetings
            ),
            .list(
                Self.path + "/results",
                .delegation,
                .delegation,
                "listResults",
                "The members' requests with what became of each, by code.",
                of: APIShapes.result,
                [],
                results
            ),
        ]
    }

    // MARK: - Reading

    func delegation(_ request: APIRequest) async throws -> (Delegation, Agency) {
        guard let delegation = try await store.delegations.find(.init(request.code("delegation"))),
            let agency = try await store.expo.agency(delegation.agency)
        else { throw APIProblem(.notFound) }
        return (delegation, agency)
    }

    func board(_ request: APIRequest) async throws -> [MemberProgress] {
        try await store.delegations.board(of: delegation(request).0.id, orderedIn: .en)
            .sorted { $0.enterprise.id < $1.enterprise.id }
    }

    private func show(_ request: APIRequest) async throws -> APIAnswer {
        let (delegation, agency) = try await delegation(request)
        let summaries = try await store.delegations.tree(of: agency.id)
        guard let summary = summaries.first(where: { $0.delegation.id == delegation.id }) else {
            throw APIProblem(.notFound)
        }
        return APIAnswer(
            APIShapes.delegationView.json(
                DelegationView(
                    summary: summary,
                    quota: try await store.delegations.quota(of: delegation.id),
                    use: try await store.delegations.use(of: delegation.id)
                )
            )
        )
    }

    private func meetings(_ request: APIRequest) async throws -> APIPage<ScheduledMeeting> {
        let id = try await delegation(request).0.id
        var all: [ScheduledMeeting] = []
        if let publication = try await store.publications.latest() {
            all = try await store.programmes.meetings(run: publication.run, of: id)
        }
        return try APIPage(of: all, for: request, by: ListKey.of)
    }

    private func results(_ request: APIRequest) async throws -> APIPage<ResultView> {
        let record = try await store.delegations.record(of: delegation(request).0.id)
        let enterprises = Dictionary(record.data.enterprises.map { ($0.id, $0) }) { first, _ in first }
        let meetings = Dictionary(record.meetings.map { ($0.request, $0) }) { first, _ in first }
        let outcomes = Dictionary(record.data.outcomes.map { ($0.request, $0) }) { first, _ in first }
        let all = record.data.requests.sorted { $0.id < $1.id }.map { request in
            // A request between two members is the requester's.
            let isSent = record.members.contains(request.requester)
            let sides = [request.requester, request.recipient]
            return ResultView(
                request: request,
                member: enterprises[sides[isSent ? 0 : 1]],
                partner: enterprises[sides[isSent ? 1 : 0]],
                meeting: meetings[request.id],
                outcome: outcomes[request.id]
            )
        }
        return try APIPage(of: all, for: request) { .code($0.request.id) }
    }
}
