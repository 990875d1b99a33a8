import FairwayCore
import FairwayStore
import Hummingbird

/// An enterprise's own profile: what it told at registration, to be kept up to date.
struct ProfilePage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let search: CatalogueSearch
    private var editor: ProfileEditor { ProfileEditor(store: store, renderer: renderer, search: search) }

    init(store: ExpoStore, renderer: PageRenderer, search: CatalogueSearch) {
        self.store = store
        self.renderer = renderer
        self.search = search
    }

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, present) = try await stored(context)
        let isSaved = PageParameters(request)["saved"] != nil
        return try await page(
            id,
            present.draft,
            present.version,
            notices: isSaved ? ["profile.saved"] : [],
            request,
            context
        )
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context, upTo: ProfileForm.mostBytes)
        let (id, present) = try await stored(context)
        var draft = ProfileForm.draft(form)
        let version = form["revision"] ?? ""
        let action = ProfileForm.Action(form["do"])
        let gone = ProfileForm.gone(form, action, of: draft)
        action.change(&draft)
        draft = ProfileForm.keepingRows(draft, of: present.draft, except: gone)
        if action.isStep {
            return try await page(
                id,
                draft,
                version,
                gone: gone,
                notices: ["profile.notSavedYet"],
                proposed: await editor.proposals(action, for: draft),
                request,
                context
            )
        }
        draft = draft.withoutEmptyRows
        let flaws = try await editor.places().check.flaws(in: draft)
        guard flaws.isEmpty else {
            return try await page(
                id,
                draft,
                version,
                gone: gone,
                flaws: flaws,
                status: .unprocessableContent,
                request,
                context
            )
        }
        do {
            try await store.profiles.save(draft, of: id, version: version, by: context.actor)
        } catch let error as ProfileConflict {
            return try await page(
                id,
                draft,
                version,
                gone: gone,
                conflict: error.present,
                status: .conflict,
                request,
                context
            )
        }
        return .redirect(to: LocalTarget(["enterprises", id.code, "profile"], query: [("saved", "1")]))
    }

    private func stored(_ context: WebContext) async throws -> (Enterprise.ID, VersionedDraft) {
        guard let code = context.parameters.get("enterprise") else { throw HTTPError(.notFound) }
        let id = Enterprise.ID(code)
        guard let present = try await store.profiles.draft(of: id) else { throw HTTPError(.notFound) }
        return (id, present)
    }

    private func page(
        _ id: Enterprise.ID,
        _ draft: ProfileDraft,
        _ version: String,
        gone: [String] = [],
        flaws: [ProfileFlaw] = [],
        notices: [String] = [],
        proposed: (row: String, headings: [HeadingProposal])? = nil,
        conflict: VersionedDraft? = nil,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let language = context.language
        var values = try await editor.values(
            draft,
            version: version,
            flaws: flaws,
            of: id,
            gone: gone,
            proposed: proposed,
            conflict: conflict,
            places: try await editor.places(),
            language
        )
        values["code"] = id.code
        values["action"] = "/enterprises/\(PageParameters.encoded(id.code))/profile"
        values["notices"] = notices.map { renderer.word($0, language) }
        return try renderer.page(
            "profile",
            title: renderer.word("profile.title", language),
            section: .enterprises,
            values,
            request: request,
            context: context,
            status: status
        )
    }
}
