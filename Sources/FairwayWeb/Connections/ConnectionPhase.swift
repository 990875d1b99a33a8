import NIOCore

/// What a connection is in the middle of, and when that takes too long.
///
/// A pure value: whoever has the clock asks it.
struct ConnectionPhase: Equatable {
    enum Step: Equatable {
        case idle
        case head
        case body
        case answer
        case closing
    }

    private(set) var step = Step.idle
    /// When the step began, and the exchange.
    private var since: NIODeadline
    private var began: NIODeadline
    private var bodyBytes = 0
    /// Since when the other side takes nothing.
    private var stalledSince: NIODeadline?
    private var hasAnswerEnded = false

    init(now: NIODeadline) {
        since = now
        began = now
    }

    /// Whether closing it costs the other side nothing but a new connection.
    var isDispensable: Bool { step == .idle || step == .head || step == .closing }
    var startedAt: NIODeadline { since }
    /// A body that is under way may make room when it takes long and there is nothing else to close.
    var isBody: Bool { step == .body }

    mutating func received(_ bytes: Int, now: NIODeadline) {
        switch step {
        case .idle: enter(.head, now)
        case .body: bodyBytes += bytes
        case .head, .answer, .closing: break
        }
    }

    mutating func requestHead(now: NIODeadline) {
        enter(.body, now)
        began = now
        bodyBytes = 0
        hasAnswerEnded = false
    }

    mutating func requestEnd(now: NIODeadline) {
        guard step == .body else { return }
        enter(hasAnswerEnded ? .idle : .answer, now)
    }

    mutating func answerEnd(now: NIODeadline) {
        hasAnswerEnded = true
        if step == .answer { enter(.idle, now) }
    }

    mutating func writable(_ isWritable: Bool, now: NIODeadline) {
        stalledSince = isWritable ? nil : stalledSince ?? now
    }

    /// The other side has taken a piece of the answer.
    mutating func taken(now: NIODeadline) {
        if stalledSince != nil { stalledSince = now }
    }

    mutating func close(now: NIODeadline) {
        if step != .closing { enter(.closing, now) }
    }

    private mutating func enter(_ step: Step, _ now: NIODeadline) {
        self.step = step
        since = now
    }

    /// When it has taken too long, unless something happens before.
    func deadline(_ limits: ConnectionLimits) -> NIODeadline {
        let own =
            switch step {
            case .idle: since + limits.idle
            case .head: since + limits.head
            case .body: since + limits.body + .seconds(Int64(bodyBytes / max(1, limits.bodyBytesPerSecond)))
            case .answer: began + limits.total
            case .closing: since + limits.closing
            }
        let stalled = stalledSince.map { $0 + limits.stalled } ?? .distantFuture
        let whole = step == .body ? began + limits.total : .distantFuture
        return min(own, stalled, whole)
    }
}
