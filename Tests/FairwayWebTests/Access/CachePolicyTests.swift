import FairwayCore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Whatever is not for everyone is kept by nobody: over the whole route table.
struct CachePolicyTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let enterprise = data.enterprises[0].id

    private static func path(_ pattern: String) -> String {
        pattern.replacing("{enterprise}", with: enterprise.code)
            .replacing("{delegation}", with: data.delegations[0].id.code)
            .replacing("{interpreter}", with: data.interpreters[0].id.code)
            .replacing("{product}", with: data.products[0].id.code)
            .replacing("{other}", with: data.enterprises[1].id.code)
            .replacing("{language}", with: "en").replacing("{version}", with: "1")
            .replacing("{name}", with: "icon.svg").replacing("{file}", with: "products.csv")
            .replacing("{account}", with: "1").replacing("{run}", with: "1")
    }

    @Test(arguments: [Account.Part.organiser, .enterprise(enterprise), .agency(data.delegations[0].agency)])
    func privateAnswersAreStoredNowhere(part: Account.Part) async throws {
        let client = try await RouterClient(data: Self.data, as: part)
        let answered = try await Self.check(client) { path, route in
            // A stream of events lasts.
            path.hasSuffix("/progress") ? try await client.head(path) : try await client.get(path)
        }
        #expect(answered > 20, "\(answered)")
    }

    @Test func privateAnswersOfTheAPIAreStoredNowhere() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        let token = try await client.token(as: .organiser, AccessScope.allCases)
        let answered = try await Self.check(client) { path, route in
            route.isForPrograms ? try await client.api(.get, path, token: token) : nil
        }
        #expect(answered > 20, "\(answered)")
    }

    /// - Returns: how many routes that are not for everyone answered with something.
    private static func check(
        _ client: RouterClient,
        _ ask: (String, Route) async throws -> RouterClient.Answer?
    ) async throws -> Int {
        var answered = 0
        for route in client.routes where route.method == .get {
            let path = path(route.path)
            guard let answer = try await ask(path, route) else { continue }
            let policy = answer.headers[.cacheControl] ?? ""
            if route.right != .anyone {
                #expect(policy == CachePolicy.nothing, "\(path) \(answer.status): \(policy)")
                if answer.status == 200 { answered += 1 }
            } else {
                // Someone is known here: what is not the same for everyone is not kept either.
                #expect(
                    policy.contains("no-store") || policy.contains("public") || answer.status == 303,
                    "\(path): \(policy)"
                )
            }
        }
        return answered
    }

    @Test func theFilesThatWereFoundWithoutAPolicyHaveOne() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise(Self.enterprise))
        for file in ["calendar.ics", "schedule.pdf"] {
            let answer = try await client.get("/enterprises/\(Self.enterprise)/\(file)")
            #expect(answer.status == 200 && answer.headers[.cacheControl] == "private, no-store", "\(file)")
        }
    }

    @Test func whatIsForEveryoneMayBeKept() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        #expect(try await client.get("/static/1/icon.svg").headers[.cacheControl]?.contains("public") == true)
        #expect(try await client.get("/").headers[.cacheControl] == CachePolicy.revalidated)
    }
}
