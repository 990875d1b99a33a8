import FairwayCore
import Foundation
import StoreSQL
import Testing

@testable import FairwayStore

/// What lets someone in ends with a new password, a disabled account or another part, and never comes back.
struct EndOfAccessTests {
    private struct Ways {
        let store: ExpoStore
        let account: Account
        let signIn: SecretToken
        let token: String
        let code: SignInCode
        let device: SecretToken
        /// An organiser's browser in which they act for the person.
        let acting: SecretToken

        init() async throws {
            let store = try await TemporaryStore(try ExpoFixture.data()).store
            func make(_ email: String, _ part: Account.Part) async throws -> Account {
                let name = part.role.rawValue
                return try await store.accounts.create(
                    email: email,
                    name: name,
                    part: part,
                    language: .en,
                    password: nil,
                    by: "test"
                )
            }
            let organiser = try await make("organiser@example.com", .organiser)
            self.store = store
            account = try await make("li@example.com", .hallManager)
            signIn = try await store.signIns.begin(of: account, device: "phone")
            token = try await store.accessTokens.make(
                of: account,
                name: "t",
                scopes: [.account],
                days: 30,
                by: "test"
            ).secret
            code = try #require(try await store.signIns.makeCode(for: account, browser: "b"))
            device = try await store.knownDevices.remember(of: account.id, replacing: nil)
            acting = try await store.signIns.begin(of: organiser, device: "desk")
            let own = try #require(try await store.signIns.find(secret: acting.text))
            try await store.signIns.act(as: account, in: own)
        }

        /// Which of them still let in.
        var open: [String] {
            get async throws {
                var open: [String] = []
                if try await store.signIns.find(secret: signIn.text) != nil { open.append("sign-in") }
                if try await store.accessTokens.find(secret: token) != nil { open.append("token") }
                if try await store.signIns.account(link: code.link.text) != nil { open.append("link") }
                if try await store.knownDevices.contains(device.text, of: account.id) {
                    open.append("device")
                }
                if try await store.signIns.find(secret: acting.text)?.actingFor != nil {
                    open.append("acting")
                }
                return open
            }
        }
    }

    @Test func allWaysAreOpenToBeginWith() async throws {
        #expect(try await Ways().open == ["sign-in", "token", "link", "device", "acting"])
    }

