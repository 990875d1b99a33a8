package import NIOCore

/// How long a connection may take for each part of an exchange, and how many there may be.
package struct ConnectionLimits: Sendable {
    /// From the first byte of a request's head to its last.
    package var head = TimeAmount.seconds(15)
    /// Between two requests, and before the first byte.
    package var idle = TimeAmount.seconds(60)
    /// For a body of no length; each further `bodyBytesPerSecond` give a second more.
    package var body = TimeAmount.seconds(20)
    package var bodyBytesPerSecond = 8 * 1024
    /// A body that takes longer makes room for others when there are too many connections.
    package var slowBody = TimeAmount.seconds(5)
    /// For a reader that takes nothing of the answer.
    package var stalled = TimeAmount.seconds(30)
    /// From the head of a request to the end of its answer, whatever happens in between.
    package var total = TimeAmount.minutes(10)
    /// For the other side to close after our last answer, and for everything that is open when the server stops.
    package var closing = TimeAmount.seconds(3)
    /// Of answers that nobody takes, all connections together.
    package var maxUnread = 128 << 20
    /// Requests of one connection that have come and are not answered, the one that is being answered among them.
    package var maxUnanswered = 16
    /// Connections in all; each takes a file descriptor and some tens of kilobytes.
    package var maxConnections = 4096
    /// Of one address; a server before this one is exempt, since all come from there.
    package var maxOfAddress = 3072
    /// Bytes of one header, of all, and their number.
    package var maxHeaderBytes = 16 * 1024
    package var maxHeadersBytes = 64 * 1024
    package var maxHeaders = 100

    package init() {}

    package static let usual = ConnectionLimits()
}
