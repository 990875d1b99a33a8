import Crypto
import Foundation

/// The version of what an endpoint shows: a hash of it (RFC 9110, 8.8.3).
struct EntityTag: Equatable, Sendable {
    /// With its quotes.
    let text: String

    init(of body: JSONValue) { self.init(of: Data(body.description.utf8)) }

    /// A version that the store counts.
    init(version: String) { text = "\"\(version)\"" }

    init(of bytes: Data) {
        let digest = SHA256.hash(data: bytes).prefix(12)
        let hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        text = "\"\(hex)\""
    }

    /// Whether a list of If-Match (strongly) or If-None-Match (weakly) names it, or is a star.
    func isIn(_ list: String, weakly: Bool) -> Bool {
        if list == "*" { return true }
        return list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.contains {
            $0 == text || weakly && $0 == "W/" + text
        }
    }
}
