import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Walking a list by its cursors shows every row once.
struct APIPagesTests {
    @Test(arguments: [1, 7, 50, 200]) func aWalkSeesEveryEnterpriseOnce(limit: Int) async throws {
        let fixture = try await APIFixture()
        let ids = try await fixture.walk("enterprises?limit=\(limit)").compactMap { $0["id"]?.text }
        let expected = APIFixture.data.enterprises.filter { $0.status != .declined }.map(\.id.code).sorted()
        #expect(ids == expected)
    }

    @Test func aFilterStaysOnEveryPage() async throws {
        let fixture = try await APIFixture()
        let found = try await fixture.walk("enterprises?economy=CN&limit=2&exhibitors=true")
        #expect(found.count > 4)
        #expect(found.allSatisfy { $0["economy"] == "CN" && $0["stand"]?.text != nil })
    }

    @Test func anEnterpriseThatComesMeanwhileShiftsNoPage() async throws {
        let fixture = try await APIFixture()
        let page = try await fixture.client.api(.get, "enterprises?limit=5")
        let next = try #require(page.json["next"]?.text)
        var early = APIFixture.data.enterprises[0]
        early.id = "A00000"
        var edit = ExpoEdit()
        edit.enterprises = [early]
        try await fixture.client.store.expo.apply(edit, by: "test")
        let second = try await fixture.walk(next).compactMap { $0["id"]?.text }
        let first = page.json["items"]?.items?.compactMap { $0["id"]?.text } ?? []
        #expect(Set(first).isDisjoint(with: second))
        #expect(first.count + second.count == APIFixture.data.enterprises.count { $0.status != .declined })
    }

    @Test(arguments: ["slots", "halls", "delegations", "interpreters", "programme", "programme/unplaced"])
    func pagesOfEveryListAddUpToTheWhole(path: String) async throws {
        let fixture = try await APIFixture()
        try await fixture.publishWithoutRules(40)
        let token = fixture.organiserToken
        let whole = try await fixture.walk("\(path)?limit=200", token: token)
        let pieces = try await fixture.walk("\(path)?limit=3", token: token)
        #expect(!whole.isEmpty)
        #expect(whole == pieces)
        #expect(Set(pieces.map(\.description)).count == pieces.count)
    }

    @Test(arguments: ["products", "demands", "matches", "requests", "meetings"])
    func soDoThoseOfAnEnterprise(list: String) async throws {
        let fixture = try await APIFixture()
        try await fixture.publishWithoutRules(400)
        let matches = APIFixture.data.enterprises.dropFirst().prefix(9).enumerated().map {
            // Equal scores must not hide one another.
            Match(seller: fixture.first, buyer: $1.id, score: $0 < 5 ? 0.5 : 0.25, reasons: [])
        }
        try await fixture.client.store.matches.replace(Array(matches), by: "test")
        let path = "enterprises/\(fixture.first)/\(list)"
        let whole = try await fixture.walk("\(path)?limit=200", token: fixture.firstToken)
        #expect(try await fixture.walk("\(path)?limit=1", token: fixture.firstToken) == whole)
        if list == "matches" { #expect(whole.count == 9) }
        // Its meetings are none: 400 of the expo are published, and hardly one of it.
        if list != "meetings" { #expect(!whole.isEmpty) }
    }

    @Test(arguments: ["x", "WyJsaXN0SGFsbHMiLCJIMSJd", "W10", "WzFd", "bm90anNvbg"])
    func aCursorOfAnotherListIsRefused(cursor: String) async throws {
        let answer = try await APIFixture().client.api(.get, "enterprises?cursor=\(cursor)")
        #expect(answer.status == 404)
        #expect(answer.problem == "unknownCursor")
    }

    @Test(arguments: [
        ("limit=0", "tooSmall"), ("limit=201", "tooLarge"), ("limit=x", "notInteger"),
        ("limit=%2B5", "notInteger"), ("limit=", "notInteger"), ("limit=1&limit=2", "repeated"),
        ("page=2", "unknown"), ("exhibitors=yes", "notBoolean"), ("role=king", "notOffered"),
        ("language=RU", "badForm"), ("q=", "tooShort"), ("q=%FF", "badForm"),
    ])
    func parametersThatAreNotAsDescribedAreNamed(query: String, reason: String) async throws {
        let answer = try await APIFixture().client.api(.get, "enterprises?\(query)")
        #expect(answer.status == 400)
        #expect(answer.problem == "invalidParameter")
        #expect(answer.json["errors"]?.items?.first?["reason"] == .string(reason))
        #expect(
            answer.json["errors"]?.items?.first?["parameter"]?.text
                == query.split(separator: "=").first.map(String.init)
        )
    }
}
