import FairwayCore
import HTTPTypes
import Hummingbird

/// One door of the server: where it is, who may pass, and what is behind it.
struct Route: Sendable {
    typealias Handler = @Sendable (Request, WebContext) async throws -> Response

    /// Whether a personal access token opens the door.
    enum Tokens: Equatable, Sendable {
        /// A page for people: by cookie alone.
        case none
        case any
        case scope(AccessScope)
    }

    let method: HTTPRequest.Method
    /// With `{enterprise}` and the like for the codes that the right is about (`RightObject`).
    let path: String
    let right: Right
    var tokens = Tokens.none
    let handle: Handler

    static func get(_ path: String, _ right: Right, _ handle: @escaping Handler) -> Route {
        Route(method: .get, path: path, right: right, handle: handle)
    }

    static func post(_ path: String, _ right: Right, _ handle: @escaping Handler) -> Route {
        Route(method: .post, path: path, right: right, handle: handle)
    }

    /// Whether programs ask here, who are refused by problems instead of pages.
    var isForPrograms: Bool { tokens != .none }
}
