import FairwayCore
import FairwayStore
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore

/// Makes pages of templates.
struct PageRenderer: Sendable {
    let resources: WebResources

    /// - Parameters:
    ///   - template: Of the page's body; it is put into `layout`.
    ///   - section: Which entry of the navigation is current.
    func page(
        _ template: String,
        title: String,
        section: Section?,
        _ values: [String: Any],
        request: Request,
        context: WebContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let language = context.language
        let words = resources.words[language] ?? [:]
        var model = values
        model["t"] = resources.nestedWords[language]
        model["lang"] = language.rawValue
        model["title"] = title
        model["version"] = resources.version
        model["token"] = context.formToken
        model["here"] = Self.here(request)
        let part = context.viewer?.part
        model["viewer"] = context.viewer.map {
            ["name": $0.name.isEmpty ? $0.email : $0.name] as [String: Any]
        }
        model["acting"] = context.signIn?.actingFor.map { ["name": $0.name] as [String: Any] }
        model["sections"] = Section.allCases.filter { $0.right.allows(part) }.map { entry in
            [
                "path": entry.path(part?.scope ?? ""),
                "name": words["nav.\(entry.rawValue)"] ?? entry.rawValue,
                "isCurrent": entry == section,
            ] as [String: Any]
        }
        model["languages"] = Language.allCases.map { choice in
            ["code": choice.rawValue, "name": choice.endonym, "isCurrent": choice == language]
                as [String: Any]
        }
        guard let body = resources.templates.render(ViewValues(model), withTemplate: template) else {
            throw HTTPError(.notFound)
        }
        model["body"] = body
        guard let html = resources.templates.render(ViewValues(model), withTemplate: "layout") else {
            throw HTTPError(.notFound)
        }
        var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
        response.headers[.contentType] = "text/html; charset=utf-8"
        response.headers[.cacheControl] =
            CachePolicy.isKnown(request, context) ? CachePolicy.nothing : CachePolicy.revalidated
        return response
    }

    /// Path and query, to come back to after a change of language; encoded, since it is the value of a query itself.
    private static func here(_ request: Request) -> String {
        PageParameters.encoded(request.uri.path + (request.uri.query.map { "?\($0)" } ?? ""))
    }

    func word(_ key: String, _ language: Language) -> String {
        resources.words[language]?[key] ?? key
    }
}

/// The entries of the navigation.
enum Section: String, CaseIterable {
    case overview, search, enterprises, mine, matches, requests, interpreting, delegations, programme,
        unplaced,
        organiser, registrations, rules, accounts

    /// Whoever may not pass its door does not see the entry.
    var right: Right {
        switch self {
        case .overview, .search, .enterprises: .anyone
        case .mine, .matches, .requests: .ownEnterprise
        case .interpreting: .parts([.interpreter])
        case .delegations: .parts([.organiser, .agency])
        case .programme, .unplaced: .staff
        case .organiser, .registrations, .rules, .accounts: .organiser
        }
    }

    /// - Parameter scope: The code of the enterprise or interpreter whose pages these are.
    func path(_ scope: String) -> String {
        switch self {
        case .overview: "/"
        case .search: "/search"
        case .enterprises: "/enterprises"
        case .mine: "/enterprises/\(scope)"
        case .matches: "/enterprises/\(scope)/matches"
        case .requests: "/enterprises/\(scope)/requests"
        case .interpreting: "/interpreters/\(scope)"
        case .rules: "/organiser/rules"
        case .delegations: "/delegations"
        case .programme: "/programme"
        case .unplaced: "/programme/unplaced"
        case .organiser: "/organiser"
        case .registrations: "/organiser/registrations"
        case .accounts: "/organiser/accounts"
        }
    }
}
