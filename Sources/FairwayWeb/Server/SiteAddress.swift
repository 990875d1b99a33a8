package import FairwayCore

/// The address that people type, checked with where the server listens before anything is opened.
package struct SiteAddress: Equatable, Sendable {
    /// Scheme, host and port, without a slash at the end.
    package let text: String
    private let host: String
    private var isSecure: Bool { text.hasPrefix("https://") }

    /// - Parameters:
    ///   - text: As the operator gave it; one slash at the end is left out.
    ///   - host: The address to listen on.
    /// - Throws: `ServerError`.
    package init(_ text: String, host: String, port: Int) throws {
        guard (1...65_535).contains(port) else { throw ServerError.portOutOfRange(port) }
        let plain = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard
            let match = plain.wholeMatch(
                of: /(?i:(https?)):\/\/([A-Za-z0-9.\-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?/
            ),
            Self.isHost(match.2), match.3.map({ Int($0.dropFirst(), in: 1...65_535) != nil }) ?? true
        else { throw ServerError.badSite(text) }
        self.text = plain.lowercased()
        self.host = host
    }

    /// Labels of letters, digits and inner hyphens (RFC 1123, 2.1), or an IPv6 address in brackets.
    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("[") { return host.contains("::") || host.count { $0 == ":" } == 7 }
        return host.utf8.count <= 253
            && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                (1...63).contains($0.utf8.count) && !$0.hasPrefix("-") && !$0.hasSuffix("-")
            }
    }

    /// What the operator should know before others use it; nil when all is well.
    package func warning(in language: Language) -> String? {
        guard !isSecure, !Self.isLoopback(host) else { return nil }
        return language.pick(
            zh: "警告：服务器将在 \(host) 上对外开放，但网站地址 \(text) 不是 https：密码和登录信息会明文传输。"
                + "请在前面架设 HTTPS 服务器，并用 --site https://… 指定地址。",
            ru:
                "Внимание: сервер открыт на \(host), а адрес сайта \(text) — не https: пароли и входы пойдут по сети открыто. "
                + "Поставьте перед ним сервер с HTTPS и укажите --site https://…",
            en:
                "Warning: the server listens on \(host), but the site's address \(text) is not https: passwords and sign-ins go "
                + "over the network in the clear. Put a server with HTTPS before it and name --site https://…"
        )
    }

    /// Whether only this machine reaches what listens there (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3).
    static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = parts.count == 4 && parts.allSatisfy { Int($0, in: 0...255) != nil }
        return host.lowercased() == "localhost" || host == "::1" || isIPv4 && parts[0] == "127"
    }
}
