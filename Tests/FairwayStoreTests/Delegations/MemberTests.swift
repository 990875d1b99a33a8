import FairwayCore
import Foundation
import Synchronization
import Testing

@testable import FairwayStore

/// Registration by form, letters, and files that wait.
struct MemberTests {
    private static let agency = Account.Part.agency("AG1")

    private func store() async throws -> ExpoStore {
        try await TemporaryStore(DelegationFixture.data()).store
    }

    private func member(_ name: String, email: String? = nil, isInvited: Bool = false) throws -> NewMember {
        NewMember(
            name: LocalizedText(ru: name),
            economy: "RU",
            region: "RU-PRI",
            roles: [.manufacturer],
            registeredOn: try ExpoFixture.date(5),
            contact: NewMember.Contact(
                name: LocalizedText(ru: "Иван"),
                email: email,
                phone: nil,
                invitation: isInvited ? .init(language: .ru, subject: "Приглашение", body: "Текст") : nil
            )
        )
    }

    // MARK: - Registration

    @Test func companyGetsAFreeCodeAContactAndAnAccount() async throws {
        let store = try await store()
        let made = try await store.delegations.register(
            member("Волна", email: "ivan@example.com", isInvited: true),
            in: "D1",
            shownTo: Self.agency,
            by: "account 1"
        )
        #expect(made.id == "E0005" && made.status == .registered && made.delegation == "D1")
        let profile = try #require(try await store.enterprises.find(made.id))
        #expect(profile.representatives.map(\.email) == ["ivan@example.com"])
        let account = try #require(try await store.accounts.find(email: "ivan@example.com"))
        #expect(account.part == .enterprise(made.id) && account.language == .ru)
        #expect(
            try await store.outbox.letters(isWaiting: true, limit: 9).map(\.recipient) == ["ivan@example.com"]
        )
        let next = try await store.delegations.register(
            member("Прибой"),
            in: "D1",
            shownTo: Self.agency,
            by: "account 1"
        )
        #expect(next.id == "E0006")
    }

    /// The taken address is found last; nothing of the company may stay.
    @Test func takenAddressLeavesNothing() async throws {
        let store = try await store()
        _ = try await store.delegations.register(
            member("Волна", email: "a@example.com", isInvited: true),
            in: "D1",
            shownTo: Self.agency,
            by: "x"
        )
        let before = try await store.expo.data()
        await #expect(throws: AccountError.emailTaken("a@example.com")) {
            try await store.delegations.register(
                member("Другая", email: "A@example.com", isInvited: true),
                in: "D1",
                shownTo: Self.agency,
                by: "x"
            )
        }
        #expect(try await store.expo.data() == before)
        #expect(try await store.outbox.letters(isWaiting: true, limit: 9).count == 1)
    }

    @Test func likelyDuplicateIsToldUnlessItIsAnother() async throws {
        let store = try await store()
        await #expect(throws: MemberError.duplicate(of: "E3")) {
            try await store.delegations.register(
                member("ООО Елки и Шишки"),
                in: "D1",
                shownTo: Self.agency,
                by: "x"
            )
        }
        #expect(
            try await store.delegations.register(
                member("ООО Елки и Шишки"),
                in: "D1",
                shownTo: Self.agency,
                evenIfDuplicate: true,
                by: "x"
            ).id
                == "E0005"
        )
    }

    /// A company that waits is not there for agencies of others, whatever is typed; the organiser and its own agency are told.
    @Test func onlyCompaniesThatAreThereForTheAgencyAreDuplicates() async throws {
        var data = try DelegationFixture.data()
        let index = try #require(data.enterprises.firstIndex { $0.id == "E3" })
        data.enterprises[index].status = .registered
        let cases: [(Delegation.ID?, Account.Part?, Bool)] = [
            ("D1", Self.agency, true), ("D2", Self.agency, false), (nil, Self.agency, false),
            ("D2", .organiser, true), ("D1", nil, false),
        ]
        for (delegation, part, isTold) in cases {
            data.enterprises[index].delegation = delegation
            let store = try await TemporaryStore(data).store
            let member = try member("ООО Елки и Шишки")
            if isTold {
                await #expect(throws: MemberError.duplicate(of: "E3")) {
                    try await store.delegations.register(member, in: "D1", shownTo: part, by: "x")
                }
            } else {
                let made = try await store.delegations.register(member, in: "D1", shownTo: part, by: "x")
                let similar = try await store.names.enterprises(similarTo: made.name, except: made.id)
                #expect(similar.map(\.id) == ["E3"], "the organiser is told")
            }
        }
    }

    @Test func placesAreChecked() async throws {
        let store = try await store()
        var elsewhere = try member("Волна")
        elsewhere.region = "CN-HL"
        await #expect(throws: MemberError.unknownPlace) {
            try await store.delegations.register(elsewhere, in: "D1", shownTo: Self.agency, by: "x")
        }
        elsewhere.economy = "XX"
        elsewhere.region = nil
        await #expect(throws: MemberError.unknownPlace) {
            try await store.delegations.register(elsewhere, in: "D1", shownTo: Self.agency, by: "x")
        }
    }

    // MARK: - Letters

    private static let letter = DelegationLetter(
        subject: LocalizedText(zh: "通知", ru: "Тема"),
        body: LocalizedText(zh: "正文", ru: "Текст", en: "A text without a subject")
    )

    private func account(_ email: String, of id: Enterprise.ID, _ language: Language, in store: ExpoStore)
        async throws
    {
        _ = try await store.accounts.create(
            email: email,
            name: "N",
            part: .enterprise(id),
            language: language,
            password: nil,
            by: "test"
        )
    }

    @Test func lettersReachOwnMembersOnlyEachInItsLanguage() async throws {
        let store = try await store()
        try await account("one@example.com", of: "E1", .ru, in: store)
        try await account("two@example.com", of: "E2", .zh, in: store)
        try await account("english@example.com", of: "E2", .en, in: store)
        try await account("foreign@example.com", of: "E3", .ru, in: store)
        // E3 and E4 are not of D2: naming them does not help.
        let count = try await store.delegations.send(
            Self.letter,
            to: ["E1", "E2", "E3", "E4"],
            of: "D2",
            by: "account 2"
        )
        #expect(count == 3)
        let mail = try await store.outbox.letters(isWaiting: true, limit: 9).map {
            [$0.recipient, $0.subject, $0.body]
        }
        #expect(
            mail == [
                ["one@example.com", "Тема", "Текст"], ["two@example.com", "通知", "正文"],
                // English is not whole, and Russian is what is nearest to it.
                ["english@example.com", "Тема", "Текст"],
            ]
        )
        let line = try #require(try await store.auditLog.latest(limit: 1).first)
        #expect(line.actor == "account 2" && line.table == "delegation_letter" && line.rowID == "D2")
        #expect(try await store.delegations.letters(of: "D2", limit: 5).map(\.recipients) == [3])
        #expect(try await store.delegations.letters(of: "D1", limit: 5).isEmpty)
    }

    @Test func representativesGetLettersWhereThereIsNoAccount() async throws {
        let store = try await store()
        _ = try await store.delegations.send(Self.letter, to: ["E1"], of: "D2", by: "x")
        let mail = try await store.outbox.letters(isWaiting: true, limit: 9)
        #expect(mail.map(\.recipient) == ["li@milky.example"] && mail.map(\.subject) == ["通知"])
    }

    @Test func letterNeedsAPairAndSomebody() async throws {
        let store = try await store()
        let halves = DelegationLetter(subject: LocalizedText(zh: "题"), body: LocalizedText(ru: "Текст"))
        await #expect(throws: LetterError.incomplete) {
            try await store.delegations.send(halves, to: ["E1"], of: "D2", by: "x")
        }
        await #expect(throws: LetterError.nobody) {
            try await store.delegations.send(Self.letter, to: ["E3"], of: "D1", by: "x")
        }
        #expect(try await store.outbox.letters(isWaiting: true, limit: 9).isEmpty)
    }

    @Test func lettersAreThrottledByTheHour() async throws {
        let store = try await store()
        for _ in 0..<DelegationRepository.mostLettersAnHour {
            _ = try await store.delegations.send(Self.letter, to: ["E1"], of: "D2", by: "x")
        }
        await #expect(throws: LetterError.tooMany(most: DelegationRepository.mostLettersAnHour)) {
            try await store.delegations.send(Self.letter, to: ["E1"], of: "D2", by: "x")
        }
        #expect(
            try await store.outbox.letters(isWaiting: true, limit: 99).count
                == DelegationRepository.mostLettersAnHour
        )
    }

    // MARK: - Files that wait

    private final class Clock: Sendable {
        let seconds = Mutex(1000.0)
    }

    @Test func fileIsItsSendersForAnHour() async throws {
        let clock = Clock()
        let store = try await ExpoStore(path: TemporaryStore(nil).path("other.sqlite")) {
            clock.seconds.withLock { $0 }
        }
        try await store.expo.replaceAll(with: DelegationFixture.data(), by: "test")
        func account(_ email: String, _ agency: Agency.ID) async throws -> Account {
            try await store.accounts.create(
                email: email,
                name: "N",
                part: .agency(agency),
                language: .en,
                password: nil,
                by: "test"
            )
        }
        let (own, other) = (
            try await account("a@example.com", "AG1"), try await account("b@example.com", "AG1")
        )
        let kept = try await store.uploads.keep("a.csv", Data([1, 2]), for: "D1", by: own)
        #expect(try await store.uploads.find(kept.id, for: "D1", by: own) == kept)
        #expect(try await store.uploads.find(kept.id, for: "D1", by: other) == nil)
        #expect(try await store.uploads.find(kept.id, for: "D2", by: own) == nil)
        let newer = try await store.uploads.keep("b.csv", Data([3]), for: "D1", by: own)
        #expect(try await store.uploads.find(kept.id, for: "D1", by: own) == nil)
        clock.seconds.withLock { $0 += UploadRepository.uploadLife }
        #expect(try await store.uploads.find(newer.id, for: "D1", by: own) == nil)
    }
}
