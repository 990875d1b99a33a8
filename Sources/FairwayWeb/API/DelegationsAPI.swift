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
                let all = try store.delegationTree(of: own).sorted { $0.delegation.id < $1.delegation.id }
                return try APIPage(of: all, for: request) { $0.delegation.id.code }
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
                let all = try board(request).filter { member in task.map(member.tasks.contains) ?? true }
                return try APIPage(of: all, for: request) { $0.enterprise.id.code }
            },
            .list(
                Self.path + "/letters",
                .delegation,
                .delegation,
                "listLetters",
                "The letters to members, the newest first.",
                of: APIShapes.sentLetter
            ) {
                let all = try store.letters(of: delegation($0).0.id, limit: 10_000)
                return try APIPage(of: all, for: $0) { CatalogueAPI.ordered(9_999_999_999 - Int($0.id)) }
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

    private var changing: [APIEndpoint] {
        [
            .get(
                Self.path + "/quota",
                .delegation,
                .delegation,
                "getQuota",
                "What a delegation may use.",
                APIShapes.quota.schema,
                hasVersion: true
            ) { APIAnswer(versioned: APIShapes.quota.json(try store.quota(of: delegation($0).0.id)), for: $0) },
            .put(
                Self.path + "/quota",
                .organiser,
                .organiser,
                "setQuota",
                "Sets what a delegation may use.",
                .json(
                    APIShapes.quota.schema,
                    example: ["stands": 20, "meetings": 400, "interpreterHours": .null]
                ),
                APIShapes.quota.schema,
                [],
                setQuota
            ),
            .post(
                Self.path + "/members",
                .delegation,
                .delegation,
                "registerMember",
                "Registers an enterprise, which then waits for the organiser's approval.",
                .json(APIShapes.newMember, example: Self.exampleMember),
                APIShapes.enterprise.schema,
                [],
                register
            ).keyed(in: store),
            .post(
                Self.path + "/letters",
                .delegation,
                .delegation,
                "writeLetter",
                "Writes to all members, or to those with something to do; six letters an hour at most.",
                .json(
                    APIShapes.newLetter,
                    example: [
                        "subject": ["zh": "请完善资料"], "body": ["zh": "请在周五前补充产品信息。"], "task": "profile",
                    ]
                ),
                APIShapes.done.schema,
                [],
                write
            ).keyed(in: store),
        ]
    }

    private static let exampleMember: JSONValue = [
        "name": ["zh": "哈尔滨北岸食品有限公司", "en": "North Bank Foods"], "economy": "CN", "region": "CN-HL",
        "roles": ["manufacturer"], "languages": ["zh", "ru"],
    ]

    // MARK: - Reading

    private func delegation(_ request: APIRequest) throws -> (Delegation, Agency) {
        guard let delegation = try store.delegation(.init(request.code("delegation"))),
            let agency = try store.agency(delegation.agency)
        else { throw APIProblem(.notFound) }
        return (delegation, agency)
    }

    private func board(_ request: APIRequest) throws -> [MemberProgress] {
        try store.board(of: delegation(request).0.id, orderedIn: .en)
            .sorted { $0.enterprise.id < $1.enterprise.id }
    }

    private func show(_ request: APIRequest) throws -> APIAnswer {
        let (delegation, agency) = try delegation(request)
        let summaries = try store.delegationTree(of: agency.id)
        guard let summary = summaries.first(where: { $0.delegation.id == delegation.id }) else {
            throw APIProblem(.notFound)
        }
        return APIAnswer(
            APIShapes.delegationView.json(
                DelegationView(
                    summary: summary,
                    quota: try store.quota(of: delegation.id),
                    use: try store.use(of: delegation.id)
                )
            )
        )
    }

    private func meetings(_ request: APIRequest) throws -> APIPage<ScheduledMeeting> {
        let id = try delegation(request).0.id
        let all = try store.publication().map { try store.apiMeetings(run: $0.run, of: id) } ?? []
        return try APIPage(of: all, for: request) {
            "\(CatalogueAPI.ordered($0.meeting.slot)) \($0.request.id)"
        }
    }

    private func results(_ request: APIRequest) throws -> APIPage<ResultView> {
        let record = try store.record(of: delegation(request).0.id)
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
        return try APIPage(of: all, for: request) { $0.request.id.code }
    }

    // MARK: - Changing

    private func setQuota(_ request: APIRequest) throws -> APIAnswer {
        let id = try delegation(request).0.id
        let quota = DelegationQuota(
            stands: request.body["stands"]?.integer,
            meetings: request.body["meetings"]?.integer,
            interpreterHours: request.body["interpreterHours"]?.integer
        )
        do {
            try store.setQuota(quota, of: id, by: request.context.actor) {
                request.isCurrent(APIShapes.quota.json($0))
            }
        } catch is StaleVersion {
            throw APIProblem(.staleVersion, detail: id.code)
        }
        return APIAnswer(versioned: APIShapes.quota.json(quota))
    }

    private func register(_ request: APIRequest) throws -> APIAnswer {
        let id = try delegation(request).0.id
        do {
            let form = MemberForm(request.body, language: request.context.language)
            let enterprise = try members.register(form, in: id, by: request.context.actor)
            let view = EnterpriseView(enterprise: enterprise, isOwn: true)
            return APIAnswer(APIShapes.enterprise.json(view), status: .created)
        } catch let flaw as MemberForm.Flaw {
            throw APIProblem(.invalidField, [flaw.fault])
        } catch MemberError.unknownPlace {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/economy"), reason: .unknownCode)])
        } catch MemberError.duplicate(let other) {
            throw APIProblem(.likelyDuplicate, detail: other.code)
        } catch let error as AccountError {
            if case .badEmail = error {
                throw APIProblem(
                    .invalidField,
                    [APIFault(place: .pointer("/contact/email"), reason: .badEmail)]
                )
            }
            throw error.problem
        }
    }

    private func write(_ request: APIRequest) throws -> APIAnswer {
        let (delegation, agency) = try delegation(request)
        func text(_ name: String) -> LocalizedText { LocalizedText(request.body[name]) }
        let task = request.body["task"]?.text.flatMap { MemberProgress.ToDo(rawValue: $0) }
        let chosen = try board(request).filter { member in task.map(member.tasks.contains) ?? true }
        do {
            let letter = try LetterForm(subject: text("subject"), body: text("body")).letter(signed: agency)
            let count = try store.send(
                letter,
                to: chosen.map(\.enterprise.id),
                of: delegation.id,
                by: request.context.actor
            )
            return APIAnswer(APIShapes.done.json(count), status: .created)
        } catch let flaw as LetterForm.Flaw {
            throw APIProblem(.invalidField, [flaw.fault])
        } catch LetterError.incomplete {
            throw APIProblem(.invalidField, [LetterForm.Flaw.empty.fault])
        } catch LetterError.nobody {
            throw APIProblem(.nobodyToWriteTo)
        } catch LetterError.tooMany(let most) {
            let words = "\(most)"
            throw APIProblem(.tooManyRequests, detail: words, headers: ["Retry-After": "600"])
        }
    }
}

extension LocalizedText {
    /// Texts by language as they come in.
    init(_ value: JSONValue?) {
        self.init(zh: value?["zh"]?.text, ru: value?["ru"]?.text, en: value?["en"]?.text)
    }
}

extension LetterForm.Flaw {
    fileprivate var fault: APIFault {
        switch self {
        case .tooLong(let language): APIFault(place: .pointer("/body/\(language)"), reason: .tooLong)
        case .half(let language): APIFault(place: .pointer("/body/\(language)"), reason: .half)
        case .empty: APIFault(place: .pointer("/body"), reason: .empty)
        }
    }
}
