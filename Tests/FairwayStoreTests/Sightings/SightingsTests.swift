import FairwayCore
import Foundation
import Synchronization
import Testing

@testable import FairwayStore

/// Who was seen when: noted at the look, written later.
struct SightingsTests {
    private final class Clock: Sendable {
        let time = Mutex(1_800_000_000.0)

        func read() -> Double { time.withLock { $0 } }
        func go(_ seconds: Double) { time.withLock { $0 += seconds } }
    }

    private let clock = Clock()
    private let store: ExpoStore
    private let account: Account
    private let secret: String

    init() async throws {
        let temporary = try await TemporaryStore()
        store = try ExpoStore(path: temporary.path("seen.sqlite"), now: clock.read)
        account = try await store.accounts.create(
            email: "li@example.com",
            name: "Li",
            part: .visitor,
            language: .en,
            password: nil,
            by: "test"
        )
        secret = try await store.signIns.begin(of: account, device: "test").text
    }

    private var seen: Double? {
        get async throws { try await store.signIns.all(of: account.id).first?.seenAt }
    }

    @Test func aLookWaitsForNoWriter() async throws {
        let token = try await store.accessTokens.make(
            of: account,
            name: "test",
            scopes: [.account],
            days: 1,
            by: "test"
        ).secret
        clock.go(1000)
        let busy = await BusyWriter(store)
        // Whoever waited here would wait for ever.
        let opener = Task.detached {
            try await Task.sleep(for: .seconds(20))
            await busy.finish()
            return true
        }
        #expect(try await store.signIns.find(secret: secret) != nil)
        #expect(try await store.accessTokens.find(secret: token) != nil)
        try await store.publications.noteView(of: "E1", by: "test")
        opener.cancel()
        #expect(await (try? opener.value) == nil, "the writer was still writing")
        await busy.finish()
    }

    @Test func aLookIsWrittenWithTheNextRound() async throws {
        let began = clock.read()
        clock.go(1000)
        #expect(try await store.signIns.find(secret: secret) != nil)
        #expect(try await seen == began)
        try await store.sightings.write()
        #expect(try await seen == began + 1000)
        // It keeps the sign-in alive.
        clock.go(SignInRepository.idleSeconds - 10)
        #expect(try await store.signIns.find(secret: secret) != nil)
    }

    @Test func theLastLookCounts() async throws {
        let began = clock.read()
        for _ in 0..<3 {
            clock.go(1000)
            _ = try await store.signIns.find(secret: secret)
        }
        try await store.sightings.write()
        #expect(try await seen == began + 3000)
        let log = try await store.auditLog.changeNumber()
        try await store.sightings.write()
        #expect(try await store.auditLog.changeNumber() == log, "nothing to write")
    }

    @Test func whatEndedMeanwhileStaysEnded() async throws {
        clock.go(1000)
        _ = try await store.signIns.find(secret: secret)
        try await store.publications.noteView(of: "E1", by: "test")
        try await store.accounts.endAccess(of: account.id, by: "test")
        try await store.sightings.write()
        #expect(try await store.signIns.find(secret: secret) == nil)
    }

    @Test func whatCouldNotBeWrittenIsKept() {
        let sightings = Sightings()
        sightings.noteSignIn(1, at: 10)
        sightings.noteProgramme(.init(enterprise: "E1", publication: 1), at: 10, by: "first")
        let noted = sightings.take()
        #expect(sightings.take().isEmpty)
        sightings.noteSignIn(1, at: 20)
        sightings.noteProgramme(.init(enterprise: "E1", publication: 1), at: 20, by: "second")
        sightings.putBack(noted)
        let again = sightings.take()
        #expect(again.signIns == [1: 20])
        #expect(again.programmes.map(\.value.actor) == ["first"], "the first look counts")
    }

    @Test func aFloodOfLooksIsBounded() {
        let sightings = Sightings()
        for number in 0..<Int64(Sightings.maxNoted + 100) { sightings.noteToken(number, at: 1) }
        sightings.noteToken(1, at: 2)
        let noted = sightings.take()
        #expect(noted.tokens.count == Sightings.maxNoted && noted.tokens[1] == 2)
    }
}
