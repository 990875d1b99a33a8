import FairwayCore
import FairwayStore
import HTTPTypes

/// What an enterprise wants: whom to meet and whom not, when it is free, and why it cannot ask somebody.
struct WishesAPI: Sendable {
    let store: ExpoStore

    private static let path = "/enterprises/{enterprise}"

    var endpoints: [APIEndpoint] {
        [
            .list(
                Self.path + "/preferences",
                .enterprise,
                .requestsRead,
                "listPreferences",
                "Whom an enterprise must meet or would rather not, enterprises and people.",
                of: APIShapes.statedPreference
            ) {
                try await APIPage(of: store.preferences.stated(of: enterprise($0).id), for: $0) {
                    ListKey(.text($0.other.code), .text($0.person?.code ?? ""))
                }
            },
            APIEndpoint(
                method: .put,
                path: APIEndpoint.root + Self.path + "/preferences/{other}",
                right: .enterprise,
                scope: .requestsWrite,
                name: "setPreference",
                summary: "Says that another enterprise, or one of its people, must be met or rather not.",
                body: .json(APIShapes.preferenceChange, example: ["preference": "mustMeet"]),
                answer: APIShapes.partner.schema,
                handle: prefer
            ),
            .get(
                Self.path + "/partners/{other}",
                .enterprise,
                .requestsRead,
                "getPartner",
                "Another enterprise: whether it can be asked, the one reason why not, and its people.",
                APIShapes.partner.schema
            ) { APIAnswer(try await partner($0)) },
            .get(
                Self.path + "/free-slots",
                .enterprise,
                .requestsRead,
                "getFreeSlots",
                "When an enterprise can meet.",
                APIShapes.freeSlots.schema,
                hasVersion: true
            ) { try await APIAnswer(versioned: slots(enterprise($0).unavailableSlots), for: $0) },
            .put(
                Self.path + "/free-slots",
                .enterprise,
                .requestsWrite,
                "setFreeSlots",
                "Says when an enterprise can meet: in these slots and no others.",
                .json(APIShapes.freeSlotsChange, example: ["free": [0, 1, 2]]),
                APIShapes.freeSlots.schema,
                [],
                setSlots
            ),
            .get(
                "/request-rules",
                .organiser,
                .organiser,
                "getRequestRules",
                "Whether requests are open, how many, and who may meet whom.",
                APIShapes.requestRules.schema,
                hasVersion: true
            ) {
                try await APIAnswer(versioned: APIShapes.requestRules.json(store.requests.rules()), for: $0)
            },
            .put(
                "/request-rules",
                .organiser,
                .organiser,
                "setRequestRules",
                "Sets the rules for requests.",
                .json(
                    APIShapes.requestRulesChange,
                    example: [
                        "isOpen": true, "withinDelegation": false, "limits": ["investor": 20],
                        "barred": [["one": "logistics", "other": "logistics"]],
                    ]
                ),
                APIShapes.requestRules.schema,
                [],
                setRules
            ),
        ]
    }

    private func enterprise(_ request: APIRequest) async throws -> Enterprise {
        guard let profile = try await store.enterprises.find(.init(request.code("enterprise"))) else {
            throw APIProblem(.notFound)
        }
        return profile.enterprise
    }

    // MARK: - Partners

    private func partner(_ request: APIRequest) async throws -> JSONValue {
        let own = try await enterprise(request).id
        let other = Enterprise.ID(request.code("other"))
        // Who is not public yet is there for their own side and the staff only.
        guard let profile = try await store.enterprises.find(other, shownTo: request.context.viewer?.part)
        else {
            throw APIProblem(.notFound)
        }
        return APIShapes.partner.json(
            PartnerView(
                profile: profile,
                obstacle: try await store.requests.obstacles(from: own, to: [other])[other],
                preference: try await store.preferences.all(of: own)[other],
                people: try await store.enterprises.people(of: other, shownTo: request.context.viewer?.part),
                preferences: try await store.preferences.all(of: own, forPeopleOf: other)
            )
        )
    }

    private func prefer(_ request: APIRequest) async throws -> APIAnswer {
        // Nobody says anything of those whom they cannot see.
        _ = try await partner(request)
        let (own, other) = (try await enterprise(request).id, Enterprise.ID(request.code("other")))
        guard own != other else {
            throw APIProblem(.cannotAsk, detail: RequestObstacle.oneself.words(in: request.context.language))
        }
        do {
            try await store.preferences.set(
                request.body["preference"]?.text.flatMap { Preference(rawValue: $0) },
                other,
                person: request.body["person"]?.text.map { .init($0) },
                as: own,
                seenBy: request.context.viewer?.part,
                by: request.context.actor
            )
        } catch RequestError.noSuchPerson {
            let fault = APIFault(place: .pointer("/person"), reason: .unknownPerson)
            throw APIProblem(.invalidField, [fault])
        } catch RequestError.noSuchEnterprise {
            throw APIProblem(.notFound)
        }
        return APIAnswer(try await partner(request))
    }

    // MARK: - Free slots

    private func slots(_ unavailable: [Int]) async throws -> JSONValue {
        Self.slots(unavailable, of: try await store.expo.find()?.slots.map(\.number) ?? [])
    }

    private static func slots(_ unavailable: [Int], of all: [Int]) -> JSONValue {
        let busy = Set(unavailable)
        return APIShapes.freeSlots.json((all.filter { !busy.contains($0) }, all.filter(busy.contains)))
    }

    private func setSlots(_ request: APIRequest) async throws -> APIAnswer {
        let enterprise = try await enterprise(request)
        let all = try await store.expo.find()?.slots.map(\.number) ?? []
        let free = request.body["free"]?.items?.compactMap(\.integer) ?? []
        if let index = free.firstIndex(where: { !all.contains($0) }) {
            let fault = APIFault(place: .pointer("/free/\(index)"), reason: .unknownSlot)
            throw APIProblem(.invalidField, [fault])
        }
        let busy = all.filter { !free.contains($0) }
        do {
            try await store.enterprises.setUnavailable(busy, of: enterprise.id, by: request.context.actor) {
                request.isCurrent(Self.slots($0, of: all))
            }
        } catch is StaleVersion {
            throw APIProblem(.staleVersion, detail: enterprise.id.code)
        }
        return APIAnswer(versioned: try await slots(busy))
    }

    // MARK: - Rules

    private func setRules(_ request: APIRequest) async throws -> APIAnswer {
        let body = request.body
        var rules = RequestRules(
            isOpen: body["isOpen"]?.bool ?? true,
            withinDelegation: body["withinDelegation"]?.bool ?? true
        )
        for role in Enterprise.Role.allCases {
            if let limit = body["limits"]?[role.rawValue]?.integer { rules.limits[role] = limit }
        }
        for pair in body["barred"]?.items ?? [] {
            let roles = ["one", "other"].compactMap {
                pair[$0]?.text.flatMap(Enterprise.Role.init(rawValue:))
            }
            guard roles.count == 2 else { continue }
            let barred = RequestRules.Pair(roles[0], roles[1])
            if !rules.barred.contains(barred) { rules.barred.append(barred) }
        }
        do {
            try await store.requests.setRules(rules, by: request.context.actor) {
                request.isCurrent(APIShapes.requestRules.json($0))
            }
        } catch is StaleVersion {
            throw APIProblem(.staleVersion)
        }
        return APIAnswer(versioned: APIShapes.requestRules.json(rules))
    }
}
