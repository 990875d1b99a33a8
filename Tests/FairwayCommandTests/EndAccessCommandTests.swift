import fairway
import FairwayCore
import FairwayStore
import Foundation
import Testing

/// `fairway account end-access` as whoever runs the server meets it, when somebody's sign-in was stolen.
struct EndAccessCommandTests {
    private let process: FairwayProcess

    init() throws { process = try FairwayProcess() }

    /// An account and all that lets its owner in without the password.
    private struct Ways {
        let account: Account
        private let store: ExpoStore
        private let signIn: SecretToken
        private let token: String
        private let code: SignInCode
        private let device: SecretToken

        init(of email: String, _ part: Account.Part, password: PasswordHash?, in store: ExpoStore)
            async throws
        {
            self.store = store
            account = try await store.accounts.create(
                email: email,
                name: "Li",
                part: part,
                language: .en,
                password: password,
                by: "test"
            )
            signIn = try await store.signIns.begin(of: account, device: "test")
            token = try await store.accessTokens.make(
                of: account,
                name: "test",
                scopes: [.account],
                days: 1,
                by: "test"
            ).secret
            code = try #require(try await store.signIns.makeCode(for: account, browser: "test"))
            device = try await store.knownDevices.remember(of: account.id, replacing: nil)
        }

        static let all = ["sign-in", "token", "link", "device"]

        /// Which of them still let in.
        var open: [String] {
            get async throws {
                let isOpen = [
                    try await store.signIns.find(secret: signIn.text) != nil,
                    try await store.accessTokens.find(secret: token) != nil,
                    try await store.signIns.account(link: code.link.text) != nil,
                    try await store.knownDevices.contains(device.text, of: account.id),
                ]
                return zip(Self.all, isOpen).filter(\.1).map(\.0)
            }
        }
    }

    private func store() throws -> ExpoStore {
        try ExpoStore(path: process.path("expo.sqlite"), now: { Date().timeIntervalSince1970 })
    }

    @Test func whatWasStolenOpensNothingAndThePasswordStays() async throws {
        defer { process.remove() }
        let store = try store()
        let password = try PasswordHash("a password of hers", cost: .cheap)
        // The only organiser: no other could do it in the browser.
        let stolen = try await Ways(of: "li@example.com", .organiser, password: password, in: store)
        let other = try await Ways(of: "wang@example.com", .visitor, password: nil, in: store)
        #expect(try await stolen.open == Ways.all)
        let ended = try process.run(
            "account",
            "end-access",
            "--email",
            "li@example.com",
            "--actor",
            "desk"
        )
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("li@example.com"), "it says whose")
        #expect(try await stolen.open == [])
        #expect(try await store.accounts.passwordHash(of: stolen.account.id) == password)
        #expect(try await store.accounts.find(stolen.account.id)?.status == .active)
        #expect(try await other.open == Ways.all, "of nobody else")
        let audit = try process.run("audit").output.split(separator: "\n")
        let lines = audit.filter { $0.contains("\tdesk\tend access\taccount\t\(stolen.account.id)\t") }
        #expect(lines.count == 1, "\(audit)")
    }

    /// Not "organiser", whoever it was.
    @Test func theAuditLogNamesTheUserOfTheCommandLine() async throws {
        defer { process.remove() }
        _ = try await Ways(of: "li@example.com", .organiser, password: nil, in: try store())
        let ended = try process.run("account", "end-access", "--email", "li@example.com")
        #expect(ended.status == 0, "\(ended.output)")
        let user = ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName()
        let audit = try process.run("audit").output
        #expect(audit.contains("\tcommand line: \(user)\tend access\t"), "\(audit)")
    }

    @Test func theActorTurnsAndHidesNothingOfTheAuditLog() async throws {
        defer { process.remove() }
        _ = try await Ways(of: "li@example.com", .organiser, password: nil, in: try store())
        let ended = try process.run(
            "account",
            "end-access",
            "--email",
            "li@example.com",
            "--actor",
            "de\u{202E}sk\u{200B}"
        )
        #expect(ended.status == 0, "\(ended.output)")
        let audit = try process.run("audit").output
        #expect(audit.contains("\tdesk\tend access\t"), "\(audit)")
        #expect(!audit.unicodeScalars.contains("\u{202E}"))
    }

    @Test func anAddressOfNobodyIsNamedAndEndsNothing() async throws {
        defer { process.remove() }
        let ways = try await Ways(of: "li@example.com", .organiser, password: nil, in: try store())
        let (status, output) = try process.run("account", "end-access", "--email", "le@example.com")
        #expect(status != 0)
        #expect(output.contains("--email: there is no account for le@example.com."))
        #expect(try await ways.open == Ways.all)
    }

    @Test(arguments: [("zh", "没有数据库"), ("ru", "Нет базы данных"), ("en", "There is no database")])
    func withoutAStoreNoneIsMade(language: String, words: String) throws {
        defer { process.remove() }
        let (status, output) = try process.run(
            "account",
            "end-access",
            "--email",
            "li@example.com",
            "--language",
            language
        )
        #expect(status == 1 && output.contains(words), "\(output)")
        #expect(!FileManager.default.fileExists(atPath: process.path("expo.sqlite")))
    }
}
