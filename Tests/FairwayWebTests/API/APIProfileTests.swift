import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Reading and changing an enterprise without losing anyone's change.
struct APIProfileTests {
    private let fixture: APIFixture
    private let path: String

    init() async throws {
        fixture = try await APIFixture()
        path = "enterprises/\(fixture.first)"
    }

    private func change(_ body: String, _ version: String? = "*", token: String? = nil) async throws
        -> RouterClient.Answer
    {
        let headers = version.map { ["if-match": $0] } ?? [:]
        return try await fixture.client.api(.patch, path, token: token ?? fixture.firstToken, body, headers)
    }

    @Test func aChangeNeedsTheVersionThatWasRead() async throws {
        let read = try await fixture.client.api(.get, path, token: fixture.firstToken)
        let version = try #require(read.headers[.eTag])
        let missing = try await change(#"{"website": "https://a.example"}"#, nil)
        #expect(missing.status == 428 && missing.problem == "versionNeeded")
        let changed = try await change(#"{"website": "https://a.example"}"#, version)
        #expect(changed.status == 200)
        #expect(changed.json["website"] == "https://a.example")
        let stale = try await change(#"{"website": "https://b.example"}"#, version)
        #expect(stale.status == 412 && stale.problem == "staleVersion")
        let new = try #require(changed.headers[.eTag])
        #expect(new != version)
        #expect(try await change(#"{"website": null}"#, "\"x\", \(new)").json["website"] == .null)
    }

    @Test func whatIsNotChangedIsNotSentAgain() async throws {
        let version = try #require(try await fixture.client.api(.get, path).headers[.eTag])
        for known in [version, "W/\(version)", "\"x\", \(version)", "*"] {
            let answer = try await fixture.client.api(.get, path, "", ["if-none-match": known])
            #expect(answer.status == 304 && answer.body.isEmpty)
            #expect(answer.headers[.eTag] == version)
        }
        #expect(try await fixture.client.api(.get, path, "", ["if-none-match": "\"x\""]).status == 200)
    }

    @Test func aPatchLeavesWhatItDoesNotSay() async throws {
        let before = try await fixture.client.api(.get, path, token: fixture.firstToken).json
        let body =
            #"{"about": {"ru": "Вода"}, "unavailableSlots": [3, 1], "parallelMeetings": 2, "maxMeetings": 7}"#
        let after = try await change(body).json
        #expect(after["about"]?["ru"] == "Вода")
        #expect(after["about"]?["zh"] == before["about"]?["zh"])
        #expect(after["name"] == before["name"])
        #expect(after["unavailableSlots"] == [1, 3])
        #expect(after["parallelMeetings"] == 2 && after["maxMeetings"] == 7)
        #expect(try await change(#"{"maxMeetings": null}"#).json["maxMeetings"] == .null)
        #expect(try await fixture.client.api(.get, "enterprises?q=%D0%B2%D0%BE%D0%B4%D0%B0").status == 200)
    }

    @Test(arguments: [
        (#"{"color": 1}"#, "/color", "unknown"), (#"{"website": 5}"#, "/website", "notText"),
        (#"{"website": "ftp://a.example"}"#, "/website", "badForm"),
        (#"{"name": {"fr": "Eau"}}"#, "/name/fr", "unknown"), (#"{"name": null}"#, "/name", "isNull"),
        (#"{"name": {"zh": null, "ru": null, "en": null}}"#, "/name", "noName"),
        (#"{"name": {"en": "a\u0000b"}}"#, "/name/en", "badForm"),
        (#"{"name": {"en": "..."}}"#, "/name/en", "badForm"),
        (#"{"name": {"zh": "。。"}}"#, "/name/zh", "badForm"),
        (#"{"unavailableSlots": [1, 1]}"#, "/unavailableSlots", "twice"),
        (#"{"unavailableSlots": [9999]}"#, "/unavailableSlots/0", "unknownSlot"),
        (#"{"unavailableSlots": ["1"]}"#, "/unavailableSlots/0", "notInteger"),
        (#"{"parallelMeetings": true}"#, "/parallelMeetings", "notInteger"),
        (#"{"parallelMeetings": 1.5}"#, "/parallelMeetings", "notInteger"),
        (#"{"a/b~c": 1}"#, "/a~1b~0c", "unknown"), ("[]", "", "notObject"),
    ])
    func whatIsWrongIsNamedByItsPointer(body: String, pointer: String, reason: String) async throws {
        let answer = try await change(body)
        #expect(answer.status == 422)
        let error = answer.json["errors"]?.items?.first
        #expect(error?["pointer"] == .string(pointer))
        #expect(error?["reason"] == .string(reason))
    }

    @Test func bodiesThatAreNoJSONAreRefused() async throws {
        let deep = String(repeating: "[", count: 20_000)
        for body in ["{", "nul", "\u{1}", deep, deep + String(repeating: "]", count: 20_000)] {
            let answer = try await change(body)
            #expect(answer.status == 400 && answer.problem == "malformedBody")
        }
        #expect(try await change("").problem == "missingBody")
        let large = try await change(
            "{\"about\": {\"en\": \"" + String(repeating: "x", count: 70_000) + "\"}}"
        )
        #expect(large.status == 413)
        let form = try await fixture.client.api(
            .patch,
            path,
            token: fixture.firstToken,
            "a=1",
            ["if-match": "*", "content-type": "application/x-www-form-urlencoded"]
        )
        #expect(form.status == 415)
    }

    @Test func whatIsSomebodyElsesIsNotChanged() async throws {
        let answer = try await change(#"{"website": null}"#, token: fixture.secondToken)
        #expect(answer.status == 403 && answer.problem == "forbidden")
    }

    @Test func limitsAreShownToTheirOwnSideOnly() async throws {
        let nobody = try await fixture.client.api(.get, path).json
        let other = try await fixture.client.api(.get, path, token: fixture.secondToken).json
        let own = try await fixture.client.api(.get, path, token: fixture.firstToken).json
        #expect(nobody["parallelMeetings"] == .null && other["unavailableSlots"] == .null)
        #expect(own["parallelMeetings"]?.integer != nil && own["unavailableSlots"]?.items != nil)
    }

    @Test func theAuditLogNamesTheToken() async throws {
        _ = try await change(#"{"website": "https://audit.example"}"#)
        let entry = try await fixture.client.store.auditLog.latest(limit: 5).first {
            $0.after?.contains("audit.example") ?? false
        }
        #expect(entry?.actor.contains("by token") == true)
    }
}
