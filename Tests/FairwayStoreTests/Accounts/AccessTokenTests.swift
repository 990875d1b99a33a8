import FairwayCore
import Foundation
import StoreSQL
import Synchronization
import Testing

@testable import FairwayStore

/// Tokens are kept as hashes; answers under a key are forgotten after a day.
struct AccessTokenTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])

    private func store(_ now: @escaping @Sendable () -> Double) async throws -> (ExpoStore, Account) {
        let store = try await ExpoStore(path: try TemporaryStore().path("tokens.sqlite"), now: now)
        try await store.expo.replaceAll(with: Self.data, by: "test")
        let account = try await store.accounts.create(
            email: "a@example.com",
            name: "A",
            part: .enterprise(Self.data.enterprises[0].id),
            language: .en,
            password: nil,
            by: "test"
        )
        return (store, account)
    }

    @Test func neitherTheFileNorTheAuditLogHoldsTheSecret() async throws {
        let (store, account) = try await store { 1000 }
        let made = try await store.accessTokens.make(
            of: account,
            name: "ERP of Li Wei",
            scopes: [.requestsRead],
            days: 1,
            by: "test"
        )
        #expect(try await store.accessTokens.find(secret: made.secret)?.scopes == [.requestsRead])
        #expect(try await store.accessTokens.find(secret: made.secret + "x") == nil)
        let rows = try store.read { db in
            try String.fetchAll(db, sql: "SELECT hex(secret_hash) || name || scopes FROM access_token")
        }
        #expect(rows.count == 1 && !rows[0].contains(made.secret))
        let log = try await store.auditLog.latest(limit: 5).filter { $0.table == "access_token" }
        #expect(log.count == 1)
        #expect(
            log.allSatisfy { !($0.after ?? "").contains("Li Wei") && !($0.after ?? "").contains("secret") }
        )
    }

    @Test(arguments: [("ERP\u{202E}fdp", "ERPfdp"), ("\u{202E}", "⟨U+202E⟩")])
    func aNameTurnsAndHidesNothing(name: String, kept: String) async throws {
        let (store, account) = try await store { 1000 }
        let made = try await store.accessTokens.make(
            of: account,
            name: name,
            scopes: [.requestsRead],
            days: 1,
            by: "test"
        )
        #expect(made.token.name == kept)
        #expect(try await store.accessTokens.all(of: account.id).map(\.name) == [kept])
    }

    @Test func anAnswerIsKeptForADay() async throws {
        let seconds = Mutex(1000.0)
        let (store, account) = try await store { seconds.withLock { $0 } }
        let (first, second) = (Self.data.enterprises[1].id, Self.data.enterprises[2].id)
        func ask(_ body: String) async throws -> String {
            try await store.requests.create(
                from: first,
                to: second,
                priority: 1,
                message: nil,
                session: nil,
                key: IdempotencyKey(account: account.id, key: "key-0001", request: body),
                seenBy: .organiser,
                by: "test",
                answer: { $0.id.code }
            )
        }
        try await store.database.write(as: "test") {
            try $0.execute(sql: "DELETE FROM outcome; DELETE FROM meeting_request")
        }
        let code = try await ask("a")
        #expect(code == "R000001")
        #expect(try await ask("a") == code)
        await #expect(throws: RequestRefusal.keyReused) { try await ask("b") }
        seconds.withLock { $0 += 86_401 }
        await #expect(throws: RequestError.obstacle(.alreadyAsked(.init(code), .pending))) {
            try await ask("a")
        }
    }
}
