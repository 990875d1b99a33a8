import FairwayCore
import Foundation
import Synchronization
import Testing

@testable import FairwayStore

/// Recovery codes, and the removal of a second factor that waits a day.
struct RecoveryCodeTests {
    private static let secret = Data("12345678901234567890".utf8)
    private static let notice: LetterText = ("Changed", "Something was changed.")

    private final class World {
        final class Clock: Sendable { let seconds = Mutex(1_800_000_000.0) }

        let clock = Clock()
        let store: ExpoStore
        let account: Account
        private(set) var codes: [RecoveryCode] = []

        init() async throws {
            let path = try await TemporaryStore().path("factor.sqlite")
            store = try ExpoStore(path: path) { [clock] in clock.seconds.withLock { $0 } }
            account = try await store.accounts.create(
                email: "li@example.com",
                name: "Li",
                part: .organiser,
                language: .en,
                password: nil,
                by: "test"
            )
            codes = try await #require(try set(RecoveryCodeTests.secret))
        }

        func turn(_ by: Double) { clock.seconds.withLock { $0 += by } }

        func code(_ secret: Data) -> String {
            SecondFactor.code(secret, step: SecondFactor.step(at: store.currentTime))
        }

        func set(_ secret: Data, code: String? = nil) async throws -> [RecoveryCode]? {
            try await store.secondFactors.set(
                secret,
                firstCode: code ?? self.code(secret),
                of: account.id,
                notice: RecoveryCodeTests.notice,
                by: "test"
            )
        }
    }

    @Test func tenCodesWorkOnceEachHoweverTheyAreTyped() async throws {
        let world = try await World()
        #expect(world.codes.count == 10 && Set(world.codes.map(\.text)).count == 10)
        for (number, code) in world.codes.enumerated() {
            let typed = [
                code.text, code.text.lowercased(), code.text.replacing("-", with: ""), " " + code.text + " ",
            ][number % 4]
            #expect(try await world.store.secondFactors.use(typed, of: world.account.id))
            #expect(try await !world.store.secondFactors.use(typed, of: world.account.id), "once")
            #expect(try await world.store.secondFactors.recoveryCodeCount(of: world.account.id) == 9 - number)
        }
    }

    @Test(arguments: ["", "123456", "0000-0000-0000-0000-0000-000", "0000-0000-0000-0000-0000-000U"])
    func whatIsNoCodeIsNone(text: String) {
        #expect(RecoveryCode(text) == nil)
    }

    @Test func lettersThatAreTakenForDigitsAreThose() {
        let typed = RecoveryCode("OIL0-0000-0000-0000-0000-0000")
        #expect(typed?.text == "0110-0000-0000-0000-0000-0000")
    }

    @Test func aCodeIsStoredAsAHashAndIsNobodyElses() async throws {
        let world = try await World()
        let other = try await world.store.accounts.create(
            email: "wang@example.com",
            name: "Wang",
            part: .hallManager,
            language: .zh,
            password: nil,
            by: "test"
        )
        #expect(try await !world.store.secondFactors.use(world.codes[0].text, of: other.id))
        let path = world.store.path
        let bytes =
            try #require(FileManager.default.contents(atPath: path))
            + (FileManager.default.contents(atPath: path + "-wal") ?? Data())
        for code in world.codes {
            #expect(
                bytes.range(of: Data(code.text.utf8)) == nil && bytes.range(of: Data(code.signs.utf8)) == nil
            )
        }
    }

    @Test func newCodesEndTheOldOnes() async throws {
        let world = try await World()
        let new = try await world.store.secondFactors.makeRecoveryCodes(
            of: world.account.id,
            notice: Self.notice,
            by: "test"
        )
        #expect(try await !world.store.secondFactors.use(world.codes[0].text, of: world.account.id))
        #expect(try await world.store.secondFactors.use(new[0].text, of: world.account.id))
    }

    @Test func aNewSecretWithAWrongCodeLeavesTheOldOneAlone() async throws {
        let world = try await World()
        let other = SecondFactor.newSecret()
        #expect(try await world.set(other, code: "000000") == nil)
        world.turn(60)
        #expect(try await world.store.secondFactors.use(world.code(Self.secret), of: world.account.id))
        #expect(try await world.store.secondFactors.recoveryCodeCount(of: world.account.id) == 10)
        #expect(try await world.set(other) != nil)
        world.turn(60)
        #expect(try await !world.store.secondFactors.use(world.code(Self.secret), of: world.account.id))
        #expect(try await world.store.secondFactors.use(world.code(other), of: world.account.id))
    }

    @Test func everyChangeIsToldByLetterAndLogged() async throws {
        let world = try await World()
        let (store, id) = (world.store, world.account.id)
        _ = try await store.secondFactors.makeRecoveryCodes(of: id, notice: Self.notice, by: "test")
        try await store.secondFactors.askForRemoval(of: id, notice: Self.notice, by: "test")
        try await store.secondFactors.remove(of: id, notice: Self.notice, by: "test")
        try await store.accounts.setPassword(
            PasswordHash("long enough", cost: .cheap),
            of: id,
            notice: Self.notice,
            by: "test"
        )
        _ = try await world.set(Self.secret)
        try await store.secondFactors.reset(of: id, notice: Self.notice, by: "organiser 2")
        let letters = try await store.outbox.letters(isWaiting: true, limit: 99).filter {
            $0.recipient == "li@example.com"
        }
        #expect(letters.count == 7)
        let actions = try await store.auditLog.latest(limit: 99).filter { $0.table == "account" }.map(
            \.action
        )
        for action in [
            "set second factor", "make recovery codes", "ask to remove second factor", "remove second factor",
            "set password", "reset second factor",
        ] {
            #expect(actions.contains(action), "\(action)")
        }
        #expect(try await store.auditLog.latest(limit: 1).first?.actor == "organiser 2")
    }

    @Test func removalWithoutTheFactorWaitsADay() async throws {
        let world = try await World()
        let (store, id) = (world.store, world.account.id)
        try await store.secondFactors.askForRemoval(of: id, notice: Self.notice, by: "test")
        world.turn(3600)
        try await store.secondFactors.askForRemoval(of: id, notice: Self.notice, by: "test")
        world.turn(SecondFactorRepository.removalSeconds - 3601)
        #expect(try await !store.secondFactors.settleRemoval(of: id, notice: Self.notice))
        #expect(try await store.accounts.find(id)?.hasSecondFactor == true)
        world.turn(2)
        #expect(try await store.secondFactors.settleRemoval(of: id, notice: Self.notice))
        #expect(try await store.accounts.find(id)?.hasSecondFactor == false)
        #expect(try await store.secondFactors.recoveryCodeCount(of: id) == 0)
        #expect(try await !store.secondFactors.settleRemoval(of: id, notice: Self.notice))
    }

    @Test func aRemovalThatIsCancelledNeverHappens() async throws {
        let world = try await World()
        try await world.store.secondFactors.askForRemoval(of: world.account.id, notice: nil, by: "test")
        try await world.store.secondFactors.cancelRemoval(of: world.account.id, by: "test")
        world.turn(3 * SecondFactorRepository.removalSeconds)
        #expect(try await !world.store.secondFactors.settleRemoval(of: world.account.id, notice: nil))
        #expect(try await world.store.accounts.find(world.account.id)?.hasSecondFactor == true)
    }
}
