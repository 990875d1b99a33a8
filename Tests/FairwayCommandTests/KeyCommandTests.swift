import fairway
import FairwayCore
import FairwayStore
import Foundation
import Testing

/// The key file as whoever runs the server meets it.
struct KeyCommandTests {
    private let process: FairwayProcess

    init() throws { process = try FairwayProcess() }

    private var key: String { process.path("expo.sqlite.key") }

    /// A store with one account, whose second factor needs the key.
    private func makeStore() async throws {
        let store = try ExpoStore(path: process.path("expo.sqlite"), now: { Date().timeIntervalSince1970 })
        let account = try await store.accounts.create(
            email: "li@example.com",
            name: "Li",
            part: .organiser,
            language: .ru,
            password: nil,
            by: "test"
        )
        try await store.secondFactors.set(SecondFactor.newSecret(), of: account.id, by: "test")
        try await store.outbox.post(to: "li@example.com", subject: "Code", body: "Code: 1234 5678")
    }

    @Test func theKeyIsCheckedAndChanged() async throws {
        defer { process.remove() }
        try await makeStore()
        let before = try process.run("key", "check")
        #expect(before.status == 0 && before.output.contains("expo.sqlite.key"))
        let changed = try process.run("key", "rotate")
        #expect(changed.status == 0 && changed.output.contains("second factors 1, letters 1"))
        #expect(try process.run("key", "check").output != before.output)
        #expect(try process.run("account", "letters").output.contains("1234 5678"))
    }

    @Test(arguments: [("zh", "缺少密钥文件"), ("ru", "Нет файла ключа"), ("en", "is missing")])
    func aServerWithoutTheKeyDoesNotStart(language: String, words: String) async throws {
        defer { process.remove() }
        try await makeStore()
        try FileManager.default.removeItem(atPath: key)
        let (status, output) = try process.run("serve", "--port", "65535", "--language", language)
        #expect(status == 1 && output.contains(words) && output.contains("key replace --lost"))
        #expect(try process.run("account", "letters", "--language", language).output.contains(words))
        #expect(try process.run("account", "list").status == 0, "what needs no key works")
        #expect(!FileManager.default.fileExists(atPath: key))
    }

    @Test func aLostKeyIsReplacedWhenThatIsSaid() async throws {
        defer { process.remove() }
        try await makeStore()
        try FileManager.default.removeItem(atPath: key)
        #expect(try process.run("key", "replace").status != 0)
        #expect(!FileManager.default.fileExists(atPath: key))
        #expect(try process.run("key", "replace", "--lost").output.contains("second factors 1, letters 1"))
        #expect(try process.run("key", "check").status == 0)
        #expect(try process.run("account", "letters").output == "")
        #expect(try process.run("account", "reset-factor", "--email", "li@example.com").status == 0)
        let letters = try process.run("account", "letters").output
        #expect(letters.contains("Организатор отключил второй фактор"))
        #expect(try process.run("account", "reset-factor", "--email", "li@example.com").status != 0)
    }

    @Test func backupAndRestoreSayThatTheKeyIsNotInIt() async throws {
        defer { process.remove() }
        try await makeStore()
        let made = try process.run("backup", process.path("copy.sqlite"))
        #expect(made.status == 0 && made.output.contains("expo.sqlite.key is not in it"))
        let elsewhere = try process.run("restore", process.path("copy.sqlite"), database: "other.sqlite")
        #expect(elsewhere.status == 0, "the data is there")
        #expect(
            elsewhere.output.contains("restored") && elsewhere.output.contains("other.sqlite.key is missing")
        )
        try FileManager.default.copyItem(atPath: key, toPath: process.path("other.sqlite.key"))
        let whole = try process.run("account", "letters", database: "other.sqlite")
        #expect(whole.output.contains("1234 5678"))
    }
}
