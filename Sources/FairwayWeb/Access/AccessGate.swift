import FairwayCore
import FairwayStore
import HTTPTypes
import Hummingbird

/// Stands before every route and asks its right of whoever comes.
struct AccessGate: Sendable {
    let store: ExpoStore

    func guarded(_ route: Route) -> Route.Handler {
        guard !route.isForPrograms else { return guardedForPrograms(route) }
        return { request, context in
            let part = context.viewer?.part
            if try route.right.allows(part, object(of: context)) {
                return try await route.handle(request, context)
            }
            guard part == nil else { throw HTTPError(.forbidden) }
            guard request.method == .get || request.method == .head else { throw HTTPError(.unauthorized) }
            return .redirect(to: Self.door(to: request, context), type: .normal)
        }
    }

    /// Where to sign in, and to come back from.
    private static func door(to request: Request, _ context: WebContext) -> String {
        let target = request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
        let path = context.signIn == nil ? "/sign-in" : "/sign-in/second-factor"
        return "\(path)?to=\(PageParameters.encoded(target))"
    }

    /// What the codes of the path stand for; nothing when there is no such thing.
    func object(of context: WebContext) throws -> RightObject {
        var object = RightObject()
        if let code = context.parameters.get("enterprise") {
            object.enterprise = Enterprise.ID(code)
            object.agency = try store.agency(leading: Enterprise.ID(code))
        }
        if let code = context.parameters.get("delegation") {
            object.agency = try store.agency(of: Delegation.ID(code))
        }
        if let code = context.parameters.get("interpreter") { object.interpreter = Interpreter.ID(code) }
        return object
    }
}
