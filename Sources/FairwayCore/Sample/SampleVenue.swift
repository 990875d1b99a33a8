/// The fairground and the days of the sample expo.
enum SampleVenue {
    /// A hall and the sectors it houses.
    struct HallPlan {
        let id: Hall.ID
        let name: LocalizedText
        let sectors: [Sector.ID]
    }

    static let halls: [HallPlan] = [
        plan(
            "A",
            "食品与农产品馆",
            "Продовольствие и сельское хозяйство",
            "Food and agriculture",
            ["S01", "S02", "S03", "S04"]
        ),
        plan("B", "能源与化工馆", "Сырьё, энергетика и химия", "Energy and chemicals", ["S05", "S06", "S07"]),
        plan(
            "C",
            "林业与家居馆",
            "Лес, бумага и товары для дома",
            "Wood, paper and home",
            ["S09", "S10", "S14", "S20", "S21"]
        ),
        plan(
            "D",
            "纺织与服装馆",
            "Текстиль, одежда и обувь",
            "Textiles, clothing and footwear",
            ["S08", "S11", "S12"]
        ),
        plan("E", "建材与金属馆", "Стройматериалы и металлы", "Building materials and metals", ["S13", "S15"]),
        plan("F", "机械与电子馆", "Машины и электроника", "Machinery and electronics", ["S16"]),
        plan("G", "交通与仪器馆", "Транспорт и приборы", "Vehicles and instruments", ["S17", "S18", "S19"]),
        plan("H", "物流与服务馆", "Логистика и услуги", "Logistics and services", ["SLO", "SFI", "STO", "SBS"]),
    ]

    static func hallIndex(for sector: Sector.ID) -> Int {
        halls.firstIndex { $0.sectors.contains(sector) } ?? halls.count - 1
    }

    static let name = LocalizedText(
        zh: "雪泉国际经贸博览会（示例）",
        ru: "Международная торговая выставка «Снежный Родник» (образец)",
        en: "Snowspring International Trade Expo (sample)"
    )

    static let dayCount = 6
    static let slotsPerDay = 16
    /// Slots before the midday break.
    static let morningSlots = 7
    static let opening = CivilDate(year: 2027, month: 5, day: 17)

    static var expo: Expo {
        Expo(name: name, timeZone: "Asia/Shanghai", slots: (0..<dayCount * slotsPerDay).compactMap(slot))
    }

    /// Half-hours from 09:00 to 12:30 and from 13:00 to 17:30.
    private static func slot(_ number: Int) -> Slot? {
        let place = number % slotsPerDay
        let isMorning = place < morningSlots
        let start = 9 * 60 + place * 30 + (isMorning ? 0 : 30)
        guard let date = opening?.adding(days: number / slotsPerDay),
            let starts = ClockTime(minutesAfterMidnight: start),
            let ends = ClockTime(minutesAfterMidnight: start + 30)
        else { return nil }
        return Slot(number: number, date: date, session: isMorning ? .am : .pm, starts: starts, ends: ends)
    }

    /// Shared tables, most in the halls of food, machines and services.
    static func tables(count: Int) -> [MeetingTable] {
        let shares = apportioned(count, weights: [20, 10, 10, 12, 10, 16, 9, 13])
        return zip(halls, shares).flatMap { hall, share in
            (0..<share).map { number in
                MeetingTable(id: .init("T\(hall.id)\(padded(number + 1, 3))"), hall: hall.id)
            }
        }
    }

    private static func plan(_ id: Hall.ID, _ zh: String, _ ru: String, _ en: String, _ sectors: [Sector.ID])
        -> HallPlan
    {
        HallPlan(id: id, name: LocalizedText(zh: zh, ru: ru, en: en), sectors: sectors)
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
