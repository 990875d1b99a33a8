import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Whatever someone asks about a company that is not there for them is answered as if nothing had its code.
struct ExistenceTests {
    private static let unknown = Enterprise.ID("E99999")
    private static let unknownProduct = Product.ID("P9999999")
    private static let base = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let own = base.enterprises[0].id
    private static let unapproved = base.enterprises[1].id
    private static let hidden =
        base.enterprises.dropFirst(2).first { enterprise in
            base.products.contains { $0.enterprise == enterprise.id }
        }?.id ?? own
    private static let hiddenProduct = base.products.first { $0.enterprise == hidden }?.id ?? unknownProduct
    private static let agency = base.delegations[0].agency

    private static let data: ExpoData = {
        var data = base
        for index in data.enterprises.indices {
            let id = data.enterprises[index].id
            data.enterprises[index].status = [hidden, unapproved].contains(id) ? .registered : .approved
            if id == hidden {
                data.enterprises[index].delegation = nil
                data.enterprises[index].name = LocalizedText(zh: nil, ru: nil, en: "Quillonbrask Verdigris")
            }
            if id == own { data.enterprises[index].delegation = base.delegations[0].id }
        }
        data.requests.removeAll { $0.requester == hidden || $0.recipient == hidden }
        let left = Set(data.requests.map(\.id))
        data.outcomes.removeAll { !left.contains($0.request) }
        return data
    }()

    /// Everyone for whom the hidden company is not there.
    private static let strangers: [Account.Part?] = [
        nil, .visitor, .interpreter(base.interpreters[0].id), .enterprise(own), .enterprise(unapproved),
        .agency(agency),
    ]

    private static func client() async throws -> RouterClient {
        let client = try await RouterClient(data: data, as: nil)
        let matches = [(own, hidden), (hidden, own), (unapproved, hidden)].map {
            Match(seller: $0.0, buyer: $0.1, score: 0.9, reasons: [])
        }
        try await client.store.matches.replace(matches, by: "test")
        return client
    }

    /// What stands for one company in paths and bodies.
    private struct Target {
        var enterprise: Enterprise.ID
        var product: Product.ID

        func masked(_ text: String) -> String {
            text.replacing(enterprise.code, with: "CODE").replacing(product.code, with: "PRODUCT")
        }
    }

    private static let targets = [
        Target(enterprise: unknown, product: unknownProduct),
        Target(enterprise: hidden, product: hiddenProduct),
    ]

    /// The paths of a route that lead to a target: as its enterprise, or as what an enterprise of the viewer's asks about.
    private static func paths(_ pattern: String, _ target: Target) -> [String] {
        func filled(_ path: String, _ enterprise: Enterprise.ID) -> String {
            path.replacing("{enterprise}", with: enterprise.code).replacing(
                "{other}",
                with: target.enterprise.code
            )
            .replacing("{product}", with: target.product.code).replacing(
                "{request}",
                with: base.requests[0].id.code
            )
            .replacing("{image}", with: "0000000000000000").replacing("{size}", with: "card")
        }
        guard pattern.contains("{enterprise}") else { return [filled(pattern, own)] }
        let isAboutAnother = pattern.contains("{other}") || pattern.contains("{product}")
        return [filled(pattern, target.enterprise)]
            + (isAboutAnother ? [filled(pattern, own), filled(pattern, unapproved)] : [])
    }

    private static func isAboutACompany(_ route: Route) -> Bool {
        ["{enterprise}", "{other}", "{product}"].contains { route.path.contains($0) }
    }

    @Test(arguments: strangers) func everyPageAnswersAsIfThereWereNoSuchCompany(part: Account.Part?)
        async throws
    {
        let client = try await Self.client()
        if let part { try await client.signIn(as: part) }
        var compared = 0
        for route in client.routes where Self.isAboutACompany(route) {
            let pairs = zip(Self.paths(route.path, Self.targets[0]), Self.paths(route.path, Self.targets[1]))
            for (unknown, hidden) in pairs {
                var answers: [String] = []
                for (path, target) in [(unknown, Self.targets[0]), (hidden, Self.targets[1])] {
                    let answer = try await Self.ask(client, route, path, target)
                    answers.append(Self.text(answer, target))
                }
                #expect(answers[0] == answers[1], "\(route.method) \(hidden)")
                compared += 1
            }
        }
        #expect(compared > 40)
    }

