import FairwayCore
import FairwayStore
import Hummingbird

/// The registration itself: a long form that every button saves, mistakes and all, until it is sent to the organiser.
struct RegistrationFormPage: Sendable {
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
        guard let registration = try await RegistrationPage.registration(request, store) else {
            return .redirect(to: "/register", type: .normal)
        }
        let present = try await store.registrations.draft(of: registration)
        let parameters = PageParameters(request)
        var notices: [String] = []
        if parameters["saved"] != nil { notices.append("profile.saved") }
        if parameters["sent"] != nil { notices.append("registration.sent") }
        // What is not written yet is nobody's fault; a mistyped code is told at once.
        let flaws = try await editor.places().check.flaws(in: present.draft).filter { !$0.isGap }
        let action = parameters["do"].map { ProfileForm.Action($0) }
        let proposed =
            if let action { await editor.proposals(action, for: present.draft) } else { nil as HeadingRow? }
        return try await page(
            registration,
            present.draft,
            present.version,
            flaws: flaws,
            notices: notices,
            proposed: proposed,
            request,
            context
        )
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let registration = try await RegistrationPage.registration(request, store) else {
            return .redirect(to: "/register", type: .normal)
        }
        let form = try await GuardMiddleware.form(request, context, upTo: ProfileForm.mostBytes)
        var draft = ProfileForm.draft(form)
        let action = ProfileForm.Action(form["do"])
        // What is sent keeps the name it was sent under.
        let sender = registration.enterprise == nil ? SenderField(form, isSent: action == .submit) : nil
        let version = form["revision"] ?? ""
        let gone = ProfileForm.gone(form, action, of: draft)
        action.change(&draft)
        draft = ProfileForm.keepingRows(
            draft,
            of: try await store.registrations.draft(of: registration).draft,
            except: gone
        )
        do {
            if let enterprise = registration.enterprise {
                return try await change(
                    enterprise,
                    registration,
                    draft,
                    gone,
                    action,
                    version,
                    request,
                    context
                )
            }
            try await store.registrations.saveDraft(
                draft,
                of: registration,
                version: version,
                name: sender?.name
            )
        } catch let error as ProfileConflict {
            return try await page(
                registration,
                draft,
                version,
                sender: sender,
                gone: gone,
                conflict: error.present,
                status: .conflict,
                request,
                context
            )
        }
        if action == .submit {
            return try await send(registration, draft.withoutEmptyRows, sender, request, context)
        }
        if sender?.problem != nil {
            return try await refuse(registration, draft, sender, [], request, context)
        }
        let mark = action == .save ? "?saved=1" : action.query + action.anchor
        let target = LocalTarget(["register", "form"])
        return .redirect(to: LocalTarget(target.text + mark) ?? target)
    }

    private func send(
        _ registration: Registration,
        _ draft: ProfileDraft,
        _ sender: SenderField?,
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let flaws = try await editor.places().check.flaws(in: draft)
        guard flaws.isEmpty, sender?.problem == nil else {
            return try await refuse(registration, draft, sender, flaws, request, context)
        }
        _ = try await store.registrations.submit(draft, of: registration, on: await store.expo.today())
        return .redirect(to: "/register/form?sent=1", type: .normal)
    }

    /// Says what is wrong with a draft that is saved.
    private func refuse(
        _ registration: Registration,
        _ draft: ProfileDraft,
        _ sender: SenderField?,
        _ flaws: [ProfileFlaw],
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        try await page(
            registration,
            draft,
            try await store.registrations.draft(of: registration).version,
            sender: sender,
            flaws: flaws,
            status: .unprocessableContent,
            request,
            context
        )
    }

    /// While the organiser decides, what was sent can still be put right.
    private func change(
        _ id: Enterprise.ID,
        _ registration: Registration,
        _ draft: ProfileDraft,
        _ gone: [String],
        _ action: ProfileForm.Action,
        _ version: String,
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        if action.isStep {
            return try await page(
                registration,
                draft,
                version,
                gone: gone,
                notices: ["profile.notSavedYet"],
                proposed: await editor.proposals(action, for: draft),
                request,
                context
            )
        }
        let draft = draft.withoutEmptyRows
        let flaws = try await editor.places().check.flaws(in: draft)
        guard flaws.isEmpty else {
            return try await page(
                registration,
                draft,
                version,
                gone: gone,
                flaws: flaws,
                status: .unprocessableContent,
                request,
                context
            )
        }
        try await store.profiles.save(draft, of: id, version: version, by: "registration \(registration.id)")
        return .redirect(to: "/register/form?saved=1", type: .normal)
    }

    private func page(
        _ registration: Registration,
        _ draft: ProfileDraft,
        _ version: String,
        sender: SenderField? = nil,
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
            of: registration.enterprise,
            gone: gone,
            proposed: proposed,
            conflict: conflict,
            places: try await editor.places(),
            language
        )
        values["action"] = "/register/form"
        values["isDraft"] = registration.enterprise == nil
        if registration.enterprise == nil {
            (sender ?? SenderField(registration)).add(to: &values, renderer, language)
        }
        values["email"] = registration.email
        values["state"] = renderer.word("registration.status.\(registration.status)", language)
        values["reasons"] = [registration.note].compactMap { $0 }
        values["notices"] = notices.map { renderer.word($0, language) }
        return try renderer.page(
            "registerform",
            title: renderer.word("registration.title", language),
            section: nil,
            values,
            request: request,
            context: context,
            status: status
        )
    }
}
