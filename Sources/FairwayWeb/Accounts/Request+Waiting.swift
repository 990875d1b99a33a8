import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Request {
    /// Answers for as long as the client keeps its connection: when it closes that, what waits in `answer` is cancelled.
    ///
    /// Of itself the server answers on for whoever has gone. The body must have been read. Listening takes what the client
    /// would send next, so the answer is the connection's last and says so (RFC 9112, 9.6). Who closes one half only counts
    /// as gone.
    func whileConnected(
        _ context: WebContext,
        _ answer: () async throws -> Response
    ) async throws -> Response {
        // What came by no connection has none that could close.
        guard context.remoteAddress != nil else { return try await answer() }
        var request = self
        // Listening begins behind the body, so it is given as one that was collected; of what it takes for an unread stream
        // Hummingbird would expect the end a second time.
        request.body = RequestBody(buffer: ByteBuffer())
        do {
            var response = try await request.body.consumeWithCancellationOnInboundClose { _ in
                try await answer()
            }
            response.headers[.connection] = "close"
            return response
        } catch is CancellationError {
            // For the log: nobody reads it.
            return Response(status: .init(code: 499, reasonPhrase: "Client Closed Request"))
        }
    }
}