    private static func ask(_ client: RouterClient, _ route: Route, _ path: String, _ target: Target)
        async throws
        -> RouterClient.Answer
    {
        switch route.method {
        case .get: return try await client.get(path)
        case _ where route.isForPrograms:
            return try await client.api(route.method, path, body(route, target), ["if-match": "*"])
        default:
            let form = [
                "recipient": target.enterprise.code, "other": target.enterprise.code, "priority": "3",
                "preference": "mustMeet", "product": target.product.code,
            ]
            return try await client.submit(path, form)
        }
    }

    private static func body(_ route: Route, _ target: Target) -> String {
        switch true {
        case route.path.hasSuffix("/requests"): #"{"recipient": "\#(target.enterprise)", "priority": 3}"#
        case route.path.contains("/preferences"): #"{"preference": "mustMeet"}"#
        default: #"{"about": {"en": "x"}}"#
        }
    }

    private static func text(_ answer: RouterClient.Answer, _ target: Target) -> String {
        let ignored = ["server-timing", "x-request-id", "etag", "set-cookie", "content-length"]
        let headers = answer.headers.filter { !ignored.contains($0.name.canonicalName) }
            .map { "\($0.name): \($0.value)" }.sorted().joined(separator: "\n")
        return target.masked("\(answer.status)\n\(headers)\n\(answer.body)")
    }

    @Test(arguments: strangers.compactMap { $0 }) func everyEndpointAnswersTokensSo(part: Account.Part)
        async throws
    {
        let client = try await Self.client()
        let token = try await client.token(as: part, AccessScope.offered(to: part.role))
        for route in client.routes where route.isForPrograms && Self.isAboutACompany(route) {
            let pairs = zip(Self.paths(route.path, Self.targets[0]), Self.paths(route.path, Self.targets[1]))
            for (unknown, hidden) in pairs {
                var answers: [String] = []
                for (path, target) in [(unknown, Self.targets[0]), (hidden, Self.targets[1])] {
                    let body = route.method == .get ? "" : Self.body(route, target)
                    let answer = try await client.api(
                        route.method,
                        path,
                        token: token,
                        body,
                        ["if-match": "*"]
                    )
                    answers.append(Self.text(answer, target))
                }
                #expect(answers[0] == answers[1], "\(route.method) \(hidden)")
            }
        }
    }

    /// As it was found: 409 against 422 for a request, and a page that took preferences about a company nobody may see.
    @Test func requestsAndPreferencesAboutBothAreRefusedAlike() async throws {
        let client = try await Self.client()
        for part in [Account.Part.enterprise(Self.own), .enterprise(Self.unapproved), .agency(Self.agency)] {
            let token = try await client.token(as: part, AccessScope.offered(to: part.role))
            let requester = part == .enterprise(Self.unapproved) ? Self.unapproved : Self.own
            try await client.signIn(as: part)
            for code in [Self.unknown, Self.hidden] {
                let body = #"{"recipient": "\#(code)", "priority": 3}"#
                let asked = try await client.api(
                    .post,
                    "enterprises/\(requester)/requests",
                    token: token,
                    body
                )
                #expect(
                    asked.status == 422 && asked.body.contains("unknownRecipient"),
                    "\(part) \(code): \(asked.body)"
                )
                let path = "enterprises/\(requester)/preferences/\(code)"
                let preferred = try await client.api(.put, path, token: token, #"{"preference": "mustMeet"}"#)
                #expect(preferred.status == 404, "\(part) \(code)")
                let form = ["other": code.code, "recipient": code.code, "preference": "mustMeet"]
                for page in ["preferences", "requests"] {
                    let answer = try await client.submit("/enterprises/\(requester)/\(page)", form)
                    #expect(answer.status == 409, "\(part) \(code) \(page): \(answer.status)")
                }
            }
            #expect(try await client.store.preferences.all(of: requester)[Self.hidden] == nil)
            client.signOut()
        }
    }

