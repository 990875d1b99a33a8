import FairwayCore
import Foundation
import StoreSQL
import Testing

@testable import FairwayStore

/// Whose name a registration has: that of whoever uses a code or link, not of whoever asked for one.
struct RegistrationNameTests {
    private static let email = "wang@firm.example"
    private static let planted = "CLAIM YOUR PRIZE"
    private let store: ExpoStore

    init() throws { store = try TemporaryStore(try ExpoFixture.data()).store }

    private func ask(as name: String) throws -> SignInCode {
        let opened = try store.openRegistration(email: Self.email, name: name, language: .en)
        return try #require(opened.code)
    }

    private func resume() throws -> SignInCode {
        try #require(try store.resumeRegistration(email: Self.email)).code
    }

    private func enter(_ code: SignInCode, byLink: Bool = true) throws -> Registration {
        let used =
            byLink
            ? try store.useRegistrationLink(code.link.text)
            : try store.useRegistrationCode(code.digits, email: Self.email)
        let secret = try #require(used)
        return try #require(try store.registration(visit: secret.text))
    }

    private func rename(_ registration: Registration, to name: String) throws {
        let saved = try store.draft(of: registration)
        try store.saveDraft(saved.draft, of: registration, version: saved.version, name: name)
    }

    private func firstName(_ registration: Registration) throws -> LocalizedText {
        try #require(try store.draft(of: registration).draft.people.first).names.displayed
    }

    @Test(arguments: [true, false]) func theNameComesWithTheCodeThatIsUsed(byLink: Bool) throws {
        _ = try ask(as: Self.planted)
        let own = try ask(as: "王芳")
        _ = try ask(as: Self.planted)
        let registration = try enter(own, byLink: byLink)
        #expect(registration.name == "王芳")
        #expect(try firstName(registration) == LocalizedText(zh: "王芳"))
        #expect(try store.draft(of: registration).draft.people.map(\.email) == [Self.email])
    }

    @Test func untilACodeIsUsedTheAddressStandsForAName() throws {
        let code = try ask(as: Self.planted)
        #expect(try store.registration(link: code.link.text)?.name == Self.email)
        let registration = try enter(try resume())
        #expect(registration.name == Self.email)
        #expect(try firstName(registration).isEmpty)
    }

    @Test func theLastOneThatIsUsedWinsAndResumingChangesNothing() throws {
        var registration = try enter(try ask(as: "Wang Fang"))
        registration = try enter(try ask(as: "Fang Wang"))
        #expect(registration.name == "Fang Wang")
        #expect(try firstName(registration) == LocalizedText(en: "Fang Wang"))
        #expect(try enter(try resume()).name == "Fang Wang")
    }

    @Test func whatTheOwnerWroteOfThePersonStays() throws {
        let registration = try enter(try ask(as: "Wang Fang"))
        var saved = try store.draft(of: registration)
        saved.draft.people[0].names = PersonNames(display: "王芳")
        try store.saveDraft(saved.draft, of: registration, version: saved.version)
        #expect(try firstName(try enter(try ask(as: "Fang"))) == LocalizedText(zh: "王芳"))
    }

    @Test func theNameCanBeGivenAnewUntilItIsSent() throws {
        var registration = try enter(try ask(as: "Wang Fang"))
        try rename(registration, to: " Fang\u{A0}Wang ")
        registration = try #require(try store.registration(registration.id))
        #expect(registration.name == "Fang Wang")
        var draft = ProfileDraft()
        draft.name = LocalizedText(en: "North Bank Foods")
        draft.economy = "CN"
        let late = try ask(as: Self.planted)
        _ = try store.submit(draft, of: registration, on: try ExpoFixture.date(5))
        try rename(registration, to: "Late")
        #expect(try enter(late).name == "Fang Wang")
    }

    @Test(arguments: [
        ("CLAIM PRIZE AT https://evil.example/x", ProfileFlaw.Problem.addressInName("://")),
        ("www.evil.example", .addressInName("www.")), ("me@evil.example", .addressInName("@")),
        ("***", .unreadableName), (" ", .unreadableName), ("", .missing),
        (String(repeating: "a", count: 201), .tooLong(most: 200)),
    ])
    func namesThatNameNobodyAreRefused(name: String, problem: ProfileFlaw.Problem) throws {
        #expect(throws: RegistrationError.badName(problem)) { try ask(as: name) }
        let begun = try store.resumeRegistration(email: Self.email)?.registration
        #expect(begun == nil)
        let registration = try enter(try ask(as: "Ann"))
        #expect(throws: RegistrationError.badName(problem)) { try rename(registration, to: name) }
        #expect(try store.registration(registration.id)?.name == "Ann")
    }

    /// Letters that went out before names were kept with codes.
    @Test func aCodeWithoutANameStillWorks() throws {
        let code = try ask(as: "Ann")
        try store.derive { db in
            try db.execute(sql: "UPDATE registration_code SET code_hash = substr(code_hash, 1, 32)")
        }
        #expect(try enter(code, byLink: false).name == Self.email)
    }

    @Test func hashAndNameAreApart() {
        let hash = Data(repeating: 7, count: RegistrationCodeHash.byteCount)
        for name in [nil, "王芳"] {
            let kept = RegistrationCodeHash(hash, name: name)
            #expect(RegistrationCodeHash(stored: kept.bytes) == kept)
        }
    }
}
