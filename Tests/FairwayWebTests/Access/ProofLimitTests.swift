import FairwayCore
import FairwayStore
import Testing

@testable import FairwayWeb

/// How often somebody who is signed in may prove who they are: what stolen sign-ins use up is not their owner's.
struct ProofLimitTests {
    private static let now = 1_800_000_000.0

    private func signIn(_ id: SignIn.ID, age: Double) async throws -> SignIn {
        let client = try await RouterClient(data: APIFixture.data, as: .enterprise("E00001"))
        let account = try #require(try await client.store.accounts.all().first)
        var signIn = try #require(try await client.store.signIns.all(of: account.id).first)
        signIn.id = id
        signIn.createdAt = Self.now - age
        return signIn
    }

    private func isTaken(_ throttle: Throttle, _ factor: String, _ signIn: SignIn) async -> Bool {
        let charges = SignInLimits.proof(factor, signIn, now: Self.now)
        if case .refused = await throttle.takes(charges, from: .unknown) { return false }
        return true
    }

    @Test func theOwnersFreshSignInAndRecoveryCodesStayOpen() async throws {
        let throttle = Throttle(now: { .zero })
        for id in 1...4 as ClosedRange<SignIn.ID> {
            let stolen = try await signIn(id, age: 5000)
            for _ in 0..<5 { #expect(await isTaken(throttle, "123456", stolen)) }
            #expect(await !isTaken(throttle, "123456", stolen), "five in a sign-in")
        }
        #expect(await !isTaken(throttle, "123456", try signIn(5, age: 5000)), "twenty of an account")
        #expect(await isTaken(throttle, "123456", try signIn(6, age: 60)))
        let recovery = "0123-4567-89AB-CDEF-GHJK-MNPQ"
        #expect(await isTaken(throttle, recovery, try signIn(1, age: 5000)))
    }
}