    @Test(arguments: strangers) func noListOrSearchNamesIt(part: Account.Part?) async throws {
        let client = try await Self.client()
        if let part { try await client.signIn(as: part) }
        var paths = ["/api/v1/enterprises?limit=200"]
        for query in ["Quillonbrask", "Quillonbrask%20Verdigris", "Quillonbrsk", Self.hidden.code] {
            paths += [
                "/search?q=\(query)", "/search/suggest?q=\(query)", "/enterprises?q=\(query)",
                "/api/v1/enterprises?q=\(query)", "/api/v1/search?q=\(query)",
            ]
        }
        for id in [Self.own, Self.unapproved] {
            paths += [
                "/enterprises/\(id)", "/enterprises/\(id)/matches", "/api/v1/enterprises/\(id)/matches",
                "/enterprises/\(id)/requests",
            ]
        }
        for language in ["zh", "ru", "en"] {
            for file in [
                "enterprises.csv", "products.csv", "demands.csv", "catalogue.jsonld", "products.xml",
            ] {
                paths.append("/catalogue/\(language)/\(file)")
            }
        }
        for path in paths {
            let answer = try await client.get(path)
            #expect(!answer.body.contains("Verdigris") || path.contains("Verdigris"), "\(path)")
            #expect(!answer.body.contains("/enterprises/\(Self.hidden)\""), "\(path)")
            #expect(!answer.body.contains("\"\(Self.hidden)\"") || path.contains(Self.hidden.code), "\(path)")
        }
    }

    // MARK: - Members of a delegation

    private static let delegation = base.delegations[0].id

    /// A member with a name, in the place of a company.
    private static func member(_ name: String, placedAs id: Enterprise.ID) throws -> (
        form: [String: String], body: String, row: String
    ) {
        let enterprise = try #require(data.enterprises.first { $0.id == id })
        let (economy, region) = (enterprise.economy.code, enterprise.region?.code)
        let form = ["name_en": name, "economy": economy, "region": region ?? "", "role_brand": "1"]
        let place = #""economy": "\#(economy)""# + (region.map { #", "region": "\#($0)""# } ?? "")
        let body = #"{"name": {"en": "\#(name)"}, \#(place), "roles": ["brand"]}"#
        let row =
            #"{"enterprises": [{"code": "ZZ01", "name_en": "\#(name)", \#(place), "roles": "brand"}]}"#
        return (form, body, row)
    }

    /// As it was found: 409 with the code of a company that waits, for an agency that typed its name and place.
    @Test func aMemberIsTakenWhateverHiddenCompanyHasItsName() async throws {
        let form = "/delegations/\(Self.delegation)/enterprises/new"
        let endpoint = "delegations/\(Self.delegation)/members"
        for name in ["Quillonbrask Verdigris", "Ostrelune Quarrywick"] {
            let member = try Self.member(name, placedAs: Self.hidden)
            var client = try await Self.client()
            let token = try await client.token(as: .agency(Self.agency), AccessScope.offered(to: .agency))
            let posted = try await client.api(.post, endpoint, token: token, member.body)
            #expect(posted.status == 201, "\(name): \(posted.body)")
            #expect(!posted.body.contains(Self.hidden.code))
            client = try await Self.client()
            try await client.signIn(as: .agency(Self.agency))
            let answer = try await client.submit(form, member.form)
            #expect(answer.status == 303, "\(name): \(answer.body)")
            // Its own member is no secret, whatever it waits for.
            let again = try await client.submit(form, member.form)
            #expect(again.status == 409 && again.body.contains("name=\"evenIfDuplicate\""))
            #expect(!again.body.contains(Self.hidden.code))
        }
    }

