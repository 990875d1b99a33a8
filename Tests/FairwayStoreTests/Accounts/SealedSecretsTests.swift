import FairwayCore
import Foundation
import StoreSQL
import Testing

@testable import FairwayStore

/// What stands in the database, its log and its free pages, and what a key opens.
struct SealedSecretsTests {
    private static let secret = Data("12345678901234567890".utf8)
    private static let code = "4711 0815"

    private func account(_ store: ExpoStore, _ email: String = "li@example.com") async throws -> Account {
        try await store.accounts.create(
            email: email,
            name: "Li",
            part: .organiser,
            language: .en,
            password: nil,
            by: "test"
        )
    }

    private func bytes(_ path: String) throws -> Data {
        try #require(FileManager.default.contents(atPath: path))
            + (FileManager.default.contents(atPath: path + "-wal") ?? Data())
    }

    private func mode(_ path: String) throws -> Int {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        return try #require(value).intValue
    }

    private func code(_ store: ExpoStore) -> String {
        SecondFactor.code(Self.secret, step: SecondFactor.step(at: store.currentTime))
    }

    @Test func theFileHoldsNeitherSecretsNorCodesThatWait() async throws {
        let temporary = try await TemporaryStore()
        let (store, account) = (temporary.store, try await account(temporary.store))
        try await store.secondFactors.set(Self.secret, of: account.id, by: "test")
        let sent = try #require(try await store.signIns.makeCode(for: account, browser: "b"))
        let link = "https://expo.example/sign-in/link?token=\(sent.link.text)"
        let body = "Code: \(sent.digits.prefix(4)) \(sent.digits.suffix(4))\n\(link)\n"
        try await store.outbox.post(to: account.email, subject: "Code", body: body)
        let bytes = try bytes(temporary.path)
        for secret in [Self.secret, Data(SecondFactor.base32(Self.secret).utf8), Data(sent.link.text.utf8)] {
            #expect(bytes.range(of: secret) == nil)
        }
        #expect(bytes.range(of: Data("\(sent.digits.prefix(4)) \(sent.digits.suffix(4))".utf8)) == nil)
        #expect(bytes.range(of: SecretToken.hash(sent.digits)) == nil, "no bare hash of eight digits")
        #expect(try await store.outbox.letters(isWaiting: true, limit: 1).first?.body == body)
        #expect(try await store.outbox.shown(limit: 1).first?.body.contains("•••• ••••") == true)
        #expect(try await store.secondFactors.use(code(store), of: account.id))
        #expect(try mode(temporary.path + ".key") == 0o600)
    }

    @Test func whatLetSomeoneInIsWipedWhenItIsSent() async throws {
        let store = try await TemporaryStore().store
        try await store.outbox.post(to: "li@example.com", subject: "Code", body: "Code: \(Self.code)")
        let letter = try #require(try await store.outbox.letters(isWaiting: true, limit: 1).first)
        #expect(letter.body == "Code: \(Self.code)")
        try await store.outbox.markSent(letter.id)
        #expect(try await store.outbox.letters(isWaiting: false, limit: 1).first?.body == "Code: •••• ••••")
        let sealed = try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(sealed) FROM mail") }
        #expect(sealed == 0)
    }

