import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// A small expo with someone on each side.
struct APIFixture {
    static let data: ExpoData = {
        var data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
        for index in data.representatives.indices { data.representatives[index].isReleased = true }
        return data
    }()

    let client: RouterClient
    let first = Self.data.enterprises[0].id
    let second = Self.data.enterprises[1].id
    /// Tokens with every scope that their accounts may have.
    let firstToken: String
    let secondToken: String
    let organiserToken: String
    /// Of a registration that waits for the organiser.
    let registrationKey: String
    static let delegation = data.delegations[0]
    let agencyToken: String

    init(withRequests: Bool = true, now: @escaping @Sendable () -> Double = { 1_800_000_000 }) async throws {
        var data = Self.data
        if !withRequests {
            data.requests = []
            data.outcomes = []
        }
        client = try await RouterClient(data: data, as: nil, now: now)
        firstToken = try await client.token(as: .enterprise(first), AccessScope.offered(to: .enterprise))
        secondToken = try await client.token(as: .enterprise(second), AccessScope.offered(to: .enterprise))
        organiserToken = try await client.token(as: .organiser, AccessScope.allCases)
        agencyToken = try await client.token(
            as: .agency(Self.delegation.agency),
            AccessScope.offered(to: .agency)
        )
        let code = try await client.store.registrations.open(
            email: "new@example.com",
            name: "王芳",
            language: .zh
        ).code
        registrationKey = try await client.store.registrations.useLink(code?.link.text ?? "")?.text ?? ""
    }

    /// A path with something in each place.
    func path(_ endpoint: APIEndpoint) -> String {
        let path = endpoint.path.replacing("{enterprise}", with: first.code)
            .replacing("{other}", with: second.code).replacing("{run}", with: "1")
            .replacing("{delegation}", with: Self.delegation.id.code).replacing("{account}", with: "1")
            .replacing("{interpreter}", with: Self.data.interpreters[0].id.code)
            .replacing("{product}", with: Self.data.products.first { $0.enterprise == first }?.id.code ?? "")
        let query = endpoint.parameters.filter { $0.place == .query && $0.isRequired }
            .map { "\($0.name)=new%40example.com" }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    /// Every item of a list, page by page.
    func walk(_ path: String, token: String? = nil) async throws -> [JSONValue] {
        var items: [JSONValue] = []
        var next: String? = path
        var pages = 0
        while let page = next {
            let answer = try await client.api(.get, page, token: token)
            try #require(answer.status == 200, "\(page): \(answer.body)")
            let body = try JSONValue(parsing: Data(answer.body.utf8))
            items += body["items"]?.items ?? []
            next = body["next"]?.text
            pages += 1
            try #require(pages < 2000)
        }
        return items
    }

    /// Publishes a programme of the first `meetings` requests, whatever the rules say of it.
    func publishWithoutRules(_ meetings: Int) async throws {
        let slots = Self.data.expo?.slots.count ?? 1
        let hall = Self.data.halls[0].id
        let placed = Self.data.requests.prefix(meetings).enumerated().map { index, request in
            Meeting(request: request.id, slot: index % slots, place: Place(hall: hall), interpreter: nil)
        }
        let unplaced = Self.data.requests.dropFirst(meetings).map {
            UnplacedRequest(request: $0.id, reason: .leftOut)
        }
        let run = try await save(placed, unplaced)
        _ = try await client.store.publishUnchecked(run.id, by: "test")
    }

    /// A programme without meetings fits an expo that nobody asked for meetings at.
    func saveEmptyRun() async throws { _ = try await save([], []) }

    private func save(_ meetings: [Meeting], _ unplaced: [UnplacedRequest]) async throws -> Run {
        try await client.store.programmes.save(
            Programme(
                meetings: meetings,
                unplaced: unplaced,
                value: ProgrammeValue(),
                bound: ProgrammeBound(placedWeight: 0)
            ),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
    }
}

extension RouterClient.Answer {
    var json: JSONValue { (try? JSONValue(parsing: Data(body.utf8))) ?? .null }

    /// The last part of a problem's type.
    var problem: String? { json["type"]?.text?.split(separator: ":").last.map(String.init) }
}
