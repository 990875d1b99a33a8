import FairwayCore
import FairwayStore
import HTTPTypes
import Hummingbird

/// Stands before every route and asks its right of whoever comes.
struct AccessGate: Sendable {
    let store: ExpoStore

    func guarded(_ route: Route) -> Route.Handler {
        let handle = route.isForPrograms ? guardedForPrograms(route) : guardedForPeople(route)
        return { request, context in
            var response = try await handle(request, context)
            CachePolicy.apply(to: &response, of: route, request, context)
            return response
        }
    }

    private func guardedForPeople(_ route: Route) -> Route.Handler {
        { request, context in
            let part = context.viewer?.part
            if try await route.right.allows(part, object(of: context)) {
                return try await route.handle(request, context)
            }
            guard part == nil else { throw HTTPError(.forbidden) }
            guard request.method == .get || request.method == .head else { throw HTTPError(.unauthorized) }
            return .redirect(to: Self.door(to: request, context))
        }
    }

    /// Where to sign in, and to come back from.
    private static func door(to request: Request, _ context: WebContext) -> LocalTarget {
        let asked = request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
        let path = context.signIn == nil ? ["sign-in"] : ["sign-in", "second-factor"]
        return LocalTarget(path, query: [("to", LocalTarget(asked: asked).text)])
    }

    /// What the codes of the path stand for; nothing when there is no such thing.
    func object(of context: WebContext) async throws -> RightObject {
        var object = RightObject()
        if let code = context.parameters.get("enterprise") {
            object.enterprise = Enterprise.ID(code)
            object.agency = try await store.enterprises.agency(leading: Enterprise.ID(code))
        }
        if let code = context.parameters.get("delegation") {
            object.agency = try await store.delegations.agency(of: Delegation.ID(code))
        }
        if let code = context.parameters.get("interpreter") { object.interpreter = Interpreter.ID(code) }
        return object
    }
}
