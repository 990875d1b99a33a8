import FairwayCore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// What must not get through.
struct GuardTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])

    @Test(arguments: ["/organiser/match", "/organiser/schedule", "/organiser/publish"])
    func formsWithoutTheirTokenAreRefused(path: String) async throws {
        let client = try await RouterClient(data: Self.data)
        #expect(try await client.post(path, [:]).status == 403)
        #expect(try await client.post(path, ["token": String(repeating: "0", count: 32)]).status == 403)
        _ = try await client.get("/organiser")
        #expect(try await client.post(path, ["token": "guess"]).status == 403)
    }

    /// Nothing of a head is compared with anything before that.
    @Test func aHeadWithTooManyMarksOnOneLetterIsRefused() async throws {
        let client = try await RouterClient(data: Self.data)
        let (most, escaped) = (
            String(repeating: "\u{316}\u{301}", count: 15), String(repeating: "%CC%96%CC%81", count: 15)
        )
        for headers in [["accept-language": "en\(most)"], ["x-any": "\(most)"], ["user-agent": "a\(most)"]] {
            #expect(try await client.get("/enterprises", headers).status == 200)
            let more = headers.mapValues { $0 + "\u{301}" }
            let refused = try await client.get("/enterprises", more)
            #expect(refused.status == 400 && refused.headers[.contentSecurityPolicy] != nil)
        }
        for path in ["/enterprises?q=", "/enterprises?q=1&", "/search?q=", "/api/v1/search?q="] {
            #expect(try await client.get("\(path)a\(escaped)").status != 500)
            #expect(try await client.get("\(path)a\(escaped)%CC%81").status == 400)
        }
        #expect(try await client.get("/enterprises/a\(escaped)%CC%81").status == 400)
        #expect(try await client.get("/enterprises/%zz%CC%81%").status != 500)
    }

    /// Whoever lacks a right is not told that a form is too old.
    @Test func aRefusalSaysWhatItIsFor() async throws {
        let client = try await RouterClient(data: Self.data, as: .visitor)
        let page = try await client.get("/organiser", ["accept-language": "en"])
        #expect(page.status == 403 && page.body.contains("not yours"))
        let form = try await client.post("/account/password", ["token": "x"], ["accept-language": "en"])
        #expect(form.status == 403 && form.body.contains("expired"))
    }

    @Test func formWithItsTokenIsTaken() async throws {
        let client = try await RouterClient(data: Self.data)
        _ = try await client.get("/organiser")
        let token = try #require(client.cookies["form-token"])
        #expect(try await client.post("/organiser/match", ["token": token]).status == 303)
        #expect(try await client.post("/organiser/publish", ["token": token, "run": "7"]).status == 400)
    }

    /// A token is worth nothing but under the sign-in that it was made for, even with its cookie beside it.
    @Test func tokenOfAnotherSignInIsRefused() async throws {
        let one = try await RouterClient(data: Self.data)
        let other = try RouterClient(sharing: one)
        try await other.signIn(as: .organiser)
        _ = try await one.get("/organiser")
        _ = try await other.get("/organiser")
        let own = try #require(one.cookies["form-token"])
        let foreign = try #require(other.cookies["form-token"])
        #expect(own != foreign)
        one.cookies["form-token"] = foreign
        #expect(try await one.post("/organiser/match", ["token": foreign]).status == 403)
        #expect(try await one.post("/organiser/match", ["token": own]).status == 303)
    }

    @Test func visitorsTokenIsNoneOfASignIn() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        _ = try await client.get("/sign-in")
        let visitors = try #require(client.cookies["form-token"])
        try await client.signIn(as: .organiser)
        client.cookies["form-token"] = visitors
        #expect(try await client.post("/organiser/match", ["token": visitors]).status == 403)
    }

    @Test func signingOutBringsAnotherToken() async throws {
        let client = try await RouterClient(data: Self.data)
        _ = try await client.get("/organiser")
        let old = try #require(client.cookies["form-token"])
        #expect(try await client.post("/sign-out", ["token": old]).status == 303)
        client.cookies[SignInMiddleware.cookie] = nil
        client.cookies["form-token"] = old
        let form = ["token": old, "email": "li@example.com", "password": "x"]
        #expect(try await client.post("/sign-in", form).status == 403)
        _ = try await client.get("/sign-in")
        #expect(client.cookies["form-token"] != old)
    }

    @Test(arguments: ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil"])
    func foreignHostsAreRefused(host: String) async throws {
        #expect(try await RouterClient(data: Self.data).get("/", ["host": host]).status == 421)
    }

    @Test(arguments: ["localhost", "localhost:9", "127.0.0.1:8080", "[::1]:8080"])
    func ownHostIsServed(host: String) async throws {
        #expect(try await RouterClient(data: Self.data).get("/", ["host": host]).status == 200)
    }

    @Test func largeFormsAreRefused() async throws {
        let client = try await RouterClient(data: Self.data)
        _ = try await client.get("/organiser")
        let answer = try await client.post(
            "/organiser/match",
            ["token": String(repeating: "x", count: 200_000)]
        )
        #expect(answer.status == 413)
    }
}
