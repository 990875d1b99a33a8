import FairwayCore
import FairwayStore
import HTTPTypes

/// What changes a delegation: quotas, members, letters.
extension DelegationsAPI {
    var changing: [APIEndpoint] {
        [
            .get(
                Self.path + "/quota",
                .delegation,
                .delegation,
                "getQuota",
                "What a delegation may use.",
                APIShapes.quota.schema,
                hasVersion: true
            ) {
                APIAnswer(
                    versioned: APIShapes.quota.json(
                        try await store.delegations.quota(of: delegation($0).0.id)
                    ),
                    for: $0
                )
            },
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
                        "subject": ["zh": "请完善资料"], "body": ["zh": "请在周五前补充产品信息。"],
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

    private func setQuota(_ request: APIRequest) async throws -> APIAnswer {
        let id = try await delegation(request).0.id
        let quota = DelegationQuota(
            stands: request.body["stands"]?.integer,
            meetings: request.body["meetings"]?.integer,
            interpreterHours: request.body["interpreterHours"]?.integer
        )
        do {
            try await store.delegations.setQuota(quota, of: id, by: request.context.actor) {
                request.isCurrent(APIShapes.quota.json($0))
            }
        } catch is StaleVersion {
            throw APIProblem(.staleVersion, detail: id.code)
        }
        return APIAnswer(versioned: APIShapes.quota.json(quota))
    }

    private func register(_ request: APIRequest) async throws -> APIAnswer {
        let id = try await delegation(request).0.id
        do {
            let form = MemberForm(request.body, language: request.context.language)
            let enterprise = try await members.register(
                form,
                in: id,
                as: request.context.viewer?.part,
                by: request.context.actor
            )
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

    private func write(_ request: APIRequest) async throws -> APIAnswer {
        let (delegation, agency) = try await delegation(request)
        func text(_ name: String) -> LocalizedText { LocalizedText(request.body[name]) }
        let task = request.body["task"]?.text.flatMap { MemberProgress.ToDo(rawValue: $0) }
        let chosen = try await board(request).filter { member in task.map(member.tasks.contains) ?? true }
        do {
            let letter = try LetterForm(subject: text("subject"), body: text("body")).letter(signed: agency)
            let count = try await store.delegations.send(
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
