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

    init() async throws { store = try await TemporaryStore(try ExpoFixture.data()).store }

    private func ask(as name: String) async throws -> SignInCode {
        let opened = try await store.registrations.open(email: Self.email, name: name, language: .en)
        return try #require(opened.code)
    }

    private func resume() async throws -> SignInCode {
        try #require(try await store.registrations.resume(email: Self.email)).code
    }

    private func enter(_ code: SignInCode, byLink: Bool = true) async throws -> Registration {
        let used =
            byLink
            ? try await store.registrations.useLink(code.link.text)
            : try await store.registrations.useCode(code.digits, email: Self.email)
        let secret = try #require(used)
        return try #require(try await store.registrations.find(visit: secret.text))
    }

    private func rename(_ registration: Registration, to name: String) async throws {
        let saved = try await store.registrations.draft(of: registration)
        try await store.registrations.saveDraft(
            saved.draft,
            of: registration,
            version: saved.version,
            name: name
        )
    }

    private func firstName(_ registration: Registration) async throws -> LocalizedText {
        try #require(try await store.registrations.draft(of: registration).draft.people.first).names.displayed
    }

    @Test(arguments: [true, false]) func theNameComesWithTheCodeThatIsUsed(byLink: Bool) async throws {
        _ = try await ask(as: Self.planted)
        let own = try await ask(as: "王芳")
        _ = try await ask(as: Self.planted)
        let registration = try await enter(own, byLink: byLink)
        #expect(registration.name == "王芳")
        #expect(try await firstName(registration) == LocalizedText(zh: "王芳"))
        #expect(
            try await store.registrations.draft(of: registration).draft.people.map(\.email) == [Self.email]
        )
    }

    @Test func untilACodeIsUsedTheAddressStandsForAName() async throws {
        let code = try await ask(as: Self.planted)
        #expect(try await store.registrations.find(link: code.link.text)?.name == Self.email)
        let registration = try await enter(try resume())
        #expect(registration.name == Self.email)
        #expect(try await firstName(registration).isEmpty)
    }

    @Test func theLastOneThatIsUsedWinsAndResumingChangesNothing() async throws {
        var registration = try await enter(try ask(as: "Wang Fang"))
        registration = try await enter(try ask(as: "Fang Wang"))
        #expect(registration.name == "Fang Wang")
        #expect(try await firstName(registration) == LocalizedText(en: "Fang Wang"))
        #expect(try await enter(try resume()).name == "Fang Wang")
    }

    @Test func whatTheOwnerWroteOfThePersonStays() async throws {
        let registration = try await enter(try ask(as: "Wang Fang"))
        var saved = try await store.registrations.draft(of: registration)
        saved.draft.people[0].names = PersonNames(display: "王芳")
        try await store.registrations.saveDraft(saved.draft, of: registration, version: saved.version)
        #expect(try await firstName(try enter(try ask(as: "Fang"))) == LocalizedText(zh: "王芳"))
    }

    @Test func theNameCanBeGivenAnewUntilItIsSent() async throws {
        var registration = try await enter(try ask(as: "Wang Fang"))
        try await rename(registration, to: " Fang\u{A0}Wang ")
        registration = try #require(try await store.registrations.find(registration.id))
        #expect(registration.name == "Fang Wang")
        var draft = ProfileDraft()
        draft.name = LocalizedText(en: "North Bank Foods")
        draft.economy = "CN"
        let late = try await ask(as: Self.planted)
        _ = try await store.registrations.submit(draft, of: registration, on: try ExpoFixture.date(5))
        try await rename(registration, to: "Late")
        #expect(try await enter(late).name == "Fang Wang")
    }

    @Test(arguments: [
        ("CLAIM PRIZE AT https://evil.example/x", ProfileFlaw.Problem.addressInName("://")),
        ("www.evil.example", .addressInName("www.")), ("me@evil.example", .addressInName("@")),
        ("***", .unreadableName), (" ", .unreadableName), ("", .missing),
        (String(repeating: "a", count: 201), .tooLong(most: 200)),
    ])
    func namesThatNameNobodyAreRefused(name: String, problem: ProfileFlaw.Problem) async throws {
        await #expect(throws: RegistrationError.badName(problem)) { try await ask(as: name) }
        let begun = try await store.registrations.resume(email: Self.email)?.registration
        #expect(begun == nil)
        let registration = try await enter(try ask(as: "Ann"))
        await #expect(throws: RegistrationError.badName(problem)) { try await rename(registration, to: name) }
        #expect(try await store.registrations.find(registration.id)?.name == "Ann")
    }

    /// Letters that went out before names were kept with codes.
    @Test func aCodeWithoutANameStillWorks() async throws {
        let code = try await ask(as: "Ann")
        try await store.database.derive { db in
            try db.execute(sql: "UPDATE registration_code SET code_hash = substr(code_hash, 1, 32)")
        }
        #expect(try await enter(code, byLink: false).name == Self.email)
    }

    @Test func hashAndNameAreApart() {
        let hash = Data(repeating: 7, count: RegistrationCodeHash.byteCount)
        for name in [nil, "王芳"] {
            let kept = RegistrationCodeHash(hash, name: name)
            #expect(RegistrationCodeHash(stored: kept.bytes) == kept)
        }
    }
}
