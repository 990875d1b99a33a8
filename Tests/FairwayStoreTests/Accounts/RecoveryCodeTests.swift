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

        init() throws {
            let path = try TemporaryStore().path("factor.sqlite")
            store = try ExpoStore(path: path) { [clock] in clock.seconds.withLock { $0 } }
            account = try store.createAccount(
                email: "li@example.com",
                name: "Li",
                part: .organiser,
                language: .en,
                password: nil,
                by: "test"
            )
            codes = try #require(try set(RecoveryCodeTests.secret))
        }

        func turn(_ by: Double) { clock.seconds.withLock { $0 += by } }

        func code(_ secret: Data) -> String {
            SecondFactor.code(secret, step: SecondFactor.step(at: store.currentTime))
        }

        func set(_ secret: Data, code: String? = nil) throws -> [RecoveryCode]? {
            try store.setSecondFactor(
                secret,
                firstCode: code ?? self.code(secret),
                of: account.id,
                notice: RecoveryCodeTests.notice,
                by: "test"
            )
        }
    }

    @Test func tenCodesWorkOnceEachHoweverTheyAreTyped() throws {
        let world = try World()
        #expect(world.codes.count == 10 && Set(world.codes.map(\.text)).count == 10)
        for (number, code) in world.codes.enumerated() {
            let typed = [
                code.text, code.text.lowercased(), code.text.replacing("-", with: ""), " " + code.text + " ",
            ][number % 4]
            #expect(try world.store.useSecondFactor(typed, of: world.account.id))
            #expect(try !world.store.useSecondFactor(typed, of: world.account.id), "once")
            #expect(try world.store.recoveryCodeCount(of: world.account.id) == 9 - number)
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

    @Test func aCodeIsStoredAsAHashAndIsNobodyElses() throws {
        let world = try World()
        let other = try world.store.createAccount(
            email: "wang@example.com",
            name: "Wang",
            part: .hallManager,
            language: .zh,
            password: nil,
            by: "test"
        )
        #expect(try !world.store.useSecondFactor(world.codes[0].text, of: other.id))
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

    @Test func newCodesEndTheOldOnes() throws {
        let world = try World()
        let new = try world.store.makeRecoveryCodes(of: world.account.id, notice: Self.notice, by: "test")
        #expect(try !world.store.useSecondFactor(world.codes[0].text, of: world.account.id))
        #expect(try world.store.useSecondFactor(new[0].text, of: world.account.id))
    }

    @Test func aNewSecretWithAWrongCodeLeavesTheOldOneAlone() throws {
        let world = try World()
        let other = SecondFactor.newSecret()
        #expect(try world.set(other, code: "000000") == nil)
        world.turn(60)
        #expect(try world.store.useSecondFactor(world.code(Self.secret), of: world.account.id))
        #expect(try world.store.recoveryCodeCount(of: world.account.id) == 10)
        #expect(try world.set(other) != nil)
        world.turn(60)
        #expect(try !world.store.useSecondFactor(world.code(Self.secret), of: world.account.id))
        #expect(try world.store.useSecondFactor(world.code(other), of: world.account.id))
    }

    @Test func everyChangeIsToldByLetterAndLogged() throws {
        let world = try World()
        let (store, id) = (world.store, world.account.id)
        _ = try store.makeRecoveryCodes(of: id, notice: Self.notice, by: "test")
        try store.askForFactorRemoval(of: id, notice: Self.notice, by: "test")
        try store.removeSecondFactor(of: id, notice: Self.notice, by: "test")
        try store.setPassword(
            PasswordHash("long enough", cost: .cheap),
            of: id,
            notice: Self.notice,
            by: "test"
        )
        _ = try world.set(Self.secret)
        try store.resetSecondFactor(of: id, notice: Self.notice, by: "organiser 2")
        let letters = try store.mail(isWaiting: true, limit: 99).filter { $0.recipient == "li@example.com" }
        #expect(letters.count == 7)
        let actions = try store.auditLog(limit: 99).filter { $0.table == "account" }.map(\.action)
        for action in [
            "set second factor", "make recovery codes", "ask to remove second factor", "remove second factor",
            "set password", "reset second factor",
        ] {
            #expect(actions.contains(action), "\(action)")
        }
        #expect(try store.auditLog(limit: 1).first?.actor == "organiser 2")
    }

    @Test func removalWithoutTheFactorWaitsADay() throws {
        let world = try World()
        let (store, id) = (world.store, world.account.id)
        try store.askForFactorRemoval(of: id, notice: Self.notice, by: "test")
        world.turn(3600)
        try store.askForFactorRemoval(of: id, notice: Self.notice, by: "test")
        world.turn(ExpoStore.removalSeconds - 3601)
        #expect(try !store.settleFactorRemoval(of: id, notice: Self.notice))
        #expect(try store.account(id)?.hasSecondFactor == true)
        world.turn(2)
        #expect(try store.settleFactorRemoval(of: id, notice: Self.notice))
        #expect(try store.account(id)?.hasSecondFactor == false)
        #expect(try store.recoveryCodeCount(of: id) == 0)
        #expect(try !store.settleFactorRemoval(of: id, notice: Self.notice))
    }

    @Test func aRemovalThatIsCancelledNeverHappens() throws {
        let world = try World()
        try world.store.askForFactorRemoval(of: world.account.id, notice: nil, by: "test")
        try world.store.cancelFactorRemoval(of: world.account.id, by: "test")
        world.turn(3 * ExpoStore.removalSeconds)
        #expect(try !world.store.settleFactorRemoval(of: world.account.id, notice: nil))
        #expect(try world.store.account(world.account.id)?.hasSecondFactor == true)
    }
}
