import FairwayCore
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body, once all of it is there: within the limit of its route, and in the room that all bodies share.
    ///
    /// One whose length says that it is too large is refused before a byte of it is read; each takes room as it arrives.
    /// - Throws: `BodyError`.
    func wholeBody(upTo maxBytes: Int) async throws -> ByteBuffer {
        let declared = headers[.contentLength].flatMap { Int($0, in: 0...(.max)) }
        if let declared, declared > maxBytes { throw BodyError.tooLarge }
        var whole = ByteBuffer()
        do {
            for try await part in body {
                guard part.readableBytes <= maxBytes - whole.readableBytes else { throw BodyError.tooLarge }
                try BodyRoom.current?.take(part.readableBytes, ofBodyOf: declared ?? maxBytes)
                whole.writeImmutableBuffer(part)
            }
        } catch let error as BodyError {
            throw error
        } catch {
            // Whatever else reading throws (the parser, the channel, the socket) is of the connection, not of ours.
            throw BodyError.broken
        }
        // A connection that is closed ends the stream without a word.
        if let declared, whole.readableBytes < declared { throw BodyError.broken }
        return whole
    }
}
