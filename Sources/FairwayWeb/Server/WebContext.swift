import FairwayCore
import Hummingbird

/// What belongs to one request: its language and its form token.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var language = Language.en
    /// Value of the token cookie, made for the request when it has none (double-submit; OWASP, CSRF prevention).
    var formToken = ""

    init(source: Source) {
        coreContext = .init(source: source)
    }

    /// Forms are small; anything larger is refused.
    var maxUploadSize: Int { 64 * 1024 }
}
