import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// What an agency does for its delegation by program.
struct APIDelegationTests {
    private let fixture: APIFixture
    private let path = "delegations/\(APIFixture.delegation.id)"
    private var client: RouterClient { fixture.client }

    init() async throws {
        fixture = try await APIFixture()
        try await fixture.publishWithoutRules(400)
    }

    private func post(_ door: String, _ body: String, key: String? = nil) async throws -> RouterClient.Answer
    {
        try await client.api(
            .post,
            "\(path)/\(door)",
            token: fixture.agencyToken,
            body,
            key.map { ["idempotency-key": $0] } ?? [:]
        )
    }

    @Test func theTreeHasOnesOwn() async throws {
        let own = try await fixture.walk("delegation-tree", token: fixture.agencyToken)
        let all = try await fixture.walk("delegation-tree?limit=1", token: fixture.organiserToken)
        #expect(own.allSatisfy { $0["agency"] == .string(APIFixture.delegation.agency.code) })
        #expect(!own.isEmpty && all.count == APIFixture.data.delegations.count)
        #expect(try await client.api(.get, "delegation-tree", token: fixture.firstToken).status == 403)
    }

    @Test func theBoardCountsWhatThePagesCount() async throws {
        let id = APIFixture.delegation.id
        let members = try await fixture.walk("\(path)/members?limit=2", token: fixture.agencyToken)
        let board = try await client.store.delegations.board(of: id, orderedIn: .en)
        #expect(members.count == board.count && !board.isEmpty)
        for task in MemberProgress.ToDo.allCases {
            let some = try await fixture.walk("\(path)/members?task=\(task)", token: fixture.agencyToken)
            #expect(some.count == board.count { $0.tasks.contains(task) })
        }
        let meetings = try await fixture.walk("\(path)/meetings?limit=7", token: fixture.agencyToken)
        let view = try await client.api(.get, path, token: fixture.agencyToken).json
        #expect(view["use"]?["meetings"]?.integer == meetings.count)
        let results = try await fixture.walk("\(path)/results?limit=9", token: fixture.agencyToken)
        #expect(results.count == (try await client.store.delegations.record(of: id).data.requests.count))
        #expect(results.count { $0["slot"] != .null } == meetings.count)
    }

    @Test func quotasAreTheOrganisersToSet() async throws {
        let read = try await client.api(.get, "\(path)/quota", token: fixture.agencyToken)
        let version = try #require(read.headers[.eTag])
        let body = #"{"stands": 4, "meetings": null, "interpreterHours": 10}"#
        func set(_ token: String) async throws -> RouterClient.Answer {
            try await client.api(.put, "\(path)/quota", token: token, body, ["if-match": version])
        }
        #expect(try await set(fixture.agencyToken).status == 403)
        #expect(try await set(fixture.organiserToken).json["stands"] == 4)
        #expect(try await set(fixture.organiserToken).status == 412)
        #expect(try await client.store.delegations.quota(of: APIFixture.delegation.id).interpreterHours == 10)
    }

