import NIOCore
import NIOEmbedded
import Testing

@testable import FairwayWeb

/// A long answer goes in pieces: whoever takes them slowly is seen to take them.
struct AnswerPiecesTests {
    private static let maxPiece = 32 * 1024

    @Test(arguments: [0, 1, 32_767, 32_768, 32_769, 65_536, 100_001])
    func anAnswerIsWrittenInPiecesAndWhole(bytes: Int) throws {
        let channel = EmbeddedChannel(handler: ConnectionGuard(registry: ConnectionRegistry()))
        // No two pieces begin alike.
        let answer = ByteBuffer(bytes: (0..<bytes).map { UInt8(truncatingIfNeeded: $0 / 7) })
        // Waits until the write as a whole is said to be done.
        try channel.writeOutbound(IOData.byteBuffer(answer))
        var sizes: [Int] = []
        var arrived = ByteBuffer()
        while case .byteBuffer(let piece)? = try channel.readOutbound(as: IOData.self) {
            sizes.append(piece.readableBytes)
            arrived.writeImmutableBuffer(piece)
        }
        #expect(sizes.allSatisfy { $0 <= Self.maxPiece }, "\(sizes)")
        #expect(sizes.count == max(1, (bytes + Self.maxPiece - 1) / Self.maxPiece), "\(sizes)")
        #expect(arrived == answer)
        #expect(try channel.finish().isClean)
    }

    /// What waits in a channel in either direction, thousands of times: the usual sizes took a gigabyte.
    @Test func littleWaitsInAConnection() throws {
        let channel = EmbeddedChannel(handler: ConnectionGuard(registry: ConnectionRegistry()))
        let allocator = try channel.getOption(.recvAllocator).wait()
        #expect((allocator as? FixedSizeRecvByteBufferAllocator)?.capacity == 4096)
        #expect(try channel.getOption(.maxMessagesPerRead).wait() == 1)
        #expect(try channel.getOption(.writeBufferWaterMark).wait().high == 16 * 1024)
        #expect(try channel.finish().isClean)
    }
}