    @Test func aDisabledAccountLosesThemAndGetsNoneBack() async throws {
        let ways = try await Ways()
        try await ways.store.accounts.setStatus(.disabled, of: ways.account.id, by: "test")
        #expect(try await ways.open == [])
        try await ways.store.accounts.setStatus(.active, of: ways.account.id, by: "test")
        #expect(try await ways.open == [])
        #expect(
            try await ways.store.signIns.useCode(ways.code.digits, email: "li@example.com", browser: "b")
                == nil
        )
        #expect(try await ways.store.accessTokens.all(of: ways.account.id).isEmpty)
    }

    @Test func aNewPasswordEndsThemButTheSignInThatSetIt() async throws {
        let ways = try await Ways()
        let own = try #require(try await ways.store.signIns.find(secret: ways.signIn.text))
        let hash = try PasswordHash("another one", cost: .cheap)
        try await ways.store.accounts.setPassword(hash, of: ways.account.id, keeping: own.id, by: "test")
        #expect(try await ways.open == ["sign-in"])
        try await ways.store.accounts.setPassword(hash, of: ways.account.id, by: "test")
        #expect(try await ways.open == [])
    }

    @Test func anotherPartEndsThem() async throws {
        let ways = try await Ways()
        _ = try await ways.store.accounts.change(ways.account.id, AccountChange(part: .visitor), by: "test") {
            _ in true
        }
        #expect(try await ways.open == [])
    }

    @Test func anOrganisersResetEndsThem() async throws {
        let ways = try await Ways()
        try await ways.store.secondFactors.reset(of: ways.account.id, notice: nil, by: "test")
        #expect(try await ways.open == [])
    }

    @Test func nobodyActsForSomebodyWhoIsDisabledByAnotherProgram() async throws {
        let ways = try await Ways()
        try await ways.store.database.write(as: "outside") { db in
            try db.execute(
                sql: "UPDATE account SET status = 'disabled' WHERE id = ?",
                arguments: [ways.account.id]
            )
        }
        #expect(try await ways.store.signIns.find(secret: ways.acting.text) == nil)
    }

    // MARK: - Codes and devices

    @Test func aStrangersWrongCodesDoNotSpoilTheOwners() async throws {
        let ways = try await Ways()
        for _ in 0..<50 {
            #expect(
                try await ways.store.signIns.useCode("00000000", email: "li@example.com", browser: "stranger")
                    == nil
            )
        }
        #expect(
            try await ways.store.signIns.useCode(ways.code.digits, email: "li@example.com", browser: "b")
                != nil
        )
    }

    @Test func aCodeWorksInTheBrowserThatAskedOnly() async throws {
        let ways = try await Ways()
        let (email, digits) = (ways.account.email, ways.code.digits)
        #expect(try await ways.store.signIns.useCode(digits, email: email, browser: "stranger") == nil)
        for _ in 0..<5 { _ = try await ways.store.signIns.useCode("00000000", email: email, browser: "b") }
        #expect(try await ways.store.signIns.useCode(digits, email: email, browser: "b") == nil, "five tries")
        #expect(try await ways.store.signIns.useLink(ways.code.link.text) != nil, "the link stays open")
    }

    @Test func aCodeToSignInIsNoProofAndTheOtherWayRound() async throws {
        let ways = try await Ways()
        let own = try #require(try await ways.store.signIns.find(secret: ways.signIn.text))
        let proof = try #require(try await ways.store.signIns.makeProofCode(for: own))
        #expect(try await !ways.store.signIns.useProofCode(ways.code.digits, of: own))
        #expect(try await ways.store.signIns.useCode(proof, email: ways.account.email, browser: "b") == nil)
        let elsewhere = try await ways.store.signIns.begin(of: ways.account, device: "other")
        let other = try #require(try await ways.store.signIns.find(secret: elsewhere.text))
        #expect(
            try await !ways.store.signIns.useProofCode(proof, of: other),
            "in the sign-in that asked only"
        )
        #expect(try await ways.store.signIns.useProofCode(proof, of: own))
        #expect(try await !ways.store.signIns.useProofCode(proof, of: own), "once")
    }

    @Test func aDeviceIsKnownForItsPeopleOnlyAndItsCookieChanges() async throws {
        let ways = try await Ways()
        let organiser = try #require(try await ways.store.accounts.find(email: "organiser@example.com"))
        #expect(try await !ways.store.knownDevices.contains(ways.device.text, of: organiser.id))
        let next = try await ways.store.knownDevices.remember(of: organiser.id, replacing: ways.device.text)
        #expect(
            try await !ways.store.knownDevices.contains(ways.device.text, of: ways.account.id),
            "a copy is worth nothing"
        )
        #expect(try await ways.store.knownDevices.contains(next.text, of: ways.account.id))
        #expect(try await ways.store.knownDevices.contains(next.text, of: organiser.id))
        try await ways.store.signIns.end(nil, of: ways.account.id)
        #expect(try await !ways.store.knownDevices.contains(next.text, of: ways.account.id))
        #expect(try await ways.store.knownDevices.contains(next.text, of: organiser.id))
    }

    @Test func ofManyDevicesTheOldestAreForgotten() async throws {
        let ways = try await Ways()
        var all: [SecretToken] = []
        for _ in 0..<25 {
            all.append(try await ways.store.knownDevices.remember(of: ways.account.id, replacing: nil))
        }
        var known: [Bool] = []
        for device in all {
            known.append(try await ways.store.knownDevices.contains(device.text, of: ways.account.id))
        }
        #expect(known == Array(repeating: false, count: 5) + Array(repeating: true, count: 20))
    }
}