    @Test func aMemberIsRegisteredOnceForOneKey() async throws {
        let economy = APIFixture.data.enterprises[0].economy
        let body =
            #"{"name": {"en": "Zephyr Reed Foods"}, "economy": "\#(economy)", "roles": ["brand"], "contact": {"name": {"ru": "Ольга"}, "email": "olga@example.com", "invite": true, "letterLanguage": "ru"}}"#
        let made = try await post("members", body, key: "member-01")
        #expect(made.status == 201 && made.json["status"] == "registered")
        #expect(made.json["delegation"] == .string(APIFixture.delegation.id.code))
        #expect(try await post("members", body, key: "member-01").body == made.body)
        #expect(try await post("members", body).problem == "likelyDuplicate")
        #expect(
            try await client.store.accounts.find(email: "olga@example.com")?.part.scope
                == made.json["id"]?.text
        )
    }

    @Test(arguments: [
        (#"{"name": {}, "economy": "CN", "roles": ["brand"]}"#, "/name", "noName"),
        (#"{"name": {"en": "A"}, "economy": "XX", "roles": ["brand"]}"#, "/economy", "unknownCode"),
        (#"{"name": {"en": "A"}, "economy": "CN", "roles": []}"#, "/roles", "tooFew"),
        (
            #"{"name": {"en": "A"}, "economy": "CN", "roles": ["brand"], "website": "a"}"#, "/website",
            "badWebsite"
        ),
        (
            #"{"name": {"en": "A"}, "economy": "CN", "roles": ["brand"], "contact": {"name": {"en": "B"}, "email": "b"}}"#,
            "/contact/email", "badEmail"
        ),
        (
            #"{"name": {"en": "A"}, "economy": "CN", "roles": ["brand"], "contact": {"name": {"en": "B"}, "invite": true}}"#,
            "/contact/email", "missing"
        ),
        (
            #"{"name": {"en": "A"}, "economy": "CN", "roles": ["brand"], "contact": {"name": {}, "phone": "1"}}"#,
            "/contact/name", "noName"
        ),
        (
            #"{"name": {"en": "A"}, "economy": "CN", "roles": ["brand"], "contact": {"name": {"en": "B www.b.example"}}}"#,
            "/contact/name", "badForm"
        ),
    ])
    func whatIsWrongWithAMemberIsNamed(body: String, pointer: String, reason: String) async throws {
        let error = try await post("members", body).json["errors"]?.items?.first
        #expect(error?["pointer"] == .string(pointer) && error?["reason"] == .string(reason))
    }

    @Test func lettersGoToThoseWithSomethingToDo() async throws {
        let letter = #"{"subject": {"en": "Hello"}, "body": {"en": "Please complete your profile."}}"#
        let sent = try await post("letters", letter)
        #expect(sent.status == 201 && (sent.json["count"]?.integer ?? 0) > 0)
        #expect(
            try await client.store.outbox.letters(isWaiting: true, limit: 1000).count
                == sent.json["count"]?.integer
        )
        let half = try await post("letters", #"{"subject": {"en": "Hello"}, "body": {"ru": "Да"}}"#)
        #expect(half.json["errors"]?.items?.first?["reason"] == "half")
        let empty = try await post("letters", #"{"subject": {}, "body": {}}"#)
        #expect(empty.json["errors"]?.items?.first?["reason"] == "empty")
        for _ in 0..<5 { _ = try await post("letters", letter) }
        #expect(try await post("letters", letter).status == 429)
        let all = try await fixture.walk("\(path)/letters?limit=2", token: fixture.agencyToken)
        #expect(all.count == 6 && all.first?["id"] == 6)
    }

    // MARK: - Imports

    private static let rows =
        #"{"enterprises": [{"code": "NB01", "name_en": "North Bank", "economy": "CN", "roles": "brand"}, {"code": "NB02", "name_en": "South\nBank", "economy": "Chnia", "roles": "brand"}], "products": [{"code": "NB01-1", "enterprise": "NB01", "hs_code": "1905", "name_en": "Biscuits"}]}"#

    @Test func aDryRunChangesNothingAndAnImportTakesTheGoodRows() async throws {
        let before = try await client.store.delegations.board(of: APIFixture.delegation.id, orderedIn: .en)
            .count
        let dry = try await post("imports?dryRun=true", Self.rows)
        #expect(dry.status == 200 && dry.json["isApplied"] == false)
        #expect(
            try await client.store.delegations.board(of: APIFixture.delegation.id, orderedIn: .en).count
                == before
        )
        let done = try await post("imports", Self.rows, key: "import-01")
        #expect(done.json["isApplied"] == true)
        let tables = done.json["tables"]?.items ?? []
        #expect(tables.map { $0["inserted"] } == [1, 1] && tables.map { $0["refused"] } == [1, 0])
        let finding = done.json["findings"]?.items?.first { $0["severity"] == "error" }
        #expect(finding?["pointer"] == "/enterprises/1/economy" && finding?["value"] == "Chnia")
        #expect(finding?["sentence"]?["zh"]?.text?.isEmpty == false)
        #expect(
            try await client.store.delegations.board(of: APIFixture.delegation.id, orderedIn: .en).count
                == before + 1
        )
        #expect(try await post("imports", Self.rows, key: "import-01").body == done.body)
        let again = try await post("imports", Self.rows)
        #expect(again.json["tables"]?.items?.first?["unchanged"] == 1)
    }

    @Test func aContactWithAnAddressForANameIsRefused() async throws {
        let rows =
            #"{"enterprises": [{"code": "NB21", "name_en": "Reed Bank", "economy": "CN", "roles": "brand"}], "representatives": [{"code": "NB21-1", "enterprise": "NB21", "name_en": "Prize at www.evil.example"}, {"code": "NB21-2", "enterprise": "NB21", "name_en": "Anna"}]}"#
        let done = try await post("imports", rows)
        let tables = done.json["tables"]?.items ?? []
        #expect(tables.map { $0["inserted"] } == [1, 1] && tables.map { $0["refused"] } == [0, 1])
        let finding = done.json["findings"]?.items?.first { $0["severity"] == "error" }
        #expect(finding?["pointer"] == "/representatives/0/name_en")
        for language in Language.allCases {
            #expect(finding?["sentence"]?[language.rawValue]?.text?.contains("www.") == true)
        }
    }

    @Test func rowsOfOthersAreRefused() async throws {
        let stranger = try #require(
            APIFixture.data.enterprises.first { $0.delegation != APIFixture.delegation.id }
        )
        let rows =
            #"{"enterprises": [{"code": "\#(stranger.id)", "name_en": "Mine", "economy": "CN", "roles": "brand"}]}"#
        let answer = try await post("imports", rows)
        #expect(answer.json["tables"]?.items?.first?["refused"] == 1)
        #expect(try await client.store.enterprises.find(stranger.id)?.enterprise.name == stranger.name)
        let table = #"{"halls": [{"code": "H9"}]}"#
        #expect(try await post("imports", table).json["errors"]?.items?.first?["reason"] == "unknown")
    }

    private func upload(_ file: String, _ headers: [String: String] = [:]) async throws -> RouterClient.Answer
    {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"members.bin\"\r\n\r\n\(file)\r\n--x--\r\n"
        let type = ["content-type": "multipart/form-data; boundary=x"].merging(headers) { $1 }
        return try await client.api(.post, "\(path)/imports/file", token: fixture.agencyToken, body, type)
    }

    @Test func aFileIsKnownByItsContent() async throws {
        let table = "code,name_en,economy,roles\r\nNB07,Seventh Bank,CN,brand\r\n"
        let done = try await upload(table, ["idempotency-key": "file-0001"])
        #expect(done.status == 200 && done.json["tables"]?.items?.first?["inserted"] == 1)
        #expect(
            try await client.store.enterprises.find("NB07")?.enterprise.delegation == APIFixture.delegation.id
        )
        #expect(try await upload(table + "x", ["idempotency-key": "file-0001"]).problem == "keyReused")
        #expect(try await upload("%PDF-1.7").status == 415)
        #expect(try await upload("").status == 422)
        let form = ["content-type": "multipart/form-data"]
        let token = fixture.agencyToken
        #expect(try await client.api(.post, "\(path)/imports/file", token: token, "x", form).status == 400)
        #expect(try await client.api(.post, "\(path)/imports/file", token: token, "{}").status == 415)
    }
}
