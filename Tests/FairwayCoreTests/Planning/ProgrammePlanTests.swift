import FairwayCore
import Testing

struct ProgrammePlanTests {
    @Test(arguments: [1, 4]) func requestsOfDeclinedEnterprisesAreNotPlanned(_ declined: Int) throws {
        var data = try PlaceFixture.data()
        #expect(try ProgrammePlan(data: data).requests.map(\.id) == ["R1", "R2", "R3"])
        data.enterprises[declined].status = .declined
        let expected: [MeetingRequest.ID] = declined == 1 ? ["R3"] : ["R1", "R2"]
        let plan = try ProgrammePlan(data: data)
        #expect(plan.requests.map(\.id) == expected)
        #expect(plan.instance.meetings.map(\.id) == expected.map(\.code))
        #expect(!plan.instance.participants.contains { $0.id == data.enterprises[declined].id.code })
    }
}