    @Test func aPreviewSaysTheSameOfAHiddenNameAndOfNone() async throws {
        let client = try await Self.client()
        let token = try await client.token(as: .agency(Self.agency), AccessScope.offered(to: .agency))
        var answers: [String] = []
        for name in ["Quillonbrask Verdigris", "Ostrelune Quarrywick"] {
            let row = try Self.member(name, placedAs: Self.hidden).row
            let path = "delegations/\(Self.delegation)/imports?dryRun=true"
            let answer = try await client.api(.post, path, token: token, row)
            #expect(answer.status == 200, "\(answer.body)")
            answers.append(answer.body)
        }
        #expect(answers[0] == answers[1])
    }

    @Test func anApprovedCompanyIsStillALikelyDuplicate() async throws {
        let client = try await Self.client()
        let other = try #require(
            Self.data.enterprises.first { enterprise in
                enterprise.status == .approved && enterprise.delegation != Self.delegation
                    && !(enterprise.name.en ?? "").isEmpty
            }
        )
        let member = try Self.member(other.name.en ?? "", placedAs: other.id)
        let token = try await client.token(as: .agency(Self.agency), AccessScope.offered(to: .agency))
        let endpoint = "delegations/\(Self.delegation)/members"
        #expect(try await client.api(.post, endpoint, token: token, member.body).problem == "likelyDuplicate")
    }

    /// What its agency is not told, the organiser is, beside the new registration.
    @Test(arguments: [("en", "Much like:"), ("ru", "Похоже на:"), ("zh", "名称相近：")])
    func theOrganiserSeesTheLikeness(language: String, words: String) async throws {
        let client = try await Self.client()
        let token = try await client.token(as: .agency(Self.agency), AccessScope.offered(to: .agency))
        let member = try Self.member("Quillonbrask Verdigris", placedAs: Self.hidden)
        let endpoint = "delegations/\(Self.delegation)/members"
        #expect(try await client.api(.post, endpoint, token: token, member.body).status == 201)
        try await client.signIn(as: .organiser)
        let page = try await client.get("/organiser/registrations", ["accept-language": language]).body
        #expect(page.contains("\(words) <a href=\"/enterprises/\(Self.hidden)\""))
        // The organiser's own form names it, too: nothing is hidden from them.
        let form = "/delegations/\(Self.delegation)/enterprises/new"
        #expect(try await client.submit(form, member.form).status == 409)
    }

    /// That there is a request is between its sides.
    @Test func aForeignRequestAndNoneAreAnsweredAlike() async throws {
        let client = try await Self.client()
        let request = try #require(
            Self.data.requests.first { $0.requester != Self.own && $0.recipient != Self.own }
        )
        let token = try await client.token(as: .enterprise(Self.own), AccessScope.offered(to: .enterprise))
        for code in [request.id.code, "R999999"] {
            let answer = try await client.api(
                .patch,
                "requests/\(code)",
                token: token,
                #"{"status": "accepted"}"#
            )
            #expect(answer.status == 404 && answer.problem == "notFound", "\(code): \(answer.body)")
        }
    }

    /// The staff of the halls pages through what is published and nothing else.
    @Test func aCursorLeadsToNoUnpublishedRun() async throws {
        let fixture = try await APIFixture()
        try await fixture.publishWithoutRules(3)
        let token = try await fixture.client.token(as: .hallManager, AccessScope.offered(to: .hallManager))
        let first = try await fixture.client.api(.get, "programme?limit=1", token: token)
        let next = try #require(first.json["next"]?.text)
        #expect(try await fixture.client.api(.get, next, token: token).status == 200)
        try await fixture.saveEmptyRun()
        let run = try #require(try await fixture.client.store.programmes.runs().map(\.id).max())
        let cursor = APICursor.text(["listProgramme", "\(run)", "0", "R"])
        let answer = try await fixture.client.api(.get, "programme?limit=1&cursor=\(cursor)", token: token)
        #expect(answer.problem == "unknownCursor")
    }
}
