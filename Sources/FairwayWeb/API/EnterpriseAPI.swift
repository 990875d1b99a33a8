import FairwayCore
import FairwayStore
import TextAnalysis
import HTTPTypes

/// One enterprise: what everyone may read of it, what is its own, and what its side changes.
struct EnterpriseAPI: Sendable {
    let store: ExpoStore

    private static let path = "/enterprises/{enterprise}"

    var endpoints: [APIEndpoint] {
        [
            .get(
                Self.path,
                .anyone,
                .catalogueRead,
                "getEnterprise",
                "An enterprise.",
                APIShapes.enterprise.schema,
                hasVersion: true,
                show
            ),
            APIEndpoint(
                method: .patch,
                path: APIEndpoint.root + Self.path,
                right: .enterprise,
                scope: .profileWrite,
                name: "changeEnterprise",
                summary: "Changes an enterprise's profile: what is not said stays, null clears.",
                parameters: [.ifMatch],
                body: .patch(
                    APIShapes.enterpriseChange,
                    example: ["about": ["en": "Mineral water"], "website": "https://water.example"]
                ),
                answer: APIShapes.enterprise.schema,
                hasVersion: true,
                handle: change
            ),
            .list(
                Self.path + "/products",
                .anyone,
                .catalogueRead,
                "listProducts",
                "What an enterprise offers.",
                of: APIShapes.product
            ) { request in
                let profile = try await profile(request)
                let images = try await store.images.all(of: profile.enterprise.id)
                let views = profile.products.map { ProductView(product: $0, images: images[$0.id] ?? []) }
                return try APIPage(of: views, for: request) { .code($0.product.id) }
            },
            .list(
                Self.path + "/demands",
                .anyone,
                .catalogueRead,
                "listDemands",
                "What an enterprise seeks.",
                of: APIShapes.demand
            ) { try await APIPage(of: profile($0).demands, for: $0) { .code($0.id) } },
            .list(
                Self.path + "/matches",
                .enterprise,
                .requestsRead,
                "listMatches",
                "The partners proposed to an enterprise, the best first.",
                of: APIShapes.match,
                [],
                matches
            ),
            .list(
                Self.path + "/meetings",
                .enterprise,
                .programmeRead,
                "listMeetings",
                "An enterprise's meetings of the published programme, in time order.",
                of: APIShapes.meeting,
                [],
                meetings
            ),
        ]
    }

    // MARK: - Reading

    func profile(_ request: APIRequest) async throws -> EnterpriseProfile {
        let (id, part) = (Enterprise.ID(request.code("enterprise")), request.context.viewer?.part)
        guard let profile = try await store.enterprises.find(id, shownTo: part) else {
            throw APIProblem(.notFound)
        }
        return profile
    }

    private func isOwn(_ enterprise: Enterprise, _ request: APIRequest) async throws -> Bool {
        let object = RightObject(
            enterprise: enterprise.id,
            agency: try await store.enterprises.agency(leading: enterprise.id)
        )
        return Right.enterprise.allows(request.context.viewer?.part, object)
    }

    private func json(_ profile: EnterpriseProfile, isOwn: Bool) -> JSONValue {
        APIShapes.enterprise.json(
            EnterpriseView(
                enterprise: profile.enterprise,
                hall: profile.hall?.id,
                stand: profile.stand?.id,
                isOwn: isOwn
            )
        )
    }

    private func show(_ request: APIRequest) async throws -> APIAnswer {
        let profile = try await profile(request)
        let body = json(profile, isOwn: try await isOwn(profile.enterprise, request))
        return APIAnswer(versioned: body, for: request)
    }

    private func matches(_ request: APIRequest) async throws -> APIPage<MatchWithPartner> {
        // The best first: the greater the score, the smaller the key.
        func key(_ match: MatchWithPartner) -> ListKey {
            let rank = Int64((max(0, 1 - match.match.score) * 1e9).rounded())
            return ListKey(.number(rank), .text(match.partner.id.code), .text(match.match.seller.code))
        }
        let all = try await store.matches.all(of: profile(request).enterprise.id, limit: 10_000)
        return try APIPage(of: all, for: request, by: key)
    }

    private func meetings(_ request: APIRequest) async throws -> APIPage<ScheduledMeeting> {
        let id = try await profile(request).enterprise.id
        let run = try await store.publications.latest()?.run
        var all: [ScheduledMeeting] = []
        if let run { all = try await store.programmes.schedule(of: id, run: run) }
        return try APIPage(of: all, for: request, by: ListKey.of)
    }

    // MARK: - Changing

    private func change(_ request: APIRequest) async throws -> APIAnswer {
        let profile = try await profile(request)
        let changed = try await store.enterprises.change(
            profile.enterprise.id,
            by: request.context.actor,
            isCurrent: { enterprise in
                var now = profile
                now.enterprise = enterprise
                return request.isCurrent(json(now, isOwn: true))
            },
            change: { try EnterpriseChange.apply(request.body, to: &$0, slots: $1) }
        )
        guard let changed else { throw APIProblem(.staleVersion, detail: profile.enterprise.id.code) }
        var now = profile
        now.enterprise = changed
        return APIAnswer(versioned: json(now, isOwn: true))
    }
}

/// A merge patch of an enterprise (RFC 7396).
enum EnterpriseChange {
    /// - Throws: `APIProblem` when the outcome would be no enterprise of this expo.
    static func apply(_ patch: JSONValue, to enterprise: inout Enterprise, slots: Set<Int>) throws {
        merge(patch["name"], into: &enterprise.name)
        merge(patch["about"], into: &enterprise.about)
        if let website = patch["website"] { enterprise.website = website.text }
        if let languages = patch["languages"]?.items {
            enterprise.languages = languages.compactMap { $0.text.flatMap { LanguageTag($0) } }
        }
        if let count = patch["parallelMeetings"]?.integer { enterprise.parallelMeetings = count }
        if let most = patch["maxMeetings"] { enterprise.maxMeetings = most.integer }
        if let numbers = patch["unavailableSlots"]?.items?.compactMap(\.integer) {
            if let index = numbers.firstIndex(where: { !slots.contains($0) }) {
                throw APIProblem(
                    .invalidField,
                    [APIFault(place: .pointer("/unavailableSlots/\(index)"), reason: .unknownSlot)]
                )
            }
            enterprise.unavailableSlots = numbers.sorted()
        }
        guard Language.allCases.contains(where: { !isBlank(enterprise.name[$0]) }) else {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/name"), reason: .noName)])
        }
        // Signs alone name nobody. What is stored already is not this patch's fault.
        let unreadable = Language.allCases.filter { language in
            patch["name"]?[language.rawValue] != nil
                && enterprise.name[language].map { !TextSafety.isReadable($0) } ?? false
        }
        guard unreadable.isEmpty else {
            throw APIProblem(
                .invalidField,
                unreadable.map {
                    APIFault(place: .pointer("/name/\($0)"), reason: .badForm, argument: #"[\p{L}\p{N}]"#)
                }
            )
        }
    }

    private static func merge(_ patch: JSONValue?, into text: inout LocalizedText) {
        guard let patch else { return }
        for language in Language.allCases {
            if let value = patch[language.rawValue] { text[language] = value.text }
        }
    }

    private static func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
