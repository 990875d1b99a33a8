import FairwayCore
import HTTPTypes
import Hummingbird

/// What caches and browsers may keep of an answer: nothing of what is not for everyone, so that neither a proxy nor the next
/// person at a shared computer finds it.
enum CachePolicy {
    static let nothing = "private, no-store"
    /// To be asked for anew each time; of pages that are the same for every visitor.
    static let revalidated = "private, no-cache"

    /// By the right of the route, so that no handler can forget it.
    ///
    /// A route for everyone may say `public` or set a time; what it
    /// answers someone who is known is theirs all the same.
    static func apply(to response: inout Response, of route: Route, _ request: Request, _ context: WebContext)
    {
        let declared = response.headers[.cacheControl] ?? ""
        if route.right == .anyone {
            let isPublic = declared.contains("public")
            if isPublic || declared.contains("no-store") || !isKnown(request, context) { return }
        }
        response.headers[.cacheControl] = nothing
    }

    /// Whether the answer may be made for one person: by sign-in, token, or a registration that is under way.
    static func isKnown(_ request: Request, _ context: WebContext) -> Bool {
        context.signIn != nil || context.access != nil
            || request.cookies[RegistrationPage.cookie]?.value.isEmpty == false
    }
}
