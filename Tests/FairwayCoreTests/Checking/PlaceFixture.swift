import FairwayCore
import Testing

/// An exhibitor with a stand in hall A and buyers who meet at tables; the programme keeps all rules.
enum PlaceFixture {
    static func data() throws -> ExpoData {
        let date = try #require(CivilDate("2031-06-17"))
        let slots = try (0..<3).map { number in
            Slot(
                number: number,
                date: date,
                session: .am,
                starts: try #require(ClockTime(minutesAfterMidnight: 540 + number * 30)),
                ends: try #require(ClockTime(minutesAfterMidnight: 565 + number * 30))
            )
        }
        var data = ExpoData(
            expo: Expo(name: LocalizedText(en: "Places"), timeZone: "Asia/Harbin", slots: slots)
        )
        data.halls = [Hall(id: "A", name: LocalizedText()), Hall(id: "B", name: LocalizedText())]
        data.tables = [
            MeetingTable(id: "TA1", hall: "A", unavailableSlots: [2]), MeetingTable(id: "TA2", hall: "A"),
            MeetingTable(id: "TB1", hall: "B"),
        ]
        data.enterprises = ["E1", "E2", "E3", "E4", "E5"].map {
            Enterprise(
                id: Enterprise.ID($0),
                name: LocalizedText(en: $0),
                economy: "CN",
                roles: [.brand],
                registeredOn: date
            )
        }
        data.stands = [
            Stand(id: "A-1", hall: "A", enterprise: "E1"), Stand(id: "A-2", hall: "A", enterprise: nil),
            Stand(id: "B-1", hall: "B", enterprise: nil),
        ]
        data.requests = [
            request("R1", "E2", "E1"), request("R2", "E2", "E3"), request("R3", "E4", "E5"),
        ]
        return data
    }

    private static func request(_ id: MeetingRequest.ID, _ one: Enterprise.ID, _ other: Enterprise.ID)
        -> MeetingRequest
    {
        MeetingRequest(id: id, requester: one, recipient: other, priority: 2, status: .accepted)
    }

    static func programme(_ change: (inout [Meeting]) -> Void = { _ in }) -> Programme {
        var meetings = [
            Meeting(request: "R1", slot: 0, place: Place(hall: "A", stand: "A-1"), interpreter: nil),
            Meeting(request: "R2", slot: 1, place: Place(hall: "A", table: "TA1"), interpreter: nil),
            Meeting(request: "R3", slot: 1, place: Place(hall: "A", table: "TA2"), interpreter: nil),
        ]
        change(&meetings)
        return Programme(
            meetings: meetings,
            unplaced: [],
            value: ProgrammeValue(placedWeight: 6, placed: 3, worstShare: 1),
            bound: ProgrammeBound(placedWeight: 6)
        )
    }
}
