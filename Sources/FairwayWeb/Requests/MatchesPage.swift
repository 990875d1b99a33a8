import FairwayCore
import FairwayStore
import Hummingbird

/// The partners proposed to an enterprise, each with reasons, and the request or the reason why there is none.
struct MatchesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    static let most = 40

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let enterprise = try await Workspace.enterprise(context, store)
        let language = context.language
        let preferences = try await store.preferences.all(of: enterprise.id)
        // A pair may match both ways; a partner is shown once, by the better of the two.
        var seen: Set<Enterprise.ID> = []
        let found = try await store.matches.all(of: enterprise.id, limit: 2 * Self.most)
            .filter { seen.insert($0.partner.id).inserted && preferences[$0.partner.id] != .noThanks }
            .prefix(Self.most)
        let names = try await store.matches.reasonNames(for: found.map(\.match))
        let obstacles = try await store.requests.obstacles(from: enterprise.id, to: found.map(\.partner.id))
        let numbers = NumberWords(language)
        let title = renderer.word("workspace.matches", language)
        return try renderer.page(
            "matches",
            title: "\(title) – \(enterprise.name.text(in: language))",
            section: .matches,
            [
                "workspace": Workspace.tabs(enterprise.id, current: "matches", renderer, language),
                "matches": found.map { entry in
                    var model = AskForm.model(
                        from: enterprise.id,
                        to: entry.partner.id,
                        obstacle: obstacles[entry.partner.id],
                        preference: preferences[entry.partner.id],
                        back: "/enterprises/\(enterprise.id)/matches",
                        context
                    )
                    model["code"] = entry.partner.id.code
                    model["name"] = renderer.said(entry.partner.name, language)
                    model["score"] = numbers.percent(entry.match.score, places: 0)
                    model["reasons"] = entry.match.reasons.map {
                        ["text": $0.words(in: language, names: names)]
                    }
                    return model
                },
            ],
            request: request,
            context: context
        )
    }
}

/// The form that asks for a meeting, or the sentence why it is not there.
enum AskForm {
    static func model(
        from own: Enterprise.ID,
        to other: Enterprise.ID,
        obstacle: RequestObstacle?,
        preference: Preference?,
        back: String,
        _ context: WebContext
    ) -> [String: Any] {
        var isAskedByThem = false
        if case .askedByThem = obstacle { isAskedByThem = true }
        return [
            "own": own.code, "other": other.code, "token": context.formToken, "back": back,
            "canAsk": obstacle == nil || isAskedByThem,
            "whyNot": obstacle?.words(in: context.language) ?? "",
            "isAskedByThem": isAskedByThem,
            "isMustMeet": preference == .mustMeet,
            "isNoThanks": preference == .noThanks,
        ]
    }
}
