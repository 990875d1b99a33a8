import Foundation
import Testing

@testable import FairwayStore

/// A clock that was ahead when a code was used, and has been set right since.
struct ClockSetBackTests {
    private let secret = Data("12345678901234567890".utf8)
    private let now = 1_800_000_000.0

    @Test(arguments: [2, 3, 2880, 1_000_000] as [Int64])
    func doesNotShutAnOwnerOut(ahead: Int64) {
        let present = SecondFactor.step(at: now)
        let code = SecondFactor.code(secret, step: present)
        #expect(SecondFactor.step(of: code, secret, now: now, after: present + ahead) == present)
    }

    @Test(arguments: [-1, 0, 1] as [Int64])
    func aUsedCodeStaysUsed(offset: Int64) {
        let step = SecondFactor.step(at: now) + offset
        let code = SecondFactor.code(secret, step: step)
        #expect(SecondFactor.step(of: code, secret, now: now, after: step - 1) == step)
        #expect(SecondFactor.step(of: code, secret, now: now, after: step) == nil)
    }
}
