import FairwayCore
import FairwayFormats

extension ExpoData {
    /// Three enterprises in two halls with two requests.
    static func exportFixture(owner: Enterprise.ID = "E1") -> ExpoData {
        var data = ExpoData(expo: ICalendarTests.calendar().expo)
        func enterprise(_ id: Enterprise.ID, _ name: LocalizedText) -> Enterprise {
            Enterprise(id: id, name: name, economy: "CN", roles: [.brand], registeredOn: .earliest)
        }
        data.enterprises = [
            enterprise(owner, LocalizedText(zh: "雪泉食品", ru: "Снежный Родник", en: "Snowspring Foods")),
            enterprise(
                "E2",
                LocalizedText(zh: "银杉贸易", ru: "Серебряная Ель", en: "=Silverfir \"Trade\", Ltd")
            ),
            enterprise("E3", LocalizedText(zh: "北辰机械", ru: "Полярная Машина", en: "Polestar Machines")),
            enterprise("E4", LocalizedText(zh: "无会面", ru: "Без встреч", en: "No Meetings")),
        ]
        data.halls = [
            Hall(id: "A", name: LocalizedText(zh: "食品馆", ru: "Продовольствие", en: "Food")),
            Hall(id: "B", name: LocalizedText(zh: "机械馆", ru: "Машины", en: "Machines")),
        ]
        data.interpreters = [
            Interpreter(
                id: "I1",
                name: LocalizedText(zh: "林雪梅", ru: "Линь Сюэмэй", en: "Lin Xuemei"),
                pairs: []
            )
        ]
        data.requests = [
            MeetingRequest(
                id: "R1",
                requester: owner,
                recipient: "E2",
                priority: 5,
                status: .accepted,
                isMutual: true
            ),
            MeetingRequest(id: "R2", requester: "E3", recipient: "E2", priority: 3, status: .accepted),
        ]
        return data
    }
}

extension Programme {
    /// Both requests of the fixture, in the order in which they are not printed.
    static let exportFixture = Programme(
        meetings: [
            Meeting(request: "R2", slot: 1, place: Place(hall: "B", table: "T-02"), interpreter: nil),
            Meeting(request: "R1", slot: 0, place: Place(hall: "A", stand: "A-017"), interpreter: "I1"),
        ],
        unplaced: [],
        value: ProgrammeValue(placedWeight: 13, placed: 2),
        bound: ProgrammeBound(placedWeight: 13)
    )
}

extension ExportFolder {
    static func fixture(owner: Enterprise.ID = "E1") -> ExportFolder {
        let data = ExpoData.exportFixture(owner: owner)
        var calendars: [Enterprise.ID: [CalendarEntry]] = [:]
        for meeting in Programme.exportFixture.meetings {
            guard let request = data.requests.first(where: { $0.id == meeting.request }),
                let expo = data.expo,
                let slot = expo.slots.first(where: { $0.number == meeting.slot })
            else { continue }
            for (id, partner) in [
                (request.requester, request.recipient), (request.recipient, request.requester),
            ] {
                calendars[id, default: []].append(
                    CalendarEntry(
                        uid: "\(request.id)@expo-2027.fairway.invalid",
                        sequence: 0,
                        isCancelled: false,
                        changedAt: 1_800_000_000,
                        slot: meeting.slot,
                        time: CalendarTime(slot, timeZone: expo.timeZone),
                        place: meeting.place,
                        interpreter: meeting.interpreter,
                        request: request.id,
                        partner: partner
                    )
                )
            }
        }
        return ExportFolder(
            data: data,
            programme: .exportFixture,
            publication: Publication(
                number: 1,
                run: 1,
                publishedAt: 1_800_000_000,
                publishedBy: "organiser"
            ),
            calendars: calendars,
            language: .en
        )
    }
}
