import FairwayCore
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Every route × every part × one's own and somebody else's: the door answers as its right says.
struct RightsTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])

    /// Everyone who can come: nobody, and each part bound to the first thing there is.
    private static let parts: [Account.Part?] = [
        nil, .organiser, .hallManager, .visitor, .agency(agency), .enterprise(enterprise),
        .interpreter(interpreter),
    ]
    private static let delegation = data.delegations[0]
    private static let agency = delegation.agency
    private static let enterprise =
        data.enterprises.first { $0.delegation == delegation.id }?.id ?? data.enterprises[0].id
    private static let interpreter = data.interpreters[0].id

    struct Target: Sendable {
        var enterprise: Enterprise.ID
        var delegation: Delegation.ID
        var interpreter: Interpreter.ID
        var agency: Agency.ID
    }

    private static let own = Target(
        enterprise: enterprise,
        delegation: delegation.id,
        interpreter: interpreter,
        agency: agency
    )
    private static let foreign: Target = {
        let other = data.delegations.first { $0.agency != agency } ?? delegation
        let stranger = data.enterprises.first { $0.delegation == other.id } ?? data.enterprises[1]
        return Target(
            enterprise: stranger.id,
            delegation: other.id,
            interpreter: data.interpreters[1].id,
            agency: other.agency
        )
    }()

    @Test(arguments: parts) func everyDoorAnswersAsDeclared(part: Account.Part?) async throws {
        let client = try await Self.client()
        var refused = 0
        for target in [Self.own, Self.foreign] {
            for route in client.routes {
                client.signOut()
                if let part { try await client.signIn(as: part) }
                let path = Self.path(route.path, target)
                let answer =
                    switch route.method {
                    // A stream of events lasts.
                    case .get where path.hasSuffix("/progress"): try await client.head(path)
                    case .get: try await client.get(path)
                    case _ where route.isForPrograms:
                        try await client.api(route.method, path, "{}", ["if-match": "*"])
                    default: try await client.submit(path)
                    }
                let object = Self.object(of: route, target)
                if route.isForPrograms, route.method != .get, route.right != .anyone {
                    #expect(answer.status == 401, "\(route.method) \(path) with a cookie: \(answer.status)")
                    refused += 1
                } else if route.right.allows(part, object) {
                    #expect(!Self.isRefusal(answer, route), "\(route.method) \(path): \(answer.status)")
                    #expect(answer.status < 500, "\(route.method) \(path)")
                } else {
                    refused += 1
                    #expect(Self.isRefusal(answer, route), "\(route.method) \(path): \(answer.status)")
                }
            }
        }
        #expect(refused > 5)
    }

    /// The same doors by token: every scope there is opens no more than the rights do, and no scope none.
    @Test(arguments: parts.compactMap { $0 }) func everyDoorOfTheAPIAnswersTokensAsDeclared(
        part: Account.Part
    ) async throws {
        let client = try await Self.client()
        let scopes = AccessScope.offered(to: part.role)
        let token = try await client.token(as: part, scopes)
        let bare = try await client.token(as: part, [])
        for target in [Self.own, Self.foreign] {
            for route in client.routes where route.isForPrograms {
                let path = Self.path(route.path, target)
                let object = Self.object(of: route, target)
                let isOffered =
                    if case .scope(let scope) = route.tokens { scopes.contains(scope) } else { true }
                let headers = ["if-match": "*"]
                let answer = try await client.api(route.method, path, token: token, "{\"x\": 1}", headers)
                #expect(answer.status < 500 && answer.status != 401, "\(route.method) \(path)")
                if route.right.allows(part, object), isOffered {
                    // What a program may do with other accounts it may not do with an organiser's, and it ends none of its
                    // owner's sign-ins.
                    #expect(
                        answer.status != 403 || answer.problem == "inBrowserOnly",
                        "\(route.method) \(path)"
                    )
                } else {
                    #expect(answer.status == 403, "\(route.method) \(path): \(answer.status)")
                }
                let refused = try await client.api(route.method, path, token: bare, "{}", headers).status
                #expect((refused == 403) == (route.tokens != .any), "\(route.method) \(path): \(refused)")
            }
        }
    }

    /// A door for everyone may itself say that a password is wrong.
    private static func isRefusal(_ answer: RouterClient.Answer, _ route: Route) -> Bool {
        if route.right == .anyone { return false }
        let leadsToDoor = answer.headers[.location]?.hasPrefix("/sign-in?to=") ?? false
        return answer.status == 403 || answer.status == 401 || leadsToDoor
    }

    private static func object(of route: Route, _ target: Target) -> RightObject {
        let isOfAgency = route.path.contains("{enterprise}") || route.path.contains("{delegation}")
        return RightObject(
            enterprise: route.path.contains("{enterprise}") ? target.enterprise : nil,
            agency: isOfAgency ? target.agency : nil,
            interpreter: route.path.contains("{interpreter}") ? target.interpreter : nil
        )
    }

    /// An expo with a published run, so that every path leads to something.
    private static func client() async throws -> RouterClient {
        let client = try await RouterClient(data: data, as: nil)
        let programme = Programme(
            meetings: [],
            unplaced: data.requests.prefix(3).map { UnplacedRequest(request: $0.id, reason: .leftOut) },
            value: ProgrammeValue(),
            bound: ProgrammeBound(placedWeight: 0)
        )
        let run = try await client.store.programmes.save(
            programme,
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try await client.store.publishUnchecked(run.id, by: "test")
        return client
    }

    private static func path(_ pattern: String, _ target: Target) -> String {
        let other = target.enterprise == own.enterprise ? foreign.enterprise : own.enterprise
        return pattern.replacing("{enterprise}", with: target.enterprise.code)
            .replacing("{delegation}", with: target.delegation.code)
            .replacing("{interpreter}", with: target.interpreter.code)
            .replacing("{language}", with: "ru").replacing("{version}", with: "1").replacing(
                "{name}",
                with: "icon.svg"
            )
            .replacing("{account}", with: "1").replacing("{request}", with: data.requests[0].id.code)
            .replacing("{run}", with: "1").replacing("{signin}", with: "1")
            .replacing("{other}", with: other.code)
    }

    /// What the rights are, said once more by hand for the doors that matter most.
    @Test(arguments: [
        ("/organiser", Account.Part.enterprise(enterprise), 403), ("/organiser", .agency(agency), 403),
        ("/organiser", .hallManager, 403), ("/programme", .enterprise(enterprise), 403),
        ("/programme", .hallManager, 200), ("/organiser/accounts", .interpreter(interpreter), 403),
        ("/enterprises/\(foreign.enterprise)/calendar.ics", .enterprise(enterprise), 403),
        ("/enterprises/\(foreign.enterprise)/calendar.ics", .agency(agency), 403),
        ("/enterprises/\(enterprise)/calendar.ics", .agency(agency), 200),
        ("/enterprises/\(enterprise)/calendar.ics", .enterprise(enterprise), 200),
        ("/enterprises/\(enterprise)/calendar.ics", .organiser, 200),
    ])
    func theDoorsThatMatterMost(path: String, part: Account.Part, status: Int) async throws {
        #expect(try await RouterClient(data: Self.data, as: part).get(path).status == status)
    }

    @Test func anEnterprisesMeetingsAreItsOwn() async throws {
        let path = "/enterprises/\(Self.enterprise)"
        let own = try await RouterClient(data: Self.data, as: .enterprise(Self.enterprise)).get(path)
        let foreign = try await RouterClient(data: Self.data, as: .enterprise(Self.foreign.enterprise)).get(
            path
        )
        let nobody = try await RouterClient(data: Self.data, as: nil).get(path)
        #expect(own.body.contains("id=\"h-people\"") && own.body.contains("id=\"h-days\""))
        for answer in [foreign, nobody] {
            #expect(answer.status == 200)
            #expect(!answer.body.contains("id=\"h-days\""))
        }
        // Names that their people released are for other companies, not for everyone (`PersonVisibilityTests`).
        #expect(!nobody.body.contains("id=\"h-people\""))
    }
}
