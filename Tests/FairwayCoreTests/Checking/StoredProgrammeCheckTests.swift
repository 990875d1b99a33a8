import FairwayCore
import Testing

/// What a programme's file does not say: stands, tables, and requests that are no longer to be met.
struct StoredProgrammeCheckTests {
    private func violations(
        data change: (inout ExpoData) -> Void = { _ in },
        meetings: (inout [Meeting]) -> Void = { _ in }
    ) throws -> [ProgrammeViolation] {
        var data = try PlaceFixture.data()
        change(&data)
        return try StoredProgrammeCheck(of: PlaceFixture.programme(meetings), in: data).violations
    }

    @Test func aSoundProgrammeHasNoViolations() throws {
        #expect(try violations() == [])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var meeting: Int
        var slot = 1
        var place: Place
        var violation: ProgrammeViolation
        var testDescription: String { "\(violation)" }
    }

    @Test(arguments: [
        Case(
            meeting: 0,
            slot: 0,
            place: Place(hall: "A", stand: "B-1"),
            violation: .standOfAnother("R1", stand: "B-1")
        ),
        Case(
            meeting: 0,
            slot: 0,
            place: Place(hall: "A", stand: "A-2"),
            violation: .standOfAnother("R1", stand: "A-2")
        ),
        Case(
            meeting: 0,
            slot: 0,
            place: Place(hall: "A", table: "TA2"),
            violation: .tableInsteadOfStand("R1", host: "E1")
        ),
        Case(meeting: 0, slot: 0, place: Place(hall: "A"), violation: .noPlace("R1")),
        Case(
            meeting: 0,
            slot: 0,
            place: Place(hall: "A", stand: "A-1", table: "TA1"),
            violation: .twoPlaces("R1")
        ),
        Case(
            meeting: 2,
            place: Place(hall: "A", stand: "A-2"),
            violation: .standOfAnother("R3", stand: "A-2")
        ),
        Case(
            meeting: 2,
            place: Place(hall: "A", table: "TB1"),
            violation: .placeInOtherHall("R3", place: "TB1", hall: "A")
        ),
        Case(
            meeting: 2,
            place: Place(hall: "A", table: "TA1"),
            violation: .tableTwice("R3", table: "TA1", slot: 1)
        ),
        Case(
            meeting: 2,
            slot: 2,
            place: Place(hall: "A", table: "TA1"),
            violation: .tableUnavailable("R3", table: "TA1", slot: 2)
        ),
    ])
    func eachWrongPlaceIsNamed(_ wrong: Case) throws {
        let found = try violations(meetings: {
            $0[wrong.meeting].slot = wrong.slot
            $0[wrong.meeting].place = wrong.place
        })
        #expect(found == [wrong.violation])
        for language in Language.allCases { #expect(!wrong.violation.words(in: language).isEmpty) }
    }

    @Test func aWithdrawnRequestHasNoMeeting() throws {
        let found = try violations(data: { $0.requests[2].status = .withdrawn })
        #expect(found.contains(.noLongerAccepted("R3")))
    }

    @Test func aDeclinedEnterpriseMeetsNobody() throws {
        let found = try violations(data: { $0.enterprises[4].status = .declined })
        #expect(found.contains(.noLongerAccepted("R3")))
    }
}
