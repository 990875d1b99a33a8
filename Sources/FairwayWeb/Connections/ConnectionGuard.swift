import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Ends connections that take too long, whatever they send: stands first in the pipeline and sees bytes.
///
/// All methods run on the channel's event loop.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let registry: ConnectionRegistry
    private var phase = ConnectionPhase(now: .now())
    private var number: Int?
    private var timer: Scheduled<Void>?
    private var armed = NIODeadline.distantFuture
    private var context: ChannelHandlerContext?

    init(registry: ConnectionRegistry) {
        self.registry = registry
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        Self.limitUnread(context.channel)
        if context.channel.isActive { begin(context) }
    }

    /// What has come waits in pieces until a handler takes it, a dozen of them, and a request whose handler takes none keeps them:
    /// of the usual pieces, which grow to 64 KB, 4,000 connections kept 1.4 GB.
    private static func limitUnread(_ channel: any Channel) {
        channel.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: arrival))
            .whenFailure { _ in channel.close(promise: nil) }
        channel.setOption(.maxMessagesPerRead, value: 1).whenFailure { _ in channel.close(promise: nil) }
        channel.setOption(.writeBufferWaterMark, value: unwritten)
            .whenFailure { _ in channel.close(promise: nil) }
    }

    /// Bytes of what is read at once.
    private static let arrival = 4096
    /// Bytes that wait to be written when the next answer has to wait: `UnreadAnswers` counts none of the small ones.
    private static let unwritten = ChannelOptions.Types.WriteBufferWaterMark(low: 8 * 1024, high: 16 * 1024)

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        change { $0.received(unwrapInboundIn(data).readableBytes, now: $1) }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        let isWritable = context.channel.isWritable
        change { $0.writable(isWritable, now: $1) }
        context.fireChannelWritabilityChanged()
    }

    /// In pieces, so that it is seen that the other side takes them: a whole page is one write, and stays unwritten to its end.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .byteBuffer(var buffer) = unwrapOutboundIn(data), buffer.readableBytes >= Self.counted
        else {
            context.write(data, promise: promise)
            return
        }
        let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let (unread, number) = (registry.unread, number)
        let storage = buffer.withUnsafeReadableBytes { UInt(bitPattern: $0.baseAddress) }
        if let number {
            unread.hold(storage, bytes: buffer.readableBytes, by: number, on: context.channel, now: .now())
        }
        while let piece = buffer.readSlice(length: min(Self.piece, buffer.readableBytes)) {
            let taken = context.eventLoop.makePromise(of: Void.self)
            taken.futureResult.whenSuccess { loopBound.value.change { $0.taken(now: $1) } }
            let isLast = buffer.readableBytes == 0
            if let number {
                taken.futureResult.whenSuccess { unread.taken(by: number, now: .now()) }
                // A connection that is closed fails what is still to be written.
                if isLast { taken.futureResult.whenComplete { _ in unread.release(storage, by: number) } }
            }
            if isLast { taken.futureResult.cascade(to: promise) }
            context.write(wrapOutboundOut(.byteBuffer(piece)), promise: taken)
            if isLast { return }
        }
    }

    /// Bytes; the slowest network of a hall takes one in a few seconds.
    private static let piece = 32 * 1024
    /// Bytes of an answer that is worth being counted while it waits.
    private static let counted = 4096

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            // What is under way may end; what is not done then is over.
            let channel = context.channel
            channel.eventLoop.scheduleTask(in: registry.limits.closing) { channel.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        change { $0.close(now: $1) }
        context.close(mode: mode, promise: promise)
    }

    // MARK: - What the exchange says

    func requestHead() { change { $0.requestHead(now: $1) } }
    func requestEnd() { change { $0.requestEnd(now: $1) } }
    func answerEnd() { change { $0.answerEnd(now: $1) } }

    // MARK: - Time

    private func begin(_ context: ChannelHandlerContext) {
        guard number == nil else { return }
        let now = NIODeadline.now()
        phase = ConnectionPhase(now: now)
        number = registry.admit(context.channel, now: now)
        guard number != nil else {
            refuse(context, "503 Service Unavailable")
            return
        }
        watch(context)
    }

    private func end() {
        timer?.cancel()
        timer = nil
        if let number { registry.leave(number) }
        number = nil
    }

    private func change(_ change: (inout ConnectionPhase, NIODeadline) -> Void) {
        let before = phase.step
        change(&phase, .now())
        if let context, number != nil, phase.deadline(registry.limits) < armed { watch(context) }
        guard let number, before != phase.step else { return }
        registry.update(
            number,
            isDispensable: phase.isDispensable,
            isBody: phase.isBody,
            since: phase.startedAt
        )
    }

    /// One timer at a time: it looks when it fires whether the deadline has moved on; one that has come nearer sets it anew.
    private func watch(_ context: ChannelHandlerContext) {
        timer?.cancel()
        armed = phase.deadline(registry.limits)
        let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: armed) {
            loopBound.value.timeIsUp()
        }
    }

    private func timeIsUp() {
        guard let context, number != nil else { return }
        guard phase.deadline(registry.limits) <= .now() else { return watch(context) }
        switch phase.step {
        // No answer has begun: one can be given.
        case .head: refuse(context, "408 Request Timeout")
        case .body, .idle, .answer, .closing: context.close(promise: nil)
        }
    }

    /// Past the encoder: there may be no request that it could answer.
    private func refuse(_ context: ChannelHandlerContext, _ status: String) {
        let text = "HTTP/1.1 \(status)\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(ByteBuffer(string: text))), promise: nil)
        context.close(promise: nil)
    }
}

/// Tells the guard where an exchange is; stands behind the codec and sees requests and answers.
final class ExchangeHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    private let watch: ConnectionGuard
    private let maxUnanswered: Int
    private var unanswered = 0
    private var isOver = false

    init(registry: ConnectionRegistry) {
        watch = ConnectionGuard(registry: registry)
        maxUnanswered = registry.limits.maxUnanswered
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        do {
            try pipeline.addHandler(watch, position: .first)
            let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            try pipeline.addHandler(OldVersionHandler(), position: .before(codec))
        } catch {
            // Without its guard no connection is served.
            context.close(promise: nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // The decoder goes on to the end of what it has.
        if isOver { return }
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            guard unanswered <= maxUnanswered else {
                isOver = true
                context.close(promise: nil)
                return
            }
            watch.requestHead()
        case .body: break
        case .end: watch.requestEnd()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let isEnd = if case .end = unwrapOutboundIn(data) { true } else { false }
        context.write(data, promise: promise)
        guard isEnd else { return }
        unanswered -= 1
        watch.answerEnd()
    }
}

/// Lets connections end that their sender ends (RFC 9112, 9.3): HTTP/1.0 does so unless it says otherwise, and what it says is
/// read by no one here; the token `close` may be written in any way and stand beside others.
private final class OldVersionHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), isLast(head) else {
            context.fireChannelRead(data)
            return
        }
        head.headers.replaceOrAdd(name: "connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    private func isLast(_ head: HTTPRequestHead) -> Bool {
        (head.version.major, head.version.minor) < (1, 1)
            || head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
    }
}
