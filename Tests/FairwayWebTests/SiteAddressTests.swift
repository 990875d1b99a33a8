import FairwayCore
import Testing

@testable import FairwayWeb

/// What the operator names is checked before anything is opened.
struct SiteAddressTests {
    @Test(arguments: [
        "notaurl", "", "expo.example", "https://", "https:///", "https://expo.example/path",
        "https://expo.example/?x",
        "https://expo.example#x", "ftp://expo.example", "https://user@expo.example",
        "https://user:pass@expo.example",
        "https://expo.example:0", "https://expo.example:99999", "https://expo..example", "https://-a.example",
        "https://a b.example", "https://\u{202E}expo.example", "https://博览会.example", "https://[::1",
        "https://[1]",
        "//expo.example", "javascript:alert(1)", "https://expo.example//", "https://expo.example\n",
    ])
    func whatIsNoAddressOfASiteIsRefusedInThreeLanguages(text: String) {
        let error = #expect(throws: ServerError.badSite(text)) {
            try SiteAddress(text, host: "127.0.0.1", port: 8080)
        }
        let words = Set(Language.allCases.compactMap { error?.words(in: $0) })
        #expect(words.count == 3 && words.allSatisfy { $0.contains("https://expo.example") })
    }

    @Test(arguments: [
        ("https://expo.example", "https://expo.example"), ("https://Expo.Example/", "https://expo.example"),
        ("HTTP://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost", "http://localhost"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("https://xn--80akhbyknj4f.example", "https://xn--80akhbyknj4f.example"),
    ])
    func addressesAreTaken(text: String, kept: String) throws {
        #expect(try SiteAddress(text, host: "127.0.0.1", port: 8080).text == kept)
    }

    @Test(arguments: [-1, 0, 65_536, 99_999, .max, .min]) func thereAreNoSuchPorts(port: Int) {
        let error = #expect(throws: ServerError.portOutOfRange(port)) {
            try SiteAddress("https://expo.example", host: "127.0.0.1", port: port)
        }
        #expect(Set(Language.allCases.compactMap { error?.words(in: $0) }).count == 3)
    }

    @Test(arguments: [
        ("0.0.0.0", "http://127.0.0.1:8080", true), ("::", "http://expo.example", true),
        ("192.0.2.7", "http://expo.example", true), ("127.0.0.1.example", "http://expo.example", true),
        ("0.0.0.0", "https://expo.example", false), ("127.0.0.1", "http://expo.example", false),
        ("127.8.9.1", "http://expo.example", false), ("::1", "http://expo.example", false),
        ("localhost", "http://expo.example", false),
    ])
    func whoListensToOthersWithoutHTTPSIsWarned(host: String, site: String, isWarned: Bool) throws {
        let address = try SiteAddress(site, host: host, port: 8080)
        #expect(Set(Language.allCases.compactMap { address.warning(in: $0) }).count == (isWarned ? 3 : 0))
    }
}
