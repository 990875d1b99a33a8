import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Where a link of ours may lead: nothing that a browser could read as another site's.
struct LocalTargetTests {
    /// Each as it stands in `to` once the query is decoded.
    static let attacks = [
        "", " ", "evil.example", "//evil.example", "///evil.example", "/\t/evil.example", "/\n/evil.example",
        "/\r/evil.example", "/\u{0}/evil.example", "\t//evil.example", " //evil.example", "/ /evil.example",
        "\u{A0}//evil.example", "\u{FEFF}//evil.example", "/\\evil.example", "\\\\evil.example",
        "\\/evil.example",
        "/a\\..\\\\evil.example", "/.//evil.example", "/..//evil.example", "/a/..//evil.example",
        "/%2e//evil.example", "/%2e%2e//evil.example", "/%2E%2e/%2fevil.example", "/.%2F/evil.example",
        "/./x",
        "/../x", "/a/../x", "/a//b", "/%2f/evil.example", "/%2Fevil.example", "/%5Cevil.example",
        "/%5c%5cevil.example",
        "/%09/evil.example", "/%0a/evil.example", "/%0D%0ASet-Cookie:%20x=1", "/%00/evil.example", "/%7f/x",
        "/%C2%85/x", "/%e2%80%a8/x", "/%E2%80%AE/x", "/%E2%80%8B/x", "/%EF%BB%BF/x",
        "/%EF%BC%8F/evil.example",
        "/%E2%88%95/evil.example", "/%E2%81%84evil.example", "/%EF%BC%BCevil.example", "/／evil.example",
        "/∕evil.example", "/⁄evil.example", "/。evil", "/%2509/evil.example", "/%252f/evil.example", "/%",
        "/%4",
        "/%zz", "/%c0%af/evil.example", "/%ff", "https://evil.example", "https:/evil.example",
        "https:evil.example",
        "HTTPS://evil.example", "javascript:alert(1)", "data:text/html,x", "//[::1]/x", "/[::1]",
        "//user@evil.example",
        "//user:pass@evil.example:8080/", "/\"onclick=x", "/<script>", "/a b", "/é", "/中文", "/\u{202E}x",
        "/\u{7F}",
        "/a|b", "/a^b", "/a`b", "/{a}", "@evil.example", "?to=x", "#x", ".", "..",
        "/" + String(repeating: "a", count: 2000),
    ]

    @Test(arguments: attacks) func whatCouldLeadAwayLeadsHome(attack: String) {
        #expect(LocalTarget(attack) == nil)
        #expect(LocalTarget(asked: attack) == .home)
    }

    @Test(arguments: [
        "/", "/account", "/account/", "/enterprises/E00001", "/search?q=%E4%B8%AD%E6%96%87&economy=CN",
        "/search?q=a%20b+c&to=//evil.example", "/search?q=%09%0A", "/enterprises/E1/images?saved=1#p-P1",
        "/a@b",
        "/enterprises/%E4%B8%AD", "/a:80", "/a;b=c,d", "/...", "/a.b", "/programme?view=halls&page=2",
    ])
    func aPathOfOursIsKeptAsItIs(path: String) {
        #expect(LocalTarget(path)?.text == path)
    }

    @Test func codesFromOutsideStayOneSegment() {
        #expect(
            LocalTarget(["enterprises", "E 1"], query: [("to", "/x?y")]).text
                == "/enterprises/E%201?to=%2Fx%3Fy"
        )
        #expect(LocalTarget(["enterprises", "中"], fragment: "s").text == "/enterprises/%E4%B8%AD#s")
        for code in ["..", "/evil.example", "\t", "a\\b", ""] {
            #expect(LocalTarget([code, "x"]) == .home, "\(code)")
        }
    }

    /// The doors that take a target from outside, tried with every attack.
    @Test func noDoorLeadsAway() async throws {
        let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
        let own = data.enterprises[0].id
        let client = try await RouterClient(data: data, as: .enterprise(own))
        for attack in Self.attacks {
            let to = PageParameters.encoded(attack)
            let language = try await client.get("/language/en?to=\(to)")
            #expect(language.headers[.location] == "/", "\(attack)")
            let form = ["to": attack, "other": data.enterprises[1].id.code, "preference": ""]
            let preference = try await client.submit("/enterprises/\(own)/preferences", form)
            if attack.contains("\0") {
                #expect(preference.status == 400, "a form with a zero byte is none, and goes nowhere")
            } else {
                #expect(preference.headers[.location] == "/", "\(attack): \(preference.status)")
            }
        }
        // As it was found: the browser drops the tab, and what is left begins with two slashes.
        let found = try await client.get("/language/en?to=/%09/evil.example")
        #expect(found.headers[.location] == "/")
    }

    @Test func afterSigningInOneIsStillHere() async throws {
        let client = try await RouterClient(data: nil, as: nil)
        _ = try await client.store.accounts.create(
            email: "anna@example.com",
            name: "Anna",
            part: .visitor,
            language: .en,
            password: try PasswordHash("correct horse battery", cost: .cheap),
            by: "test"
        )
        for attack in ["/\t/evil.example", "//evil.example", "/.//evil.example"] {
            let form = ["email": "anna@example.com", "password": "correct horse battery", "to": attack]
            let answer = try await client.submit("/sign-in", form)
            #expect(answer.headers[.location] == "/", "\(answer.status)")
            client.signOut()
        }
    }
}
