import FairwayCore
import Testing

/// Two open requests of the same two enterprises as one.
struct RequestMergingTests {
    private func request(
        _ id: MeetingRequest.ID,
        _ requester: Enterprise.ID = "A",
        _ recipient: Enterprise.ID = "B",
        priority: Int = 2,
        message: String? = nil,
        _ status: MeetingRequest.Status = .pending,
        session: Session? = nil
    ) -> MeetingRequest {
        MeetingRequest(
            id: id,
            requester: requester,
            recipient: recipient,
            priority: priority,
            message: message,
            status: status,
            session: session
        )
    }

    @Test func whoAsksBackAgreesAndBothSayWhatTheySaid() throws {
        let first = request("R1", priority: 2, message: "Tea?", session: .pm)
        let merged = try first.merged(with: request("R2", "B", "A", priority: 4, message: "Tea!"))
        #expect(merged.id == "R1" && merged.requester == "A" && merged.recipient == "B")
        #expect(merged.status == .accepted && merged.isMutual)
        #expect(merged.priority == 4 && merged.weight == 8)
        #expect(merged.message == "Tea?\nTea!")
        #expect(merged.session == .pm)
    }

    @Test func theSameWishTwiceStaysOneSide() throws {
        let merged = try request("R1", priority: 5).merged(with: request("R2", priority: 1, message: "Again"))
        #expect(merged.status == .pending && !merged.isMutual && merged.priority == 5)
        #expect(merged.message == "Again")
        let agreed = try request("R1").merged(with: request("R2", "A", "B", .accepted))
        #expect(agreed.status == .accepted && !agreed.isMutual)
    }

    @Test func mergingTheSameAgainAddsNothing() throws {
        let other = request("R2", "B", "A", message: "Tea!")
        let once = try request("R1", message: "Tea?").merged(with: other)
        #expect(try once.merged(with: other) == once)
    }

    @Test func oneMeetingIsNotInBothHalvesOfTheDay() {
        #expect(throws: SessionConflict(earlier: .am, later: .pm)) {
            try request("R1", session: .am).merged(with: request("R2", "B", "A", session: .pm))
        }
    }

    @Test func aPairHasNoOrder() {
        #expect(EnterprisePair(request("R1", "A", "B")) == EnterprisePair(request("R2", "B", "A")))
        #expect(EnterprisePair(request("R1", "A", "B")) != EnterprisePair(request("R2", "B", "C")))
    }
}
