import FairwayCore
import Foundation
import HTTPTypes
import Logging
import Synchronization
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Whoever changes something in the browser or by the API stands in the audit log: not "organiser", not a default.
struct ActorTests {
    private static let data = APIFixture.data
    private static let own = data.enterprises[0].id

    /// What each page that changes something is sent; `{enterprise}` is the sender's own.
    private static let forms: [String: [String: String]] = [
        "/enterprises/{enterprise}/requests": ["recipient": data.enterprises[7].id.code, "priority": "3"],
        "/enterprises/{enterprise}/preferences": [
            "other": data.enterprises[1].id.code, "preference": "mustMeet",
        ],
        "/enterprises/{enterprise}/free": ["slot-0": "1"],
        "/organiser/rules": ["isOpen": "1", "withinDelegation": "1", "limit-manufacturer": "7"],
        "/organiser/publish": ["run": "2"],
        "/organiser/accounts": [
            "email": "neu@example.com", "name": "Neu", "role": "visitor", "scope": "", "language": "en",
        ],
        "/organiser/accounts/{account}/status": ["status": "disabled"],
        "/organiser/registrations/{enterprise}/decline": ["note": "Please send the papers."],
        "/organiser/registrations/{enterprise}/ask": ["note": "Please send the papers."],
        "/organiser/people/erase": ["person": data.representatives.last?.id.code ?? "", "confirm": "1"],
        "/account/tokens": ["name": "program", "days": "30", "scope-catalogue:read": "1"],
        "/account/password": [
            "new": "correct horse battery staple", "repeat": "correct horse battery staple",
        ],
        "/delegations/{delegation}/quotas": ["members": "40"],
        "/delegations/{delegation}/enterprises/new": [
            "name_en": "Newcomer Trading", "economy": "CN", "role_service": "1", "email": "", "person_en": "",
        ],
        "/delegations/{delegation}/letters": ["subject": "Hello", "body": "See you in Harbin.", "to": ""],
    ]

    private static func path(_ pattern: String) -> String {
        pattern.replacing("{enterprise}", with: own.code).replacing(
            "{other}",
            with: data.enterprises[1].id.code
        )
        .replacing("{delegation}", with: data.delegations[0].id.code).replacing("{account}", with: "2")
        .replacing("{run}", with: "1").replacing("{request}", with: data.requests[0].id.code)
        .replacing("{product}", with: data.products.first { $0.enterprise == own }?.id.code ?? "")
        .replacing("{image}", with: "0").replacing("{token}", with: "1").replacing("{signin}", with: "99")
    }

    private static let senders: [Account.Part] = [
        .organiser, .enterprise(own), .agency(data.delegations[0].agency),
    ]

    @Test(arguments: senders) func everyPageThatWritesNamesTheAccount(part: Account.Part) async throws {
        let client = try await Self.client()
        let account = try await client.signIn(as: part)
        var wrote: Set<String> = []
        for route in client.routes
        where route.method != .get && !route.isForPrograms && route.right != .anyone {
            try await client.signIn(as: part)
            let before = try await client.store.auditLog.changeNumber()
            _ = try await client.submitProven(Self.path(route.path), Self.forms[route.path] ?? [:])
            if try await Self.check(client, since: before, "account \(account.id)", route.path) {
                wrote.insert(route.path)
            }
        }
        #expect(wrote.count >= (part == .organiser ? 11 : 4), "\(wrote.sorted())")
    }

