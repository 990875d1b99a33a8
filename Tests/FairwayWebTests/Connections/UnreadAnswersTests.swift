import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import FairwayWeb

/// Answers that nobody takes do not fill the memory.
struct UnreadAnswersTests {
    private let answers = UnreadAnswers(maxBytes: 100)

    private func opened() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.connect(to: .init(ipAddress: "192.0.2.1", port: 80)).wait()
        return channel
    }

    private func time(_ seconds: UInt64) -> NIODeadline { .uptimeNanoseconds(seconds * 1_000_000_000) }

    @Test func whoHasTakenNothingTheLongestIsClosed() throws {
        let channels = try (0..<4).map { _ in try opened() }
        for (number, channel) in channels.prefix(3).enumerated() {
            let now = time(UInt64(number))
            answers.hold(UInt(number + 1), bytes: 30, by: number, on: channel, now: now)
        }
        answers.taken(by: 0, now: time(9))
        #expect(answers.bytes == 90 && channels.allSatisfy(\.isActive))
        answers.hold(4, bytes: 30, by: 3, on: channels[3], now: time(10))
        #expect(channels.map(\.isActive) == [true, false, true, true] && answers.bytes == 90)
        // What is told of the one that was closed changes nothing more.
        answers.release(2, by: 1)
        #expect(answers.bytes == 90)
        for number in [0, 2, 3] { answers.release(UInt(number + 1), by: number) }
        #expect(answers.bytes == 0)
    }

    @Test func sharedBytesCountOnceAndOneAnswerIsAlwaysPossible() throws {
        let channels = try (0..<50).map { _ in try opened() }
        for (number, channel) in channels.enumerated() {
            answers.hold(7, bytes: 80, by: number, on: channel, now: time(1))
        }
        #expect(answers.bytes == 80 && channels.allSatisfy(\.isActive))
        let other = try opened()
        answers.hold(8, bytes: 500, by: 50, on: other, now: time(2))
        #expect(other.isActive && answers.bytes == 500)
        let areOpen = channels.contains(where: \.isActive)
        #expect(!areOpen)
    }

    /// Through the guard: what is written is held, and given back when it is taken or will never be.
    @Test func theGuardHoldsWhatIsWritten() throws {
        var limits = ConnectionLimits()
        limits.maxUnread = 1 << 20
        let registry = ConnectionRegistry(limits: limits)
        let hold = HoldsWrites()
        let channel = EmbeddedChannel(handlers: [hold, ConnectionGuard(registry: registry)])
        try channel.connect(to: .init(ipAddress: "192.0.2.1", port: 80)).wait()
        channel.write(IOData.byteBuffer(ByteBuffer(repeating: 1, count: 100_000)), promise: nil)
        channel.write(IOData.byteBuffer(ByteBuffer(repeating: 1, count: 100)), promise: nil)
        #expect(registry.unread.bytes == 100_000, "a few bytes are not counted")
        hold.release()
        #expect(registry.unread.bytes == 0)
        channel.write(IOData.byteBuffer(ByteBuffer(repeating: 1, count: 50_000)), promise: nil)
        #expect(registry.unread.bytes == 50_000)
        hold.fail()
        #expect(registry.unread.bytes == 0)
        _ = try? channel.finish()
    }
}

/// Nearer to the socket than the guard: a reader that takes nothing until it is told to.
private final class HoldsWrites: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = IOData

    private let waiting = Promises()

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if let promise { waiting.add(promise) }
    }

    func release() { for promise in waiting.take() { promise.succeed(()) } }

    func fail() { for promise in waiting.take() { promise.fail(ChannelError.ioOnClosedChannel) } }
}

private final class Promises: Sendable {
    private let promises = Mutex<[EventLoopPromise<Void>]>([])

    func add(_ promise: EventLoopPromise<Void>) { promises.withLock { $0.append(promise) } }

    func take() -> [EventLoopPromise<Void>] {
        promises.withLock { promises in
            defer { promises = [] }
            return promises
        }
    }
}
