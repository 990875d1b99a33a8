import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Asking for meetings and answering, each side its own part.
struct APIRequestsTests {
    private let fixture: APIFixture

    init() async throws { fixture = try await APIFixture(withRequests: false) }

    private func ask(_ body: String? = nil, key: String? = nil, token: String? = nil) async throws
        -> RouterClient.Answer
    {
        let usual = #"{"recipient": "\#(fixture.second)", "priority": 4, "message": "Здравствуйте\nДва"}"#
        return try await fixture.client.api(
            .post,
            "enterprises/\(fixture.first)/requests",
            token: token ?? fixture.firstToken,
            body ?? usual,
            key.map { ["idempotency-key": $0] } ?? [:]
        )
    }

    private func answer(_ id: String, _ status: String, token: String) async throws -> RouterClient.Answer {
        try await fixture.client.api(.patch, "requests/\(id)", token: token, #"{"status": "\#(status)"}"#)
    }

    @Test func aRequestIsMadeOnceForOneKey() async throws {
        let first = try await ask(key: "key-00001")
        #expect(first.status == 201)
        #expect(first.json["status"] == "pending" && first.json["priority"] == 4)
        let again = try await ask(key: "key-00001")
        #expect(again.status == 201 && again.body == first.body)
        let other = try await ask(#"{"recipient": "E00009", "priority": 4}"#, key: "key-00001")
        #expect(other.status == 422 && other.problem == "keyReused")
        let without = try await ask()
        #expect(without.status == 409 && without.problem == "requestExists")
        #expect(without.json["detail"] == first.json["id"])
        #expect(try await fixture.client.store.requests.all(of: fixture.first).count == 1)
    }

    /// Asking back is a yes: the other side's request is answered, not a new one made, also when the key comes again.
    @Test func askingBackAcceptsTheirRequest() async throws {
        let id = try #require(try await ask().json["id"]?.text)
        for _ in 0..<2 {
            let back = try await fixture.client.api(
                .post,
                "enterprises/\(fixture.second)/requests",
                token: fixture.secondToken,
                #"{"recipient": "\#(fixture.first)", "priority": 5, "message": "Три"}"#,
                ["idempotency-key": "key-00003"]
            )
            #expect(back.status == 200)
            #expect(back.json["id"]?.text == id && back.json["requester"]?.text == fixture.first.code)
            #expect(back.json["status"] == "accepted" && back.json["isMutual"] == true)
            #expect(back.json["priority"] == 5 && back.json["message"] == "Здравствуйте\nДва\nТри")
        }
        #expect(try await fixture.client.store.requests.all(of: fixture.first).count == 1)
    }

    @Test func askingBackForTheOtherHalfOfTheDayIsRefused() async throws {
        _ = try await ask(#"{"recipient": "\#(fixture.second)", "priority": 4, "session": "am"}"#)
        let back = try await fixture.client.api(
            .post,
            "enterprises/\(fixture.second)/requests",
            token: fixture.secondToken,
            #"{"recipient": "\#(fixture.first)", "priority": 5, "session": "pm"}"#
        )
        #expect(back.status == 409 && back.problem == "cannotAsk")
    }

    @Test func theKeysOfOthersAreTheirOwn() async throws {
        _ = try await ask(key: "key-00001")
        let body = #"{"recipient": "E00009", "priority": 1}"#
        #expect(try await ask(body, key: "key-00001", token: fixture.organiserToken).status == 201)
    }

    @Test func aRefusalIsNotKept() async throws {
        let wrong = try await ask(#"{"recipient": "NOBODY", "priority": 1}"#, key: "key-00002")
        #expect(wrong.status == 422)
        #expect(wrong.json["errors"]?.items?.first?["pointer"] == "/recipient")
        #expect(try await ask(key: "key-00002").status == 201)
    }

    @Test func theSidesDoEachTheirPart() async throws {
        let id = try #require(try await ask().json["id"]?.text)
        #expect(try await answer(id, "accepted", token: fixture.firstToken).problem == "otherSide")
        #expect(try await answer(id, "withdrawn", token: fixture.secondToken).problem == "otherSide")
        #expect(try await answer(id, "accepted", token: fixture.secondToken).json["status"] == "accepted")
        #expect(try await answer(id, "accepted", token: fixture.secondToken).status == 200)
        #expect(try await answer(id, "withdrawn", token: fixture.firstToken).json["status"] == "withdrawn")
        let closed = try await answer(id, "accepted", token: fixture.secondToken)
        #expect(closed.status == 409 && closed.problem == "requestClosed")
        #expect(try await ask().status == 201, "a withdrawn request stands in nobody's way")
    }

    @Test func strangersAnswerNothing() async throws {
        let id = try #require(try await ask().json["id"]?.text)
        let stranger = try await fixture.client.token(
            as: .enterprise(APIFixture.data.enterprises[5].id),
            AccessScope.allCases
        )
        for status in ["accepted", "declined", "withdrawn"] {
            // That there is such a request is between its sides.
            #expect(try await answer(id, status, token: stranger).status == 404)
        }
        #expect(try await ask(token: stranger).status == 403)
        #expect(try await answer("NOTHING", "accepted", token: fixture.firstToken).status == 404)
    }

    @Test(arguments: [
        (#"{"priority": 1}"#, "/recipient", "missing"), (#"{"recipient": "E00002"}"#, "/priority", "missing"),
        (#"{"recipient": "E00002", "priority": 0}"#, "/priority", "tooSmall"),
        (#"{"recipient": "E00002", "priority": 6}"#, "/priority", "tooLarge"),
        (#"{"recipient": "E00002", "priority": "1"}"#, "/priority", "notInteger"),
        (#"{"recipient": "E00002", "priority": 1, "status": "accepted"}"#, "/status", "unknown"),
        (#"{"recipient": "E00002", "priority": 1, "session": "night"}"#, "/session", "notOffered"),
    ])
    func whatIsWrongIsNamed(body: String, pointer: String, reason: String) async throws {
        let error = try await ask(body).json["errors"]?.items?.first
        #expect(error?["pointer"] == .string(pointer) && error?["reason"] == .string(reason))
    }

    @Test func nobodyAsksThemselves() async throws {
        let answer = try await ask(#"{"recipient": "\#(fixture.first)", "priority": 1}"#)
        #expect(answer.json["errors"]?.items?.first?["reason"] == "ownEnterprise")
    }
}