    @Test(arguments: senders) func everyEndpointThatWritesNamesTheAccountAndItsToken(part: Account.Part)
        async throws
    {
        let client = try await Self.client()
        let token = try await client.token(as: part, AccessScope.offered(to: part.role))
        let account = try #require(try await client.store.accessTokens.find(secret: token)?.account)
        let server = try await FairwayServer(
            store: client.store,
            workers: TestWorkers.pool,
            engines: JobEngines(match: { _, _ in 0 }, schedule: { _, _, _, _ in throw CancellationError() }),
            logger: .init(label: "test")
        )
        var wrote: Set<String> = []
        for endpoint in server.apiEndpoints(FigureCache(client.store))
        where endpoint.method != .get && endpoint.right != .anyone {
            let before = try await client.store.auditLog.changeNumber()
            let body = endpoint.body.map { $0.fileKind == nil ? $0.example.description : "" } ?? ""
            let type = endpoint.body?.mediaTypes.first ?? "application/json"
            let headers = ["if-match": "*", "content-type": type]
            _ = try await client.api(endpoint.method, Self.path(endpoint.path), token: token, body, headers)
            if try await Self.check(client, since: before, "account \(account.id) by token", endpoint.path) {
                wrote.insert("\(endpoint.method) \(endpoint.path)")
            }
        }
        #expect(wrote.count >= (part == .organiser ? 11 : 4), "\(wrote.sorted())")
    }

    /// - Returns: whether anything was written.
    private static func check(_ client: RouterClient, since number: Int64, _ actor: String, _ path: String)
        async throws -> Bool
    {
        let rows = try await client.store.auditLog.latest(limit: 5000).filter {
            $0.id > number && $0.table != "sign_in"
        }
        for row in rows {
            #expect(row.actor.hasPrefix(actor), "\(path) \(row.action) \(row.table): \(row.actor)")
        }
        return !rows.isEmpty
    }

    @Test func whoPublishesIsInTheLogAndInThePublication() async throws {
        let client = try await Self.client()
        let account = try await client.signIn(as: .organiser)
        let answer = try await client.submit("/organiser/publish", ["run": "2"])
        #expect(answer.status == 303)
        #expect(try await client.store.publications.latest()?.publishedBy == "account \(account.id)")
    }

    /// Jobs run on after the request: they are told who asked for them, by page and by API.
    @Test func aJobKnowsWhoAskedForIt() async throws {
        let actors = Actors()
        let client = try await RouterClient(
            data: Self.data,
            as: nil,
            match: { actor in
                actors.add("match \(actor)")
                return 0
            },
            schedule: { actor in
                actors.add("schedule \(actor)")
                throw CancellationError()
            }
        )
        let token = try await client.token(as: .organiser, AccessScope.allCases)
        let account = try await client.signIn(as: .organiser)
        var expected: [String] = []
        for (path, kind) in [("/organiser/match", "match"), ("/organiser/schedule", "schedule")] {
            #expect(try await client.submit(path, ["seconds": "5"]).status == 303)
            expected.append("\(kind) account \(account.id)")
            try await actors.reach(expected.count)
            try await Self.idle(client, token)
        }
        for kind in ["match", "schedule"] {
            let body = #"{"kind": "\#(kind)", "seconds": 5}"#
            #expect(try await client.api(.post, "jobs", token: token, body).status == 202)
            expected.append("\(kind) account \(account.id) by token 1")
            try await actors.reach(expected.count)
            try await Self.idle(client, token)
        }
        #expect(actors.all == expected)
    }

    private static func idle(_ client: RouterClient, _ token: String) async throws {
        while try await client.api(.get, "jobs/current", token: token).json["state"]?.text == "running" {
            await Task.yield()
        }
    }

    private final class Actors: Sendable {
        private let actors = Mutex<[String]>([])
        var all: [String] { actors.withLock { $0 } }
        func add(_ actor: String) { actors.withLock { $0.append(actor) } }
        func reach(_ count: Int) async throws { while all.count < count { await Task.yield() } }
    }

    /// An expo with a publication, and a second run to be published.
    private static func client() async throws -> RouterClient {
        let fixture = try await APIFixture(withRequests: true)
        try await fixture.publishWithoutRules(0)
        let client = fixture.client
        let run = try await client.store.programmes.save(
            Programme(
                meetings: [],
                unplaced: try await client.store.expo.data().requests.filter { $0.status == .accepted }.map {
                    UnplacedRequest(request: $0.id, reason: .leftOut)
                },
                value: ProgrammeValue(),
                bound: ProgrammeBound(placedWeight: 0)
            ),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        #expect(run.id == 2)
        return client
    }
}
