import FairwayStore
import StoreSQL
import Hummingbird
import Logging
import Workers

/// Turns refusals of what programs ask into problems; what went wrong inside stays in the log.
struct APIProblemMiddleware: RouterMiddleware {
    let site: WebSite
    let renderer: PageRenderer
    let logger: Logger
    let throttle: Throttle
    let allowance: Allowance
    /// Of the API, to tell a wrong method from a wrong path.
    let endpoints: [Route]

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        let isForPrograms = BearerMiddleware.isForPrograms(path)
        let problem: APIProblem
        do {
            guard isForPrograms else { return try await next(request, context) }
            let source = site.origin(of: request, context)
            let key = context.access.map { ThrottleKey.token($0.id) } ?? .source(.api, source)
            guard await throttle.takes([Charge(key, allowance)], from: source).isAdmitted else {
                throw APIProblem(.tooManyRequests, headers: ["Retry-After": "1"])
            }
            return try await next(request, context)
        } catch let error as APIProblem {
            problem = error
        } catch let error where !isForPrograms {
            throw error
        } catch let error as BodyError {
            problem = APIProblem(error)
        } catch let error as WorkerError {
            problem = APIProblem(error, in: context.language)
        } catch let error as WorkerRefusal {
            problem = APIProblem(.cannotProcess, detail: error.words(in: context.language))
        } catch let error as HTTPError {
            problem = error.status == .notFound ? unknown(path) : APIProblem(error)
        } catch let error as StoreFileError where error.isOfTheDisk {
            logger.error(
                "nothing can be saved",
                error: error,
                metadata: AccessLogMiddleware.metadata(request, context)
            )
            problem = APIProblem(.storeUnavailable)
        } catch {
            logger.error(
                "request failed",
                error: error,
                metadata: AccessLogMiddleware.metadata(request, context)
            )
            problem = APIProblem(.internalError, detail: "\(context.requestID)")
        }
        return problem.response(path: path, renderer, context.language)
    }

    private func unknown(_ path: String) -> APIProblem {
        let methods = endpoints.filter { Self.matches($0.path, path) }.map(\.method.rawValue)
        guard !methods.isEmpty else { return APIProblem(.notFound) }
        let allowed = methods + (methods.contains("GET") ? ["HEAD"] : [])
        return APIProblem(.methodNotAllowed, headers: ["Allow": allowed.sorted().joined(separator: ", ")])
    }

    private static func matches(_ pattern: String, _ path: String) -> Bool {
        let (names, parts) = (pattern.split(separator: "/"), path.split(separator: "/"))
        return names.count == parts.count && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
