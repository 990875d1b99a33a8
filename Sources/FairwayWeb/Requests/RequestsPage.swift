import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird

/// An enterprise's requests: what waits for its answer, what it asked, what is agreed; and the steps with each.
struct RequestsPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let enterprise = try await Workspace.enterprise(context, store)
        // Said only of a request that is so, whoever wrote the address.
        var isAgreed = false
        if let code = request.uri.queryParameters["agreed"] {
            isAgreed = try await store.requests.all(of: enterprise.id).contains {
                $0.id.code == code && $0.status == .accepted && $0.isMutual
            }
        }
        let notice = isAgreed ? renderer.word("requests.nowMutual", context.language) : nil
        return try await page(request, context, notice: notice)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let enterprise = try await Workspace.enterprise(context, store)
        let language = context.language
        let all = try await store.requests.withPartners(of: enterprise.id)
        let placed = try await placedRequests(of: enterprise.id)
        func list(_ title: String, _ isIn: (RequestWithPartner) -> Bool) -> [String: Any] {
            let rows = all.filter(isIn)
            return [
                "id": title,
                "title": renderer.word("requests.\(title)", language),
                "count": rows.count,
                "rows": rows.map { row($0, placed, enterprise.id, language, context) },
                "isEmpty": rows.isEmpty,
            ]
        }
        let title = renderer.word("requests.title", language)
        return try renderer.page(
            "requests",
            title: "\(title) – \(enterprise.name.text(in: language))",
            section: .requests,
            [
                "notices": [notice].compactMap { $0 },
                "workspace": Workspace.tabs(enterprise.id, current: "requests", renderer, language),
                "lists": [
                    list("toAnswer") { !$0.isOwn && $0.request.status == .pending },
                    list("sent") { $0.isOwn && $0.request.status == .pending },
                    list("agreed") { $0.request.status == .accepted },
                    list("over") { $0.request.status == .declined || $0.request.status == .withdrawn },
                ],
            ],
            request: request,
            context: context,
            status: status
        )
    }

    /// Where and when the published programme has them.
    private func placedRequests(of id: Enterprise.ID) async throws -> [MeetingRequest.ID: ScheduledMeeting] {
        guard let run = try await store.publications.latest()?.run else { return [:] }
        let meetings = try await store.programmes.schedule(of: id, run: run)
        return Dictionary(meetings.map { ($0.request.id, $0) }) { first, _ in first }
    }

    private func row(
        _ entry: RequestWithPartner,
        _ placed: [MeetingRequest.ID: ScheduledMeeting],
        _ own: Enterprise.ID,
        _ language: Language,
        _ context: WebContext
    ) -> [String: Any] {
        let request = entry.request
        let isPending = request.status == .pending
        return [
            "id": request.id.code, "partner": entry.partner.name.text(in: language),
            "partnerSaid": renderer.said(entry.partner.name, language),
            "partnerCode": entry.partner.id.code, "priority": request.priority,
            "message": request.message ?? "", "hasMessage": !(request.message ?? "").isEmpty,
            "status": request.status.displayName(in: language), "isMutual": request.isMutual,
            "isPlaced": placed[request.id] != nil,
            "canAccept": isPending && !entry.isOwn,
            "canDecline": !entry.isOwn && (isPending || request.status == .accepted),
            "canWithdraw": entry.isOwn && (isPending || request.status == .accepted),
            "action": "/enterprises/\(own)/requests/\(request.id)",
            "token": context.formToken,
        ]
    }

    // MARK: - Steps

    func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let enterprise = try await Workspace.enterprise(context, store)
        guard let code = form["recipient"], !code.isEmpty else { throw HTTPError(.badRequest) }
        let note = (form["message"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let outcome: RequestOutcome
        do {
            outcome = try await store.requests.ask(
                Enterprise.ID(code),
                for: enterprise.id,
                priority: form["priority"].map {
                    try NumberText.whole($0, in: MeetingRequest.priorityRange, field: "priority")
                } ?? 3,
                message: note.isEmpty ? nil : String(note.prefix(500)),
                session: form["session"].flatMap { Session(rawValue: $0) },
                seenBy: context.viewer?.part,
                by: context.actor
            )
        } catch let error as RequestError {
            return try await page(
                request,
                context,
                notice: error.words(in: context.language),
                status: .conflict
            )
        }
        if case .agreed(let agreed) = outcome {
            return .redirect(
                to: LocalTarget(
                    ["enterprises", enterprise.id.code, "requests"],
                    query: [("agreed", agreed.id.code)]
                )
            )
        }
        return .redirect(
            to: form["to"].map { LocalTarget(asked: $0) }
                ?? LocalTarget(["enterprises", enterprise.id.code, "requests"])
        )
    }

    func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let enterprise = try await Workspace.enterprise(context, store)
        guard let step = form["step"].flatMap({ RequestStep(rawValue: $0) }),
            let code = context.parameters.get("request")
        else { throw HTTPError(.badRequest) }
        do {
            _ = try await store.requests.take(
                step,
                with: MeetingRequest.ID(code),
                as: enterprise.id,
                isMutual: form["isMutual"] != nil,
                by: context.actor
            )
        } catch let error as RequestError {
            return try await page(
                request,
                context,
                notice: error.words(in: context.language),
                status: .conflict
            )
        }
        return .redirect(to: LocalTarget(["enterprises", enterprise.id.code, "requests"]))
    }

    func prefer(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let enterprise = try await Workspace.enterprise(context, store)
        guard let code = form["other"], !code.isEmpty else { throw HTTPError(.badRequest) }
        let person = form["person"].flatMap { $0.isEmpty ? nil : Representative.ID($0) }
        do {
            try await store.preferences.set(
                form["preference"].flatMap { Preference(rawValue: $0) },
                Enterprise.ID(code),
                person: person,
                as: enterprise.id,
                seenBy: context.viewer?.part,
                by: context.actor
            )
        } catch let error as RequestError {
            return try await page(
                request,
                context,
                notice: error.words(in: context.language),
                status: .conflict
            )
        }
        return .redirect(to: form["to"].map { LocalTarget(asked: $0) } ?? LocalTarget(["enterprises", code]))
    }
}
