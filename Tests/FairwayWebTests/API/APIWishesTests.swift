import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Preferences, free slots, the organiser's rules, and the one reason why not.
struct APIWishesTests {
    private let fixture: APIFixture
    private let path: String

    init() async throws {
        fixture = try await APIFixture(withRequests: false)
        path = "enterprises/\(fixture.first)"
    }

    private func partner(_ other: Enterprise.ID? = nil) async throws -> JSONValue {
        try await fixture.client.api(
            .get,
            "\(path)/partners/\(other ?? fixture.second)",
            token: fixture.firstToken
        ).json
    }

    private func prefer(_ body: String) async throws -> RouterClient.Answer {
        let path = "\(path)/preferences/\(fixture.second)"
        return try await fixture.client.api(.put, path, token: fixture.firstToken, body)
    }

    private func setRules(_ body: String, _ version: String = "*") async throws -> RouterClient.Answer {
        try await fixture.client.api(
            .put,
            "request-rules",
            token: fixture.organiserToken,
            body,
            ["if-match": version]
        )
    }

    @Test func oneReasonSaysWhyNot() async throws {
        #expect(try await partner()["canAsk"] == true)
        #expect(try await partner(fixture.first)["obstacle"] == "oneself")
        #expect(try await setRules(#"{"isOpen": false, "withinDelegation": true}"#).status == 200)
        let closed = try await partner()
        #expect(closed["canAsk"] == false && closed["obstacle"] == "requestsClosed")
        #expect(closed["why"]?["ru"] == "Организатор больше не принимает заявок.")
        let asked = try await fixture.client.api(
            .post,
            "\(path)/requests",
            token: fixture.firstToken,
            #"{"recipient": "\#(fixture.second)", "priority": 3}"#
        )
        #expect(asked.status == 409 && asked.problem == "cannotAsk")
    }

    @Test func aRequestThatIsThereIsNamed() async throws {
        let asked = try await fixture.client.api(
            .post,
            "enterprises/\(fixture.second)/requests",
            token: fixture.secondToken,
            #"{"recipient": "\#(fixture.first)", "priority": 3}"#
        )
        let partner = try await partner()
        #expect(partner["obstacle"] == "askedByThem" && partner["request"] == asked.json["id"])
        let request = try #require(asked.json["id"]?.text)
        let accepted = try await fixture.client.api(
            .patch,
            "requests/\(request)",
            token: fixture.firstToken,
            #"{"status": "accepted", "isMutual": true}"#
        )
        #expect(accepted.json["isMutual"] == true)
    }

    @Test func preferencesAreForEnterprisesAndPeople() async throws {
        let people = try await partner()["people"]?.items ?? []
        let person = try #require(people.first?["id"]?.text)
        #expect(try await prefer(#"{"preference": "mustMeet", "person": "\#(person)"}"#).status == 200)
        let both = try await prefer(#"{"preference": "noThanks"}"#)
        #expect(both.json["preference"] == "noThanks" && both.json["obstacle"] == "ownNoThanks")
        #expect(both.json["people"]?.items?.first?["preference"] == "mustMeet")
        let all = try await fixture.walk("\(path)/preferences?limit=1", token: fixture.firstToken)
        #expect(all.map { $0["person"] } == [.null, .string(person)])
        #expect(try await prefer(#"{"preference": null}"#).json["canAsk"] == true)
        let wrong = try await prefer(#"{"preference": "mustMeet", "person": "NOBODY"}"#)
        #expect(wrong.status == 422)
        #expect(wrong.json["errors"]?.items?.first?["reason"] == "unknownPerson")
    }

    @Test func whoIsNotPublicIsNotThereForOthers() async throws {
        var hidden = APIFixture.data.enterprises[5]
        hidden.status = .registered
        var edit = ExpoEdit()
        edit.enterprises = [hidden]
        try await fixture.client.store.expo.apply(edit, by: "test")
        for method in [HTTPRequest.Method.get, .put] {
            let door = method == .get ? "partners" : "preferences"
            let answer = try await fixture.client.api(
                method,
                "\(path)/\(door)/\(hidden.id)",
                token: fixture.firstToken,
                method == .get ? "" : #"{"preference": "mustMeet"}"#
            )
            #expect(answer.status == 404)
        }
    }

    @Test func freeSlotsAreSetAsAWhole() async throws {
        let read = try await fixture.client.api(.get, "\(path)/free-slots", token: fixture.firstToken)
        let version = try #require(read.headers[.eTag])
        func set(_ body: String, _ version: String) async throws -> RouterClient.Answer {
            let headers = ["if-match": version]
            return try await fixture.client.api(
                .put,
                "\(path)/free-slots",
                token: fixture.firstToken,
                body,
                headers
            )
        }
        let changed = try await set(#"{"free": [3, 1]}"#, version)
        #expect(changed.status == 200 && changed.json["free"] == [1, 3])
        let all = APIFixture.data.expo?.slots.count ?? 0
        #expect(
            try await fixture.client.store.enterprises.find(fixture.first)?.enterprise.unavailableSlots.count
                == all - 2
        )
        #expect(try await set(#"{"free": []}"#, version).problem == "staleVersion")
        let wrong = try await set(#"{"free": [1, 9999]}"#, "*")
        #expect(wrong.json["errors"]?.items?.first?["pointer"] == "/free/1")
    }

    @Test func rulesAreTheOrganisers() async throws {
        let body =
            #"{"isOpen": true, "withinDelegation": false, "limits": {"brand": 3}, "barred": [{"one": "logistics", "other": "brand"}]}"#
        let set = try await setRules(body)
        #expect(set.json["limits"]?["brand"] == 3 && set.json["limits"]?["investor"] == .null)
        #expect(set.json["barred"] == [["one": "brand", "other": "logistics"]])
        let read = try await fixture.client.api(.get, "request-rules", token: fixture.organiserToken)
        #expect(read.json == set.json && read.headers[.eTag] == set.headers[.eTag])
        #expect(try await setRules(body, "\"old\"").status == 412)
        #expect(try await fixture.client.store.requests.rules().limits == [.brand: 3])
    }
}
