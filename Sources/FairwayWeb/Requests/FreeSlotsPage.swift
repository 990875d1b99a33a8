import FairwayCore
import FairwayStore
import Hummingbird

/// When an enterprise is free: every slot of the expo, day by day, with a mark to take away.
struct FreeSlotsPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let enterprise = try await Workspace.enterprise(context, store)
        guard let expo = try await store.expo.find() else { throw HTTPError(.notFound) }
        let language = context.language
        let busy = Set(enterprise.unavailableSlots)
        let title = renderer.word("workspace.free", language)
        return try renderer.page(
            "free",
            title: "\(title) – \(enterprise.name.text(in: language))",
            section: .requests,
            [
                "workspace": Workspace.tabs(enterprise.id, current: "free", renderer, language),
                "action": "/enterprises/\(enterprise.id)/free",
                "days": expo.days.map { date in
                    [
                        "date": date.wordsWithWeekday(in: language),
                        "slots": expo.slots.filter { $0.date == date }.map { slot in
                            [
                                "number": slot.number, "time": "\(slot.starts)–\(slot.ends)",
                                "isFree": !busy.contains(slot.number),
                            ] as [String: Any]
                        },
                    ] as [String: Any]
                },
            ],
            request: request,
            context: context
        )
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let enterprise = try await Workspace.enterprise(context, store)
        guard let expo = try await store.expo.find() else { throw HTTPError(.notFound) }
        let busy = expo.slots.map(\.number).filter { form["free\($0)"] == nil }
        try await store.enterprises.setUnavailable(busy, of: enterprise.id, by: context.actor)
        return .redirect(to: LocalTarget(["enterprises", enterprise.id.code, "free"]))
    }
}
