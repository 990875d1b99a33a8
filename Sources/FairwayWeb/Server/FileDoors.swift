import FairwayCore
import FairwayStore
import Hummingbird
import NIOCore

/// What is no page: static files, the switch of language, and whether the server is well.
struct FileDoors: Sendable {
    let probe: StoreProbe
    let renderer: PageRenderer

    var routes: [Route] {
        [
            .get("/healthz", .anyone) { _, _ in Self.plain("ok\n") },
            .get("/readyz", .anyone, isReady),
            .get("/language/{language}", .anyone, switchLanguage),
            .get("/static/{version}/{name}", .anyone, file),
        ]
    }

    private static func plain(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        response.headers[.contentType] = "text/plain; charset=utf-8"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Alive is not ready: the store has to take a write as well.
    private func isReady(_ request: Request, _ context: WebContext) async throws -> Response {
        let readiness = await probe.readiness()
        let status: HTTPResponse.Status = readiness == .ready ? .ok : .serviceUnavailable
        return Self.plain(readiness.words(in: context.language) + "\n", status)
    }

    private func switchLanguage(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let code = context.parameters.get("language"), let language = Language(rawValue: code) else {
            throw HTTPError(.notFound)
        }
        let asked = PageParameters(request)["to"]
        var response = Response.redirect(to: LocalTarget(asked: asked))
        response.setCookie(
            Cookie(
                name: LanguageMiddleware.cookie,
                value: language.rawValue,
                maxAge: 31_536_000,
                path: "/",
                secure: false,
                httpOnly: true,
                sameSite: .lax
            )
        )
        return response
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let name = context.parameters.get("name"), let file = renderer.resources.files[name] else {
            throw HTTPError(.notFound)
        }
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        response.headers[.contentType] = file.type
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
