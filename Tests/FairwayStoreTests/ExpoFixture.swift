import FairwayCore

/// A fictional expo small enough to know by heart, with every kind of value in it.
enum ExpoFixture {
    static func date(_ day: Int) throws -> CivilDate {
        guard let date = CivilDate(year: 2031, month: 6, day: day) else { throw Missing() }
        return date
    }

    struct Missing: Error {}

    static func slots() throws -> [Slot] {
        try (0..<8).map { number in
            let hour = number % 4 < 2 ? 9 : 14
            guard let starts = ClockTime("\(hour):\(number % 2 == 0 ? "00" : "30")"),
                let ends = ClockTime(minutesAfterMidnight: starts.minutesAfterMidnight + 25)
            else { throw Missing() }
            return Slot(
                number: number,
                date: try date(number < 4 ? 17 : 18),
                session: hour == 9 ? .am : .pm,
                starts: starts,
                ends: ends
            )
        }
    }

    static func data() throws -> ExpoData {
        var data = ExpoData(
            expo: Expo(
                name: LocalizedText(zh: "虚构博览会", ru: "Вымышленное экспо", en: "Fictional Expo"),
                timeZone: "Asia/Harbin",
                slots: try slots()
            )
        )
        data.halls = [
            Hall(id: "A", name: LocalizedText(zh: "甲馆", en: "Hall A")),
            Hall(id: "B", name: LocalizedText(ru: "Зал Б")),
        ]
        data.tables = [
            MeetingTable(id: "T1", hall: "A", unavailableSlots: [0, 7]), MeetingTable(id: "T2", hall: "B"),
        ]
        data.economies = [
            Economy(id: "CN", name: LocalizedText(zh: "中国", ru: "Китай", en: "China")),
            Economy(id: "RU", name: LocalizedText(zh: "俄罗斯", ru: "Россия", en: "Russia")),
        ]
        data.regions = [
            Region(id: "CN-HL", economy: "CN", name: LocalizedText(zh: "黑龙江", en: "Heilongjiang")),
            Region(id: "RU-PRI", economy: "RU", name: LocalizedText(ru: "Приморский край")),
        ]
        data.agencies = [
            Agency(
                id: "AG1",
                name: LocalizedText(ru: "Центр вымысла"),
                kind: .exportCentre,
                economy: "RU",
                region: "RU-PRI"
            )
        ]
        data.delegations = [Delegation(id: "D1", name: LocalizedText(en: "Harbour"), agency: "AG1")]
        data.enterprises = try enterprises()
        data.stands = [
            Stand(id: "A-01", hall: "A", enterprise: "E1"), Stand(id: "A-02", hall: "A", enterprise: "E1"),
            Stand(id: "B-01", hall: "B", enterprise: "E2"), Stand(id: "B-09", hall: "B", enterprise: nil),
        ]
        try addTrade(to: &data)
        return data
    }

    private static func enterprises() throws -> [Enterprise] {
        [
            Enterprise(
                id: "E1",
                name: LocalizedText(zh: "星河食品", en: "Milky Way Foods Ltd"),
                about: LocalizedText(en: "\"Quoted\", with\nline and ‘marks’"),
                economy: "CN",
                region: "CN-HL",
                roles: [.manufacturer, .brand],
                sectors: ["S04", "S02"],
                languages: [LanguageTag(.zh), LanguageTag(.en)],
                reach: Reach(chains: 3, stores: 40, distributors: nil),
                website: "https://milky.example",
                registeredOn: try date(1),
                parallelMeetings: 2,
                maxMeetings: 9,
                unavailableSlots: [1, 3]
            ),
            Enterprise(
                id: "E2",
                name: LocalizedText(zh: "阿尔法机床", ru: "Полярный станок"),
                economy: "CN",
                roles: [.manufacturer],
                sectors: ["S16"],
                languages: [LanguageTag(.zh)],
                status: .registered,
                registeredOn: try date(2)
            ),
            Enterprise(
                id: "E3",
                name: LocalizedText(ru: "ООО «Ёлки и шишки»"),
                economy: "RU",
                region: "RU-PRI",
                roles: [.distributor, .retailChain],
                sectors: ["S04"],
                languages: [LanguageTag(.ru)],
                delegation: "D1",
                registeredOn: try date(3)
            ),
            Enterprise(
                id: "E4",
                name: LocalizedText(ru: "Амурский ветер", en: "Amur Wind"),
                economy: "RU",
                roles: [.distributor],
                sectors: ["S16", "S04"],
                languages: [LanguageTag(.ru), LanguageTag(.en)],
                status: .declined,
                registeredOn: try date(4)
            ),
        ]
    }

    private static func addTrade(to data: inout ExpoData) throws {
        guard let food = HSCode("1806.32"), let chapter = HSCode("18"), let gtin = GTIN("96385074"),
            let pair = LanguagePair(LanguageTag(.zh), LanguageTag(.ru))
        else { throw Missing() }
        data.representatives = [
            Representative(
                id: "R1",
                enterprise: "E1",
                name: LocalizedText(zh: "李明", en: "Li Ming"),
                position: LocalizedText(en: "Sales"),
                languages: [LanguageTag(.zh)],
                email: "li@milky.example",
                phone: "+86 000"
            )
        ]
        data.products = [
            Product(id: "P1", enterprise: "E1", hsCode: food, name: LocalizedText(zh: "巧克力"), gtin: gtin)
        ]
        data.demands = [
            Demand(
                id: "N1",
                enterprise: "E3",
                hsPrefix: chapter,
                text: LocalizedText(ru: "Шоколад"),
                targetRegions: ["CN", "RU-PRI"]
            )
        ]
        data.interpreters = [
            Interpreter(
                id: "I1",
                name: LocalizedText(ru: "Анна Вымышленная"),
                pairs: [pair],
                unavailableSlots: [5],
                maxConsecutiveSlots: 3
            )
        ]
        data.requests = [
            MeetingRequest(
                id: "Q1",
                requester: "E1",
                recipient: "E3",
                priority: 5,
                status: .accepted,
                isMutual: true
            ),
            MeetingRequest(
                id: "Q2",
                requester: "E2",
                recipient: "E3",
                priority: 2,
                status: .accepted,
                session: .pm
            ),
            MeetingRequest(
                id: "Q3",
                requester: "E3",
                recipient: "E2",
                priority: 1,
                message: "Надеемся на встречу",
                status: .pending
            ),
        ]
        data.outcomes = [Outcome(request: "Q1", kind: .contract, note: "10 t")]
    }

    /// A run's programme from its meetings; what it is worth does not matter here.
    static func programme(_ meetings: [Meeting], unplaced: [UnplacedRequest] = []) -> Programme {
        Programme(
            meetings: meetings,
            unplaced: unplaced,
            value: ProgrammeValue(placedWeight: 12, placed: meetings.count, breaks: 1, worstShare: 0.5),
            bound: ProgrammeBound(placedWeight: 14, breaks: 0)
        )
    }

    static func meeting(_ request: MeetingRequest.ID, slot: Int, stand: Stand.ID = "A-01") -> Meeting {
        Meeting(request: request, slot: slot, place: Place(hall: "A", stand: stand), interpreter: "I1")
    }
}