    @Test func aSealedValueOpensInItsOwnRowOnly() async throws {
        let store = try await TemporaryStore().store
        let (one, other) = (try await account(store), try await account(store, "wang@example.com"))
        try await store.secondFactors.set(Self.secret, of: one.id, by: "test")
        try await store.database.write(as: "attacker") { db in
            try db.execute(
                sql:
                    "UPDATE account SET totp_sealed = (SELECT totp_sealed FROM account WHERE id = ?) WHERE id = ?",
                arguments: [one.id, other.id]
            )
        }
        await #expect(throws: SecretsError.damagedValue("account \(other.id) second factor")) {
            try await store.secondFactors.use(code(store), of: other.id)
        }
    }

    @Test func aKeyThatIsNotThereIsSaidAtTheStartAndAtUse() async throws {
        let temporary = try await TemporaryStore()
        let id = try await account(temporary.store).id
        try await temporary.store.secondFactors.set(Self.secret, of: id, by: "test")
        let key = temporary.path + ".key"
        try FileManager.default.moveItem(atPath: key, toPath: key + ".away")
        let store = try TemporaryStore.open(temporary.path)
        await #expect(throws: SecretsError.missingKey(path: key)) { try await store.sealingKey.check() }
        await #expect(throws: SecretsError.missingKey(path: key)) {
            try await store.secondFactors.use("287082", of: id)
        }
        await #expect(throws: SecretsError.missingKey(path: key)) {
            try await store.outbox.post(to: "li@example.com", subject: "Code", body: Self.code)
        }
        #expect(!FileManager.default.fileExists(atPath: key), "no other key is made in silence")
        try FileManager.default.moveItem(atPath: key + ".away", toPath: key)
        #expect(try await store.secondFactors.use(code(store), of: id))
    }

    @Test func aWrongKeyIsRefusedByName() async throws {
        let temporary = try await TemporaryStore()
        let id = try await account(temporary.store).id
        try await temporary.store.secondFactors.set(Self.secret, of: id, by: "test")
        let name = try await temporary.store.sealingKey.check()
        let other = try await TemporaryStore()
        try await other.store.sealingKey.check()
        try FileManager.default.removeItem(atPath: temporary.path + ".key")
        try FileManager.default.copyItem(atPath: other.path + ".key", toPath: temporary.path + ".key")
        let store = try TemporaryStore.open(temporary.path)
        let wrong = SecretsError.wrongKey(path: temporary.path + ".key", needed: name)
        await #expect(throws: wrong) { try await store.sealingKey.check() }
        await #expect(throws: wrong) { try await store.secondFactors.use("287082", of: id) }
    }

    @Test func aDamagedOrOpenKeyFileIsRefused() async throws {
        let temporary = try await TemporaryStore()
        try await temporary.store.sealingKey.check()
        let key = temporary.path + ".key"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        await #expect(throws: SecretsError.openPermissions(path: key)) {
            try await temporary.store.sealingKey.check()
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        for text in ["", "fairway-key-1 AAAA\n", "fairway-key-2 \(Data(count: 32).base64EncodedString())\n"] {
            try FileHandle(forWritingTo: URL(fileURLWithPath: key)).truncate(atOffset: 0)
            try FileHandle(forWritingTo: URL(fileURLWithPath: key)).write(contentsOf: Data(text.utf8))
            await #expect(throws: SecretsError.damagedKey(path: key), "\(text)") {
                try await temporary.store.sealingKey.check()
            }
        }
    }

    // MARK: - Changing the key

    @Test func aNewKeyOpensEverythingAndTheOldOneNothing() async throws {
        let temporary = try await TemporaryStore()
        let store = temporary.store
        let account = try await account(store)
        try await store.secondFactors.set(Self.secret, of: account.id, by: "test")
        try await store.outbox.post(to: "li@example.com", subject: "Code", body: Self.code)
        let pending = try #require(try await store.signIns.makeCode(for: account, browser: "b"))
        let oldKey = try #require(try KeyFile(database: temporary.path).read().first)
        let oldValues = try store.read { db in
            try Data.fetchAll(db, sql: "SELECT totp_sealed FROM account UNION ALL SELECT sealed FROM mail")
        }
        let change = try await store.sealingKey.rotate(by: "test")
        #expect(change.secondFactors == 1 && change.letters == 1)
        #expect(try KeyFile(database: temporary.path).read().map(\.id) == [UInt32(change.key, radix: 16)])
        for opened in [store, try TemporaryStore.open(temporary.path)] {
            #expect(try await opened.outbox.letters(isWaiting: true, limit: 1).first?.body == Self.code)
        }
        #expect(try await store.secondFactors.use(code(store), of: account.id))
        #expect(try await store.signIns.account(link: pending.link.text) == nil, "codes that were sent end")
        let bytes = try bytes(temporary.path)
        for value in oldValues {
            #expect(bytes.range(of: value) == nil, "no page keeps what the old key opens")
        }
        let values = try store.read { db in
            try Data.fetchAll(db, sql: "SELECT sealed FROM mail")
        }
        #expect(values.allSatisfy { SealingKey.id(in: $0) != oldKey.id })
    }

    /// A server that runs meanwhile goes on: it reads the new key when it first meets it.
    @Test func anotherProcessFollowsAChangeOfKeys() async throws {
        let temporary = try await TemporaryStore()
        let server = temporary.store
        let account = try await account(server)
        try await server.secondFactors.set(Self.secret, of: account.id, by: "test")
        let command = try TemporaryStore.open(temporary.path)
        _ = try await command.sealingKey.rotate(by: "test")
        _ = try await command.sealingKey.rotate(by: "test")
        try await server.outbox.post(to: "li@example.com", subject: "Code", body: Self.code)
        #expect(
            try await TemporaryStore.open(temporary.path).outbox.letters(isWaiting: true, limit: 1).first?
                .body == Self.code
        )
        #expect(try await server.secondFactors.use(code(server), of: account.id))
    }

    /// The file has both keys until the transaction is through: whatever stops the change, a pair fits.
    @Test func aChangeThatStopsHalfWayCostsNothing() async throws {
        let temporary = try await TemporaryStore()
        let store = temporary.store
        let account = try await account(store)
        try await store.secondFactors.set(Self.secret, of: account.id, by: "test")
        try await store.outbox.post(to: "li@example.com", subject: "Code", body: Self.code)
        try await store.database.write(as: "test") {
            try $0.execute(sql: "UPDATE mail SET sealed = ?", arguments: [Data(count: 60)])
        }
        await #expect(throws: SecretsError.self) { try await store.sealingKey.rotate(by: "test") }
        let again = try TemporaryStore.open(temporary.path)
        #expect(try KeyFile(database: temporary.path).read().count == 2)
        #expect(try await again.secondFactors.use(code(again), of: account.id))
        try await again.database.write(as: "test") { try $0.execute(sql: "DELETE FROM mail") }
        _ = try await again.sealingKey.rotate(by: "test")
        #expect(try KeyFile(database: temporary.path).read().count == 1)
    }

    @Test func aLostKeyLeavesTheSecondFactorAskedForAndRecoveryCodesGood() async throws {
        let temporary = try await TemporaryStore()
        let account = try await account(temporary.store)
        let made = try await temporary.store.secondFactors.set(
            Self.secret,
            firstCode: code(temporary.store),
            of: account.id,
            notice: nil,
            by: "test"
        )
        let recovery = try #require(made?.first)
        try FileManager.default.removeItem(atPath: temporary.path + ".key")
        let store = try TemporaryStore.open(temporary.path)
        await #expect(throws: SecretsError.self) {
            try await store.secondFactors.use(code(store), of: account.id)
        }
        let change = try await store.sealingKey.replaceLost(by: "test")
        #expect(change.secondFactors == 1)
        #expect(
            try await store.accounts.find(account.id)?.hasSecondFactor == true,
            "it is not taken off in silence"
        )
        #expect(try await !store.secondFactors.use(code(store), of: account.id))
        #expect(try await store.secondFactors.use(recovery.text, of: account.id))
        #expect(try await store.auditLog.latest(limit: 5).contains { $0.action == "replace lost key" })
    }

    @Test func aBackupHasNoKeyAndSaysWhichItNeeds() async throws {
        let temporary = try await TemporaryStore()
        let id = try await account(temporary.store).id
        try await temporary.store.secondFactors.set(Self.secret, of: id, by: "test")
        try temporary.store.backUp(to: temporary.path("copy")) { _ in }
        let copy = try TemporaryStore.open(temporary.path("copy"))
        await #expect(throws: SecretsError.missingKey(path: temporary.path("copy.key"))) {
            try await copy.sealingKey.check()
        }
        #expect(try await copy.accounts.all().count == 1, "the data is there")
        try FileManager.default.copyItem(
            atPath: temporary.path + ".key",
            toPath: temporary.path("copy.key")
        )
        #expect(try await copy.secondFactors.use(code(copy), of: id))
    }
}
