import FairwayCore
import FairwayStore
import Hummingbird
import NIOCore

/// Personal data: what it is for and how long it is kept, and for each person all of it to take along or to have erased.
struct PersonalDataPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    let confirmation: ConfirmPage

    func privacy(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        return try renderer.page(
            "privacy",
            title: renderer.word("privacy.title", language),
            section: nil,
            [
                "readers": PersonReader.allCases.map { reader in
                    [
                        "reader": reader.words(in: language),
                        "nameAccess": reader.nameAccess.words(in: language),
                        "contactAccess": reader.contactAccess.words(in: language),
                    ]
                },
                "periods": Self.periods(try await store.personalData.retention(), language),
                "isErased": PageParameters(request)["erased"] != nil,
            ],
            request: request,
            context: context
        )
    }

    /// How long data is kept, a sentence each.
    private static func periods(_ retention: Retention, _ language: Language) -> [String] {
        let days = CountedNoun.day.counted(retention.days, in: language)
        let draft = CountedNoun.day.counted(RegistrationRepository.draftDays, in: language)
        let date = retention.erasedFrom?.words(in: language)
        let dated = date.map {
            language.pick(zh: "，自 \($0) 起删除", ru: ", с \($0) удаляются", en: " and erased from \($0)")
        }
        return [
            language.pick(
                zh: "展会结束后保存 \(days)\(dated ?? "")。",
                ru: "После окончания выставки данные хранятся: \(days)\(dated ?? "").",
                en: "After the end of the expo the data is kept for \(days)\(dated ?? "")."
            ),
            language.pick(
                zh: "未提交的注册草稿，最后一次修改后保存 \(draft)。",
                ru: "Неотправленный черновик хранится после последнего изменения: \(draft).",
                en: "A draft that was not sent is kept for \(draft) after its last change."
            ),
        ]
    }

    // MARK: - One's own

    func export(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let account = context.viewer else { throw HTTPError(.unauthorized) }
        return Self.file(try await store.personalData.all(of: PersonKey(email: account.email)))
    }

    func showErase(_ request: Request, _ context: WebContext) async throws -> Response {
        try erasePage(request, context)
    }

    func erase(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let account = context.viewer else { throw HTTPError(.unauthorized) }
        guard EmailAddress.folded(form["email"] ?? "") == account.email else {
            let problem = renderer.word("privacy.typeEmail", context.language)
            return try erasePage(request, context, problem: problem, status: .unprocessableContent)
        }
        let deed = renderer.word("privacy.eraseTitle", context.language)
        // While an organiser acts for somebody, it is that person who is erased.
        let question = ConfirmPage.Question(
            title: deed,
            about: renderer.word("privacy.eraseText", context.language),
            deed: deed,
            facts: confirmation.facts(name: account.name, email: account.email, context.language)
        )
        if let page = try await confirmation.page(asking: form, question, request, context) { return page }
        do {
            _ = try await store.personalData.erase(PersonKey(email: account.email), by: context.actor)
        } catch let error as AccountError {
            let problem = error.words(in: context.language)
            return try erasePage(request, context, problem: problem, status: .conflict)
        }
        var response = Response.redirect(to: "/privacy?erased=1", type: .normal)
        if context.signIn?.actingFor == nil {
            response.setCookie(SignInMiddleware.cookie("", isSecure: site.isSecure))
        }
        return response
    }

    private func erasePage(
        _ request: Request,
        _ context: WebContext,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try renderer.page(
            "erase",
            title: renderer.word("privacy.eraseTitle", context.language),
            section: nil,
            ["problems": [problem].compactMap { $0 }, "email": context.viewer?.email ?? ""],
            request: request,
            context: context,
            status: status
        )
    }

    // MARK: - By the organiser

    func people(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = PageParameters(request)["person"] ?? ""
        return try await peoplePage(asked, request, context)
    }

    func exportPerson(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let asked = PageParameters(request)["person"] else {
            return .redirect(to: "/organiser/people", type: .normal)
        }
        return Self.file(try await store.personalData.all(of: PersonKey(asked)))
    }

    func erasePerson(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let asked = form["person"] ?? ""
        guard !asked.isEmpty else {
            let problem = renderer.word("people.typePerson", context.language)
            return try await peoplePage("", request, context, problem: problem, status: .unprocessableContent)
        }
        let question = try await question(aboutErasing: asked, context.language)
        if let page = try await confirmation.page(asking: form, question, request, context) { return page }
        do {
            _ = try await store.personalData.erase(PersonKey(asked), by: context.actor)
        } catch let error as AccountError {
            let problem = error.words(in: context.language)
            return try await peoplePage(asked, request, context, problem: problem, status: .conflict)
        }
        return .redirect(to: "/organiser/people?erased=1", type: .normal)
    }

    /// With the names that the store has for what was typed: an address or a code alone is easily another's.
    private func question(aboutErasing asked: String, _ language: Language) async throws
        -> ConfirmPage.Question
    {
        let data = try await store.personalData.all(of: PersonKey(asked))
        let people = data.representatives.map { $0.representative.name.text(in: language) }
        let deed = renderer.word("people.erase", language)
        var facts = [("people.person", asked)]
        facts += [data.account?.name].compactMap { $0 }.map { ("people.account", $0) }
        facts += people.map { ("people.representative", $0) }
        return ConfirmPage.Question(
            title: deed,
            about: renderer.word("privacy.eraseText", language),
            deed: deed,
            facts: facts.filter { !$0.1.isEmpty }.map {
                ConfirmPage.Question.Fact(name: renderer.word($0.0, language), value: $0.1)
            },
            section: .registrations
        )
    }

    private func peoplePage(
        _ asked: String,
        _ request: Request,
        _ context: WebContext,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let data = asked.isEmpty ? PersonalData() : try await store.personalData.all(of: PersonKey(asked))
        let isErased = PageParameters(request)["erased"] != nil
        return try renderer.page(
            "people",
            title: renderer.word("people.title", language),
            section: .registrations,
            [
                "problems": [problem].compactMap { $0 },
                "isErased": isErased, "person": asked, "query": PageParameters.encoded(asked),
                "isAsked": !asked.isEmpty, "isNobody": data.isEmpty && !asked.isEmpty,
                "isFound": !data.isEmpty,
                "names": data.representatives.map {
                    [
                        "name": renderer.said($0.representative.name, language),
                        "code": $0.representative.enterprise.code,
                    ] as [String: Any]
                },
                "accounts": [data.account?.name].compactMap { $0 },
                "letterCount": data.letters.count,
            ],
            request: request,
            context: context,
            status: status
        )
    }

    private static func file(_ data: PersonalData) -> Response {
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: data.json)))
        response.headers[.contentType] = "application/json; charset=utf-8"
        response.headers[.contentDisposition] = "attachment; filename=\"personal-data.json\""
        response.headers[.cacheControl] = CachePolicy.nothing
        return response
    }
}
