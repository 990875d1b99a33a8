import Foundation
import Hummingbird

/// A place of this site to go on to: text that a browser can read as nothing but a path of ours, with its query.
///
/// Browsers drop tabs and line breaks anywhere in an address, cut blanks off its ends, read `\` as `/`, and take what follows
/// `//` for a host (WHATWG URL, 4.4), so a test of the first two characters is not enough. What may stand here is told
/// instead: ASCII letters and digits, the few signs that addresses need, whole escapes; no empty segment, no segment of
/// dots, and nothing escaped in the path that would be one of these or a control character if someone unescaped it.
struct LocalTarget: Equatable, Sendable {
    let text: String

    static let home = LocalTarget(trusted: "/")
    /// Bytes; the longest search with all its facets has less.
    static let maxLength = 2000

    private init(trusted text: String) { self.text = text }

    /// - Returns: nil for whatever could be, or become, anything but a path of ours.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= Self.maxLength,
            bytes.allSatisfy(Self.isAllowed), Self.hasWholeEscapes(bytes)
        else { return nil }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        guard let segments = Self.segments(of: path), segments.allSatisfy(Self.isPlain) else { return nil }
        self.text = text
    }

    /// What a visitor asked to go back to; home when that is no place of ours.
    init(asked text: String?) { self = text.flatMap { LocalTarget($0) } ?? .home }

    /// A path of these segments, which may be codes from anywhere: each is escaped, and so are the values of the query.
    init(_ segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil) {
        let path = segments.map { "/" + PageParameters.encoded($0) }.joined()
        let fields = query.map { "\(PageParameters.encoded($0.name))=\(PageParameters.encoded($0.value))" }
        let text =
            (path.isEmpty ? "/" : path) + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
            + (fragment.map { "#" + PageParameters.encoded($0) } ?? "")
        self = LocalTarget(text) ?? .home
    }

    /// RFC 3986, 2.2 and 2.3, without brackets, which only a host of IPv6 needs.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: signs.contains(byte)
        }
    }

    private static let signs = Set("-._~!$&'()*+,;=:@/%?#".utf8)

    private static func hasWholeEscapes(_ bytes: [UInt8]) -> Bool {
        let digits = Set("0123456789abcdefABCDEF".utf8)
        return bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "%")
                || index + 2 < bytes.count && digits.contains(bytes[index + 1])
                    && digits.contains(bytes[index + 2])
        }
    }

    /// The segments of a path, unescaped; nil when one is no UTF-8.
    ///
    /// A slash at the end makes no empty segment.
    private static func segments(of path: Substring) -> [String]? {
        var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        let plain = parts.compactMap { $0.removingPercentEncoding }
        return plain.count == parts.count ? plain : nil
    }

    /// Neither empty nor of dots, no separator of any script, nothing that cannot be seen.
    private static func isPlain(_ segment: String) -> Bool {
        guard !segment.isEmpty, segment != ".", segment != ".." else { return false }
        return segment.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
                false
            default: !slashes.contains(scalar) && scalar != "%"
            }
        }
    }

    /// `/` and `\` and what is normalised to, or taken for, one of them.
    private static let slashes = Set(
        "/\\\u{2044}\u{2215}\u{2216}\u{29F5}\u{29F8}\u{FE68}\u{FF0F}\u{FF3C}".unicodeScalars
    )
}

extension Response {
    /// The only way to send someone to a place that was put together of something from outside.
    static func redirect(to target: LocalTarget) -> Response { .redirect(to: target.text, type: .normal) }
}
