@testable import FairwayWeb
import NIOCore
import NIOEmbedded
import Testing

/// When a connection has taken too long.
struct ConnectionPhaseTests {
    private let limits = ConnectionLimits.usual

    private func at(_ seconds: Int64) -> NIODeadline { .uptimeNanoseconds(0) + .seconds(seconds) }

    @Test func aHeadSentByteByByteIsOverAfterItsTime() {
        var phase = ConnectionPhase(now: at(0))
        #expect(phase.deadline(limits) == at(60))
        for second in 1...14 { phase.received(1, now: at(Int64(second))) }
        #expect(phase.deadline(limits) == at(1 + 15))
        #expect(phase.isDispensable)
    }

    @Test func aBodyHasTheTimeThatItsBytesNeedAndNoMore() {
        var phase = ConnectionPhase(now: at(0))
        phase.received(100, now: at(0))
        phase.requestHead(now: at(0))
        #expect(phase.deadline(limits) == at(20))
        #expect(!phase.isDispensable)
        phase.received(80 * 1024, now: at(5))
        #expect(phase.deadline(limits) == at(30))
        phase.received(1 << 30, now: at(6))
        #expect(phase.deadline(limits) == at(600))
    }

    @Test func anAnswerThatNobodyTakesIsOver() {
        var phase = ConnectionPhase(now: at(0))
        phase.received(100, now: at(0))
        phase.requestHead(now: at(0))
        phase.requestEnd(now: at(1))
        #expect(phase.deadline(limits) == at(600))
        phase.writable(false, now: at(10))
        phase.writable(false, now: at(30))
        #expect(phase.deadline(limits) == at(40))
        phase.writable(true, now: at(35))
        #expect(phase.deadline(limits) == at(600))
        phase.answerEnd(now: at(50))
        #expect(phase.step == .idle && phase.deadline(limits) == at(110))
    }

    @Test func anAnswerBeforeTheEndOfTheBodyDoesNotEndIt() {
        var phase = ConnectionPhase(now: at(0))
        phase.requestHead(now: at(0))
        phase.answerEnd(now: at(1))
        #expect(phase.step == .body)
        phase.requestEnd(now: at(2))
        #expect(phase.step == .idle)
    }

    @Test func theOneThatDoesLeastMakesRoom() throws {
        var limits = limits
        limits.maxConnections = 3
        let registry = ConnectionRegistry(limits: limits)
        let channels = (0..<4).map { _ in EmbeddedChannel() }
        let numbers = (0..<3).map { registry.admit(channels[$0], now: at(Int64($0))) }
        // The oldest is answering; the second waits for a request.
        registry.update(try #require(numbers[0]), isDispensable: false, isBody: false, since: at(0))
        #expect(registry.admit(channels[3], now: at(9)) != nil)
        #expect(registry.count == 3)
        channels[1].embeddedEventLoop.run()
        #expect(!channels[1].isActive && registry.count == 3)
        for number in [2, 3] {
            registry.update(number == 2 ? 3 : 4, isDispensable: false, isBody: false, since: at(10))
        }
        #expect(registry.admit(EmbeddedChannel(), now: at(11)) == nil)
        registry.leave(1)
        #expect(registry.admit(EmbeddedChannel(), now: at(12)) != nil)
    }

    /// 4,096 half-sent bodies shut nobody out for longer than one may take.
    @Test func aSlowBodyMakesRoomWhenNothingElseCan() throws {
        var limits = limits
        limits.maxConnections = 2
        limits.slowBody = .seconds(5)
        let registry = ConnectionRegistry(limits: limits)
        let channels = (0..<2).map { _ in EmbeddedChannel() }
        for channel in channels {
            let number = try #require(registry.admit(channel, now: at(0)))
            registry.update(number, isDispensable: false, isBody: true, since: at(0))
        }
        #expect(registry.admit(EmbeddedChannel(), now: at(5)) == nil)
        #expect(registry.admit(EmbeddedChannel(), now: at(6)) != nil)
        #expect(registry.count == 2)
    }

    /// A slow reader that takes a piece now and then is not one that takes nothing.
    @Test func eachPieceThatIsTakenGivesTime() {
        var phase = ConnectionPhase(now: at(0))
        phase.received(10, now: at(0))
        phase.requestHead(now: at(0))
        phase.requestEnd(now: at(0))
        phase.writable(false, now: at(1))
        let first = phase.deadline(limits)
        phase.taken(now: at(3))
        #expect(phase.deadline(limits) == first + .seconds(2))
        phase.writable(true, now: at(4))
        phase.taken(now: at(5))
        #expect(phase.deadline(limits) == at(0) + limits.total)
    }
}
