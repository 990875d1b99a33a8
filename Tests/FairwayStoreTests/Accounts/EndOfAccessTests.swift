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

        init() throws {
            let store = try TemporaryStore(try ExpoFixture.data()).store
            func make(_ email: String, _ part: Account.Part) throws -> Account {
                let name = part.role.rawValue
                return try store.createAccount(
                    email: email,
                    name: name,
                    part: part,
                    language: .en,
                    password: nil,
                    by: "test"
                )
            }
            let organiser = try make("organiser@example.com", .organiser)
            self.store = store
            account = try make("li@example.com", .hallManager)
            signIn = try store.beginSignIn(of: account, device: "phone")
            token = try store.makeAccessToken(
                of: account,
                name: "t",
                scopes: [.account],
                days: 30,
                by: "test"
            ).secret
            code = try #require(try store.makeSignInCode(for: account, browser: "b"))
            device = try store.rememberDevice(of: account.id, replacing: nil)
            acting = try store.beginSignIn(of: organiser, device: "desk")
            let own = try #require(try store.signIn(secret: acting.text))
            try store.act(as: account, in: own)
        }

        /// Which of them still let in.
        var open: [String] {
            get throws {
                var open: [String] = []
                if try store.signIn(secret: signIn.text) != nil { open.append("sign-in") }
                if try store.accessToken(secret: token) != nil { open.append("token") }
                if try store.account(link: code.link.text) != nil { open.append("link") }
                if try store.isKnownDevice(device.text, of: account.id) { open.append("device") }
                if try store.signIn(secret: acting.text)?.actingFor != nil { open.append("acting") }
                return open
            }
        }
    }

    @Test func allWaysAreOpenToBeginWith() throws {
        #expect(try Ways().open == ["sign-in", "token", "link", "device", "acting"])
    }

    @Test func aDisabledAccountLosesThemAndGetsNoneBack() throws {
        let ways = try Ways()
        try ways.store.setStatus(.disabled, of: ways.account.id, by: "test")
        #expect(try ways.open == [])
        try ways.store.setStatus(.active, of: ways.account.id, by: "test")
        #expect(try ways.open == [])
        #expect(try ways.store.useSignInCode(ways.code.digits, email: "li@example.com", browser: "b") == nil)
        #expect(try ways.store.accessTokens(of: ways.account.id).isEmpty)
    }

    @Test func aNewPasswordEndsThemButTheSignInThatSetIt() throws {
        let ways = try Ways()
        let own = try #require(try ways.store.signIn(secret: ways.signIn.text))
        let hash = try PasswordHash("another one", cost: .cheap)
        try ways.store.setPassword(hash, of: ways.account.id, keeping: own.id, by: "test")
        #expect(try ways.open == ["sign-in"])
        try ways.store.setPassword(hash, of: ways.account.id, by: "test")
        #expect(try ways.open == [])
    }

    @Test func anotherPartEndsThem() throws {
        let ways = try Ways()
        _ = try ways.store.apiChange(ways.account.id, AccountChange(part: .visitor), by: "test") { _ in true }
        #expect(try ways.open == [])
    }

    @Test func anOrganisersResetEndsThem() throws {
        let ways = try Ways()
        try ways.store.resetSecondFactor(of: ways.account.id, notice: nil, by: "test")
        #expect(try ways.open == [])
    }

    @Test func nobodyActsForSomebodyWhoIsDisabledByAnotherProgram() throws {
        let ways = try Ways()
        try ways.store.write(as: "outside") { db in
            try db.execute(
                sql: "UPDATE account SET status = 'disabled' WHERE id = ?",
                arguments: [ways.account.id]
            )
        }
        #expect(try ways.store.signIn(secret: ways.acting.text) == nil)
    }

    // MARK: - Codes and devices

    @Test func aStrangersWrongCodesDoNotSpoilTheOwners() throws {
        let ways = try Ways()
        for _ in 0..<50 {
            #expect(
                try ways.store.useSignInCode("00000000", email: "li@example.com", browser: "stranger") == nil
            )
        }
        #expect(try ways.store.useSignInCode(ways.code.digits, email: "li@example.com", browser: "b") != nil)
    }

    @Test func aCodeWorksInTheBrowserThatAskedOnly() throws {
        let ways = try Ways()
        let (email, digits) = (ways.account.email, ways.code.digits)
        #expect(try ways.store.useSignInCode(digits, email: email, browser: "stranger") == nil)
        for _ in 0..<5 { _ = try ways.store.useSignInCode("00000000", email: email, browser: "b") }
        #expect(try ways.store.useSignInCode(digits, email: email, browser: "b") == nil, "five tries")
        #expect(try ways.store.useSignInLink(ways.code.link.text) != nil, "the link stays open")
    }

    @Test func aCodeToSignInIsNoProofAndTheOtherWayRound() throws {
        let ways = try Ways()
        let own = try #require(try ways.store.signIn(secret: ways.signIn.text))
        let proof = try #require(try ways.store.makeProofCode(for: own))
        #expect(try !ways.store.useProofCode(ways.code.digits, of: own))
        #expect(try ways.store.useSignInCode(proof, email: ways.account.email, browser: "b") == nil)
        let elsewhere = try ways.store.beginSignIn(of: ways.account, device: "other")
        let other = try #require(try ways.store.signIn(secret: elsewhere.text))
        #expect(try !ways.store.useProofCode(proof, of: other), "in the sign-in that asked only")
        #expect(try ways.store.useProofCode(proof, of: own))
        #expect(try !ways.store.useProofCode(proof, of: own), "once")
    }

    @Test func aDeviceIsKnownForItsPeopleOnlyAndItsCookieChanges() throws {
        let ways = try Ways()
        let organiser = try #require(try ways.store.account(email: "organiser@example.com"))
        #expect(try !ways.store.isKnownDevice(ways.device.text, of: organiser.id))
        let next = try ways.store.rememberDevice(of: organiser.id, replacing: ways.device.text)
        #expect(
            try !ways.store.isKnownDevice(ways.device.text, of: ways.account.id),
            "a copy is worth nothing"
        )
        #expect(try ways.store.isKnownDevice(next.text, of: ways.account.id))
        #expect(try ways.store.isKnownDevice(next.text, of: organiser.id))
        try ways.store.endSignIn(nil, of: ways.account.id)
        #expect(try !ways.store.isKnownDevice(next.text, of: ways.account.id))
        #expect(try ways.store.isKnownDevice(next.text, of: organiser.id))
    }

    @Test func ofManyDevicesTheOldestAreForgotten() throws {
        let ways = try Ways()
        let all = try (0..<25).map { _ in try ways.store.rememberDevice(of: ways.account.id, replacing: nil) }
        let known = try all.map { try ways.store.isKnownDevice($0.text, of: ways.account.id) }
        #expect(known == Array(repeating: false, count: 5) + Array(repeating: true, count: 20))
    }
}
