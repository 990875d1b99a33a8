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
        try await page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        let number = try PageNumber(parameters["page"])
        let waiting = try await store.registrations.waiting(
            limit: Self.perPage,
            offset: number.offset(perPage: Self.perPage)
        )
        let similar = try await store.names.enterprises(
            similarTo: waiting.rows.map { ($0.enterprise.name, $0.enterprise.id) }
        )
        let warnings = try await store.names.warnings(
            for: waiting.rows.map { ($0.enterprise.name, $0.enterprise.id) }
        )
        let places = ProfilePlaces(
            economies: try await store.expo.economies(),
            regions: try await store.expo.regions()
        )
        let drafts = try await MeasuredDraft.all(of: waiting.rows.map(\.enterprise.id), in: store)
        return try renderer.page(
            "registrations",
            title: renderer.word("nav.registrations", language),
            section: .registrations,
            [
                "problems": [problem].compactMap { $0 },
                "total": CountedNoun.registration.counted(waiting.total, in: language),
                "isEmpty": waiting.rows.isEmpty,
                "hasImported": waiting.rows.contains { $0.registration == nil },
                "suspects": try await suspects(on: number, language),
                "rows": zip(waiting.rows, zip(similar, warnings)).map { entry, said in
                    var model = row(entry, drafts[entry.enterprise.id], similar: said.0, places, language)
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
        _ measured: MeasuredDraft?,
        similar: [SimilarEnterprise],
        _ places: ProfilePlaces,
        _ language: Language
    ) -> [String: Any] {
        let enterprise = waiting.enterprise
        let draft = measured?.draft ?? ProfileDraft()
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
            "meter": editor.meter(measured?.meter ?? ProfileMeter(ProfileFacts(draft)), language),
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
    private func suspects(on page: PageNumber, _ language: Language) async throws -> [[String: Any]] {
        guard page == .first else { return [] }
        let all = try await store.names.suspects()
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
        try await desk.approve(id(context), by: context.actor)
        return .redirect(to: "/organiser/registrations", type: .normal)
    }

    func approveImported(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        _ = try await store.registrations.approveImported(by: context.actor)
        return .redirect(to: "/organiser/registrations", type: .normal)
    }

    func decline(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answer(request, context) { try await desk.decline($0, note: $1, by: context.actor) }
    }

    /// Asks for more, and leaves the decision open.
    func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answer(request, context) { try await desk.ask($0, note: $1, by: context.actor) }
    }

    /// What needs a word from the organiser; it goes out by letter.
    private func answer(
        _ request: Request,
        _ context: WebContext,
        _ change: (Enterprise.ID, String) async throws -> Void
    ) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let id = try await id(context)
        let note = (form["note"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard RegistrationDesk.isNote(note) else {
            let problem = renderer.word("registrations.noteNeeded", context.language)
            return try await page(request, context, problem: problem, status: .unprocessableContent)
        }
        try await change(id, note)
        return .redirect(to: "/organiser/registrations", type: .normal)
    }

    private func id(_ context: WebContext) async throws -> Enterprise.ID {
        guard let code = context.parameters.get("enterprise"),
            try await store.enterprises.find(.init(code)) != nil
        else {
            throw HTTPError(.notFound)
        }
        return .init(code)
    }
}
