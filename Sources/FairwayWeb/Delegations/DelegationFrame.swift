import FairwayCore
import FairwayStore
import Foundation
import Hummingbird
import NIOCore

/// What all pages of one delegation have in common: which it is, and the way to the others.
struct DelegationFrame: Sendable {
    enum Tab: String, CaseIterable {
        case board = ""
        case register = "/enterprises/new"
        case importing = "/import"
        case letters = "/letters"

        var word: String {
            switch self {
            case .board: "delegations.board"
            case .register: "delegations.register"
            case .importing: "delegations.import"
            case .letters: "delegations.letters"
            }
        }
    }

    let store: ExpoStore
    let renderer: PageRenderer

    /// - Throws: 404 when there is none of the code.
    func delegation(_ context: WebContext) async throws -> (delegation: Delegation, agency: Agency) {
        guard let code = context.parameters.get("delegation"),
            let delegation = try await store.delegations.find(.init(code)),
            let agency = try await store.expo.agency(delegation.agency)
        else { throw HTTPError(.notFound) }
        return (delegation, agency)
    }

    /// A part of a page that may be missing.
    static func part(_ model: [String: Any]?) -> Any { model ?? false }

    func page(
        _ template: String,
        tab: Tab,
        _ delegation: Delegation,
        _ agency: Agency,
        _ values: [String: Any],
        notices: [String] = [],
        request: Request,
        context: WebContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let language = context.language
        let name = delegation.name.text(in: language)
        let base = "/delegations/\(PageParameters.encoded(delegation.id.code))"
        let word = renderer.word(tab.word, language)
        var model = values
        model["base"] = base
        model["notices"] = notices
        model["delegation"] =
            [
                "code": delegation.id.code, "name": name,
                "agency": agency.name.text(in: language), "kind": agency.kind.displayName(in: language),
            ] as [String: Any]
        model["tabs"] = Tab.allCases.map { other in
            [
                "link": base + other.rawValue, "text": renderer.word(other.word, language),
                "isCurrent": other == tab,
            ] as [String: Any]
        }
        return try renderer.page(
            template,
            title: tab == .board ? name : "\(word)\(language.pick(zh: "：", ru: " — ", en: " – "))\(name)",
            section: .delegations,
            model,
            request: request,
            context: context,
            status: status
        )
    }
}

/// A file as an answer.
enum FileAnswer {
    static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    static let csv = "text/csv; charset=utf-8"

    static func file(_ bytes: Data, type: String, name: String) -> Response {
        var response = Response(
            status: .ok,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        response.headers[.contentType] = type
        response.headers[.cacheControl] = CachePolicy.nothing
        // Codes come from imports and may have any letters.
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        response.headers[.contentDisposition] = "attachment; filename=\"\(plain)\""
        return response
    }
}
