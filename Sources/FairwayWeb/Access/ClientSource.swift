import Foundation

/// Where a request comes from, for throttling only; never logged.
///
/// An IPv6 network of 64 bits is one source: whoever has one address of it has them all (RFC 6177).
enum ClientSource: Hashable, Sendable {
    case ipv4(UInt32)
    case ipv6Network(UInt64)
    /// No address at all, or what is none.
    case unknown

    /// - Parameter text: An IP address; one of version 4 may be written as one of version 6 (RFC 4291, 2.5.5.2).
    init(_ text: String) {
        // A scope (`%eth0`) belongs to no address.
        let text = String(text.prefix { $0 != "%" })
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .ipv4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self = Self.network(withUnsafeBytes(of: six) { Array($0) })
        } else {
            self = .unknown
        }
    }

    private static func network(_ bytes: [UInt8]) -> ClientSource {
        func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        let isMapped = number(0..<8) == 0 && number(8..<12) == 0xFFFF
        return isMapped ? .ipv4(UInt32(truncatingIfNeeded: number(12..<16))) : .ipv6Network(number(0..<8))
    }
}
