import FairwayCore
import FairwayStore
import HTTPTypes
import Hummingbird

extension AccessGate {
    /// The gate of doors that programs come to: by token, or to look only, by the cookie of someone signed in.
    ///
    /// Browsers send cookies with forms of other sites too, so a cookie changes nothing here, and where everyone may
    /// change something it says nothing of who that is.
    func guardedForPrograms(_ route: Route) -> Route.Handler {
        { request, context in
            var context = context
            guard !context.hasBadToken else { throw APIProblem(.badToken) }
            if let token = context.access {
                if case .scope(let scope) = route.tokens, !token.scopes.contains(scope) {
                    throw APIProblem(.scopeMissing, detail: scope.rawValue)
                }
            } else if route.method != .get {
                guard route.right == .anyone else { throw APIProblem(.tokenNeeded) }
                context.signIn = nil
            }
            let part = context.viewer?.part
            guard try await route.right.allows(part, object(of: context)) else {
                throw APIProblem(part == nil ? .signInNeeded : .forbidden)
            }
            return try await route.handle(request, context)
        }
    }
}
