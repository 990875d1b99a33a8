import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// The form with which an agency registers one company.
struct MemberFormPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    private var frame: DelegationFrame { DelegationFrame(store: store, renderer: renderer) }

    init(store: ExpoStore, renderer: PageRenderer, site: WebSite) {
        self.store = store
        self.renderer = renderer
        self.site = site
    }

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (_, agency) = try await frame.delegation(context)
        let language = context.language.rawValue
        let preset = [
            "economy": agency.economy.code, "region": agency.region?.code ?? "", "letterLanguage": language,
        ]
        let done = PageParameters(request)["registered"].map { code in
            renderer.word("member.done", context.language).replacing("{code}", with: code)
        }
        return try await page(MemberForm(fields: preset), request, context, done: done)
    }

    func register(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = MemberForm(fields: try await GuardMiddleware.form(request, context))
        let (delegation, _) = try await frame.delegation(context)
        let language = context.language
        do {
            let enterprise = try await MemberDesk(store: store, site: site).register(
                form,
                in: delegation.id,
                as: context.viewer?.part,
                by: context.actor
            )
            return .redirect(
                to: LocalTarget(
                    ["delegations", delegation.id.code, "enterprises", "new"],
                    query: [("registered", enterprise.id.code)]
                )
            )
        } catch let flaw as MemberForm.Flaw {
            let notice = renderer.word(flaw.word, language)
            return try await page(
                form,
                request,
                context,
                notice: notice,
                wrong: flaw.field,
                status: .badRequest
            )
        } catch MemberError.unknownPlace {
            let notice = renderer.word("member.badPlace", language)
            return try await page(
                form,
                request,
                context,
                notice: notice,
                wrong: "region",
                status: .badRequest
            )
        } catch MemberError.duplicate(let other) {
            let notice = renderer.word("member.duplicate", language).replacing("{code}", with: other.code)
            return try await page(form, request, context, notice: notice, duplicate: other, status: .conflict)
        } catch let error as AccountError {
            let notice = error.words(in: language)
            return try await page(form, request, context, notice: notice, wrong: "email", status: .conflict)
        }
    }

    private func page(
        _ form: MemberForm,
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        wrong: String? = nil,
        duplicate: Enterprise.ID? = nil,
        done: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let (delegation, agency) = try await frame.delegation(context)
        let fields = FormFields(renderer: renderer, language: language, wrong: wrong) { form[$0] }
        func checks(_ prefix: String, _ options: [(code: String, name: String)]) -> [[String: Any]] {
            options.map { option in
                let name = "\(prefix)_\(option.code)"
                return ["name": name, "label": option.name, "isChecked": form.isChecked(name)]
            }
        }
        let tongues = MemberForm.offeredLanguages.map { ($0.code, $0.displayName(in: language)) }
        return try frame.page(
            "delegationmember",
            tab: .register,
            delegation,
            agency,
            [
                "done": DelegationFrame.part(done.map { ["text": $0] }),
                "names": fields.perLanguage("name", "member.name", most: MemberForm.longestName),
                "abouts": fields.perLanguage("about", "member.about", most: MemberForm.longestAbout),
                "economies": try await economies(form, language),
                "regions": try await regions(form, agency, language),
                "isRegionWrong": wrong == "region" || wrong == "economy",
                "roles": checks(
                    "role",
                    Enterprise.Role.allCases.map { ($0.rawValue, $0.displayName(in: language)) }
                ),
                "sectors": checks("sector", Sector.all.map { ($0.id.code, $0.name.text(in: language)) }),
                "ownLanguages": checks("language", Array(tongues.prefix(3))),
                "otherLanguages": checks("language", Array(tongues.dropFirst(3))),
                "website": [fields.field("website", "member.website", most: 300)],
                "contacts": fields.perLanguage("contact", "member.contact", most: MemberForm.longestName),
                "reach": [
                    fields.field("email", "signIn.email", type: "email", most: 254),
                    fields.field("phone", "member.phone", type: "tel", most: 60),
                ],
                "isInvited": form.isChecked("invite"),
                "letterLanguages": Language.allCases.map { choice in
                    [
                        "code": choice.rawValue, "name": choice.endonym,
                        "isChosen": form["letterLanguage"] == choice.rawValue,
                    ] as [String: Any]
                },
                "duplicate": DelegationFrame.part(duplicate.map { ["code": $0.code] }),
            ],
            notices: [notice].compactMap { $0 },
            request: request,
            context: context,
            status: status
        )
    }

    private func economies(_ form: MemberForm, _ language: Language) async throws -> [[String: Any]] {
        try await store.expo.economies().map { ($0.id.code, $0.name.text(in: language)) }.sorted {
            $0.1 < $1.1
        }
        .map { ["code": $0.0, "name": $0.1, "isChosen": $0.0 == form["economy"]] }
    }

    /// Those of the agency's economy: a company from elsewhere is registered without one.
    private func regions(_ form: MemberForm, _ agency: Agency, _ language: Language) async throws -> [[String:
        Any]]
    {
        try await store.expo.regions().filter { $0.economy == agency.economy }
            .map { ($0.id.code, $0.name.text(in: language)) }.sorted { $0.1 < $1.1 }
            .map { ["code": $0.0, "name": $0.1, "isChosen": $0.0 == form["region"]] }
    }
}
