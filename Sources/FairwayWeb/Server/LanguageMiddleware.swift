import FairwayCore
import Hummingbird

/// The language of the answer: the switch's cookie, else Accept-Language (RFC 9110, 12.5.4), else English.
struct LanguageMiddleware: RouterMiddleware {
    static let cookie = "language"

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language =
            request.cookies[Self.cookie].flatMap { Language(rawValue: $0.value) }
            ?? Self.negotiated(request.headers[.acceptLanguage])
        var response = try await next(request, context)
        response.headers[.contentLanguage] = context.language.rawValue
        response.headers[.vary] = "Accept-Language, Accept-Encoding, Authorization, Cookie"
        return response
    }

    /// The best of the three by quality; equal ones in the order of the header.
    static func negotiated(_ header: String?) -> Language {
        var best: (quality: Double, language: Language)?
        for range in (header ?? "").split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first, let language = Language(rawValue: tag.prefix(2).lowercased()) else {
                continue
            }
            let quality =
                parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2), in: 0...1) ?? 0 }
                ?? 1
            if quality > best?.quality ?? 0 { best = (quality, language) }
        }
        return best?.language ?? .en
    }
}
