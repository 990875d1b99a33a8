import FairwayCore
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body, once all of it is there: within the limit of its route, and in the room that all bodies share.
    ///
    /// One whose length says that it is too large is refused before a byte of it is read; one without a length takes room
    /// for as much as it may have.
    /// - Throws: `BodyError`.
    func wholeBody(upTo maxBytes: Int) async throws -> ByteBuffer {
        let declared = headers[.contentLength].flatMap { Int($0, in: 0...(.max)) }
        if let declared, declared > maxBytes { throw BodyError.tooLarge }
        guard let room = BodyRoom.current else { return try await collectedBody(upTo: maxBytes, declared) }
        return try await room.collecting(
            declared ?? maxBytes,
            { try await collectedBody(upTo: maxBytes, declared) },
            size: \.readableBytes
        )
    }

    private func collectedBody(upTo maxBytes: Int, _ declared: Int?) async throws -> ByteBuffer {
        let buffer: ByteBuffer
        do {
            buffer = try await body.collect(upTo: maxBytes)
        } catch is NIOTooManyBytesError {
            throw BodyError.tooLarge
        } catch {
            // Whatever else reading throws (the parser, the channel, the socket) is of the connection, not of ours.
            throw BodyError.broken
        }
        // A connection that is closed ends the stream without a word.
        if let declared, buffer.readableBytes < declared { throw BodyError.broken }
        return buffer
    }
}
