import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// The organiser's list of enterprises that wait for approval, and of approved ones whose names want a look.
struct RegistrationsPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let desk: RegistrationDesk
    let search: CatalogueSearch
    static let perPage = 20
    /// Approved names that the page lists; it says how many there are.
    static let maxSuspects = 20

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        let number = try PageNumber(parameters["page"])
        let waiting = try store.waitingEnterprises(
            limit: Self.perPage,
            offset: number.offset(perPage: Self.perPage)
        )
        let similar = try store.enterprises(
            similarTo: waiting.rows.map { ($0.enterprise.name, $0.enterprise.id) }
        )
        let warnings = try store.nameWarnings(
            for: waiting.rows.map { ($0.enterprise.name, $0.enterprise.id) }
        )
        let places = ProfilePlaces(economies: try store.economies(), regions: try store.regions())
        return try renderer.page(
            "registrations",
            title: renderer.word("nav.registrations", language),
            section: .registrations,
            [
                "problems": [problem].compactMap { $0 },
                "total": CountedNoun.registration.counted(waiting.total, in: language),
                "isEmpty": waiting.rows.isEmpty,
                "hasImported": waiting.rows.contains { $0.registration == nil },
                "suspects": try suspects(on: number, language),
                "rows": try zip(waiting.rows, zip(similar, warnings)).map { entry, said in
                    var model = try row(entry, similar: said.0, places, language)
                    model["warnings"] = said.1.map { $0.words(in: language) }
                    return model
                },
                "pager": Pager(
                    page: number.value,
                    pages: PageNumber.last(of: waiting.total, perPage: Self.perPage).value,
                    parameters: parameters,
                    path: "/organiser/registrations"
                ).model,
            ],
            request: request,
            context: context,
            status: status
        )
    }

    private func row(
        _ waiting: WaitingEnterprise,
        similar: [SimilarEnterprise],
        _ places: ProfilePlaces,
        _ language: Language
    ) throws -> [String: Any] {
        let enterprise = waiting.enterprise
        let draft = try store.profileDraft(of: enterprise.id)?.draft ?? ProfileDraft()
        let editor = ProfileEditor(store: store, renderer: renderer, search: search)
        let form = ProfileForm(
            draft: draft,
            flaws: [],
            language: language,
            renderer: renderer,
            places: places
        )
        return [
            "code": enterprise.id.code, "name": renderer.said(enterprise.name, language),
            "registeredOn": enterprise.registeredOn.words(in: language),
            "senders": waiting.registration.map { sender in
                [["names": [sender.senderName].compactMap { $0 }, "email": sender.email] as [String: Any]]
            } ?? [],
            "notes": [waiting.registration?.note].compactMap { $0 },
            "meter": try editor.meter(draft, of: enterprise.id, language),
            "flaws": form.summary(places.check.flaws(in: draft)),
            "duplicates": similar.map {
                [
                    "code": $0.id.code, "name": renderer.said($0.name, language),
                    "status": $0.status.displayName(in: language),
                ] as [String: Any]
            },
        ]
    }

    /// What is said of the names of those who wait, of companies that have been approved: they may have renamed themselves since.
    private func suspects(on page: PageNumber, _ language: Language) throws -> [[String: Any]] {
        guard page == .first else { return [] }
        let all = try store.suspectNames()
        guard !all.isEmpty else { return [] }
        let shown = all.prefix(Self.maxSuspects)
        let rest = renderer.word("registrations.suspectsShown", language)
            .replacing("{shown}", with: "\(shown.count)")
            .replacing("{total}", with: NumberWords(language).integer(all.count))
        return [
            [
                "companies": shown.map { suspect in
                    [
                        "code": suspect.id.code, "name": renderer.said(suspect.name, language),
                        "causes": suspect.warnings.map { $0.words(in: language) },
                    ] as [String: Any]
                },
                "rest": [all.count > shown.count ? rest : nil].compactMap { $0 },
            ]
        ]
    }

    func approve(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        try desk.approve(id(context), by: context.actor)
        return .redirect(to: "/organiser/registrations", type: .normal)
    }

    func approveImported(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        _ = try store.approveImported(by: context.actor)
        return .redirect(to: "/organiser/registrations", type: .normal)
    }

    func decline(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answer(request, context) { try desk.decline($0, note: $1, by: context.actor) }
    }

    /// Asks for more, and leaves the decision open.
    func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answer(request, context) { try desk.ask($0, note: $1, by: context.actor) }
    }

    /// What needs a word from the organiser; it goes out by letter.
    private func answer(
        _ request: Request,
        _ context: WebContext,
        _ change: (Enterprise.ID, String) throws -> Void
    ) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let id = try id(context)
        let note = (form["note"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard RegistrationDesk.isNote(note) else {
            let problem = renderer.word("registrations.noteNeeded", context.language)
            return try page(request, context, problem: problem, status: .unprocessableContent)
        }
        try change(id, note)
        return .redirect(to: "/organiser/registrations", type: .normal)
    }

    private func id(_ context: WebContext) throws -> Enterprise.ID {
        guard let code = context.parameters.get("enterprise"), try store.enterprise(.init(code)) != nil else {
            throw HTTPError(.notFound)
        }
        return .init(code)
    }
}
