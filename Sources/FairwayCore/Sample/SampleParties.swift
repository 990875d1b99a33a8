/// Agencies, delegations, enterprises, their people and stands.
struct SampleParties {
    private let places: SamplePlaces
    private let sizes: SampleSizes
    private let seed: UInt64
    private(set) var data = ExpoData(expo: SampleVenue.expo)
    private var delegationOf: [SampleOrigin: Delegation.ID] = [:]

    init(places: SamplePlaces, sizes: SampleSizes, seed: UInt64) {
        self.places = places
        self.sizes = sizes
        self.seed = seed
        data.economies = places.economies
        data.regions = places.regions
        data.halls = SampleVenue.halls.map { Hall(id: $0.id, name: $0.name) }
        data.tables = SampleVenue.tables(count: sizes.tables)
        addDelegations()
        addEnterprises()
        addInterpreters()
    }

    // MARK: - Delegations

    /// Regions first, the largest of both countries in turn, then economies.
    private mutating func addDelegations() {
        var origins: [SampleOrigin] = []
        for rank in 0..<max(SamplePlaces.chinese.count, SamplePlaces.russian.count) {
            for (economy, table) in [("CN", SamplePlaces.chinese), ("RU", SamplePlaces.russian)]
            where rank < table.count {
                origins.append(SampleOrigin(economy: .init(economy), region: .init(table[rank].code)))
            }
        }
        origins += SamplePlaces.abroad.map { SampleOrigin(economy: .init($0.code), region: nil) }
        for (index, origin) in origins.prefix(sizes.delegations).enumerated() {
            let place =
                origin.region.flatMap { places.region($0)?.name } ?? places.economy(origin.economy)?.name
            addDelegation(number: index + 1, origin: origin, place: place ?? LocalizedText())
        }
    }

    private mutating func addDelegation(number: Int, origin: SampleOrigin, place: LocalizedText) {
        let kind: Agency.Kind =
            switch origin.economy.code {
            case "CN": .province
            case "RU": number % 4 == 0 ? .exportCentre : .federalEntity
            default: number % 2 == 0 ? .chamber : .ministry
            }
        let agency = Agency(
            id: .init("AG" + padded(number, 3)),
            name: LocalizedText(
                zh: "\(place.text(in: .zh))贸易促进中心（示例）",
                ru: "Центр поддержки экспорта: \(place.text(in: .ru)) (образец)",
                en: "\(place.text(in: .en)) Trade Promotion Centre (sample)"
            ),
            kind: kind,
            economy: origin.economy,
            region: origin.region
        )
        let delegation = Delegation(
            id: .init("DL" + padded(number, 3)),
            name: LocalizedText(
                zh: "\(place.text(in: .zh))代表团",
                ru: "Делегация: \(place.text(in: .ru))",
                en: "Delegation of \(place.text(in: .en))"
            ),
            agency: agency.id
        )
        data.agencies.append(agency)
        data.delegations.append(delegation)
        delegationOf[origin] = delegation.id
    }

    // MARK: - Enterprises

    private mutating func addEnterprises() {
        var random = SampleRandom(seed: seed, stream: 1)
        var names = SampleNames(places)
        let count = sizes.exhibitors + sizes.buyers
        let origins = SamplePlaces.origins(count, using: &random)
        var standNumbers = [Int](repeating: 0, count: SampleVenue.halls.count)
        for (index, origin) in origins.enumerated() {
            let isExhibitor = index < sizes.exhibitors
            let enterprise = enterprise(
                index,
                origin,
                isExhibitor: isExhibitor,
                names: &names,
                using: &random
            )
            data.enterprises.append(enterprise)
            if isExhibitor {
                let hall = SampleVenue.hallIndex(for: enterprise.sectors[0])
                standNumbers[hall] += 1
                let id = "\(SampleVenue.halls[hall].id)-\(padded(standNumbers[hall], 3))"
                data.stands.append(
                    Stand(id: .init(id), hall: SampleVenue.halls[hall].id, enterprise: enterprise.id)
                )
            }
            addPeople(of: enterprise, using: &random)
        }
    }

    private func enterprise(
        _ index: Int,
        _ origin: SampleOrigin,
        isExhibitor: Bool,
        names: inout SampleNames,
        using random: inout SampleRandom
    ) -> Enterprise {
        let role = isExhibitor ? Self.exhibitorRole(&random) : Self.buyerRole(&random)
        let sectors = sectors(role, using: &random)
        let name = names.name(role: role, origin: origin, using: &random)
        let isChain = role == .retailChain
        return Enterprise(
            id: .init("E" + padded(index + 1, 5)),
            name: name,
            about: about(role, sectors),
            economy: origin.economy,
            region: origin.region,
            roles: role == .manufacturer && random.chance(0.3) ? [.manufacturer, .brand] : [role],
            sectors: sectors,
            languages: languages(origin, using: &random),
            reach: Reach(
                chains: isChain ? random.within(1...6) : nil,
                stores: isChain ? random.within(8...900) : nil,
                distributors: role == .brand || role == .manufacturer ? random.within(0...40) : nil
            ),
            delegation: random.chance(0.7) ? delegationOf[origin] : nil,
            website: random.chance(0.6) ? "https://e\(padded(index + 1, 5)).example.com" : nil,
            registeredOn: SampleVenue.opening?.adding(days: -random.within(6...190)) ?? Self.epoch,
            parallelMeetings: isExhibitor ? random.pick([1, 1, 1, 2, 2, 3]) : random.pick([1, 1, 1, 1, 2]),
            maxMeetings: random.chance(0.15) ? random.within(8...40) : nil,
            unavailableSlots: unavailableSlots(isExhibitor: isExhibitor, using: &random)
        )
    }

    private static let epoch = CivilDate(year: 2027, month: 1, day: 1) ?? SampleVenue.expo.days[0]

    private static func exhibitorRole(_ random: inout SampleRandom) -> Enterprise.Role {
        let roles: [Enterprise.Role] = [
            .manufacturer, .brand, .distributor, .logistics, .service, .investor, .agency, .retailChain,
        ]
        return roles[random.index(weights: [52, 22, 8, 7, 5, 2, 3, 1])]
    }

    private static func buyerRole(_ random: inout SampleRandom) -> Enterprise.Role {
        let roles: [Enterprise.Role] = [
            .distributor, .retailChain, .manufacturer, .agency, .investor, .logistics, .service, .brand,
        ]
        return roles[random.index(weights: [46, 24, 10, 6, 5, 4, 3, 2])]
    }

    private func sectors(_ role: Enterprise.Role, using random: inout SampleRandom) -> [Sector.ID] {
        switch role {
        case .logistics: return ["SLO"]
        case .investor: return ["SFI"]
        case .service: return [random.pick(["SBS", "STO", "SBS"])]
        default:
            let first = random.pick(SampleGoods.all).sector
            guard role != .manufacturer, random.chance(0.45) else { return [first] }
            let second = random.pick(SampleGoods.all).sector
            return second == first ? [first] : [first, second]
        }
    }

    private func about(_ role: Enterprise.Role, _ sectors: [Sector.ID]) -> LocalizedText {
        SampleText.each { language in
            let names = sectors.compactMap { Sector.sector($0)?.name.text(in: language).insideSentence }
                .joined(separator: language.pick(zh: "、", ru: ", ", en: ", "))
            let role = role.displayName(in: language)
            return language.pick(
                zh: "\(role)，主营\(names)。示例展会的虚构企业。",
                ru: "\(role). Направления: \(names). Вымышленное предприятие из образца.",
                en: "\(role): \(names). An invented enterprise of the sample expo."
            )
        }.localized
    }

    private func languages(_ origin: SampleOrigin, using random: inout SampleRandom) -> [LanguageTag] {
        let (own, shares): (String, [(String, Double)]) =
            switch origin.economy.code {
            case "CN": ("zh", [("en", 0.32), ("ru", 0.14)])
            case "RU": ("ru", [("en", 0.38), ("zh", 0.09)])
            default:
                (
                    SamplePlaces.abroad(origin.economy)?.language ?? "en",
                    SamplePlaces.culture(of: origin.economy) == .russian
                        ? [("ru", 0.95), ("en", 0.3)] : [("en", 0.85), ("zh", 0.12), ("ru", 0.08)]
                )
            }
        var languages = [own]
        for (language, share) in shares where random.chance(share) && !languages.contains(language) {
            languages.append(language)
        }
        if languages == [own], !["zh", "ru"].contains(own) { languages.append(own == "en" ? "zh" : "en") }
        return languages.compactMap { LanguageTag($0) }
    }

    /// Exhibitors keep their stand; buyers come for some of the days, and everyone has a slot or two taken.
    private func unavailableSlots(isExhibitor: Bool, using random: inout SampleRandom) -> [Int] {
        let perDay = SampleVenue.slotsPerDay
        var closed: Set<Int> = []
        let absent = isExhibitor ? (random.chance(0.1) ? 1 : 0) : random.within(0...4)
        for day in random.shuffled(Array(0..<SampleVenue.dayCount)).prefix(absent) {
            closed.formUnion(day * perDay..<(day + 1) * perDay)
        }
        for _ in 0..<random.within(0...6) { closed.insert(random.below(SampleVenue.dayCount * perDay)) }
        return closed.sorted()
    }

    private mutating func addPeople(of enterprise: Enterprise, using random: inout SampleRandom) {
        for _ in 0..<random.pick([1, 1, 2, 2, 3]) {
            let number = data.representatives.count + 1
            data.representatives.append(
                Representative(
                    id: .init("RP" + padded(number, 5)),
                    enterprise: enterprise.id,
                    name: SamplePeople.name(from: enterprise.economy, using: &random),
                    position: random.pick(SampleWords.positions).localized,
                    languages: enterprise.languages,
                    email: "rp\(padded(number, 5))@\(enterprise.id.code.lowercased()).example.com",
                    // No country has the code 999.
                    phone: "+999 000 \(padded(number, 5))",
                    isReleased: number % 2 == 1
                )
            )
        }
    }

    // MARK: - Interpreters

    private mutating func addInterpreters() {
        var random = SampleRandom(seed: seed, stream: 2)
        let abroad = SamplePlaces.abroad.map(\.language).filter { !["zh", "en", "ru"].contains($0) }
        for index in 0..<sizes.interpreters {
            var pairs: [LanguagePair] = []
            func add(_ one: String, _ other: String) {
                guard let first = LanguageTag(one), let second = LanguageTag(other),
                    let pair = LanguagePair(first, second), !pairs.contains(pair)
                else { return }
                pairs.append(pair)
            }
            switch random.index(weights: [64, 14, 12, 10]) {
            case 0: add("zh", "ru")
            case 1: add("zh", "en")
            case 2: add("en", "ru")
            default:
                let language = random.pick(abroad)
                add(language, "zh")
                if random.chance(0.5) { add(language, "ru") }
            }
            if random.chance(0.25) { add("zh", "en") }
            var closed: Set<Int> = []
            if random.chance(0.4) {
                let day = random.below(SampleVenue.dayCount)
                closed.formUnion(day * SampleVenue.slotsPerDay..<(day + 1) * SampleVenue.slotsPerDay)
            }
            data.interpreters.append(
                Interpreter(
                    id: .init("I" + padded(index + 1, 3)),
                    name: SamplePeople.name(from: random.chance(0.6) ? "CN" : "RU", using: &random),
                    pairs: pairs.sorted(),
                    unavailableSlots: closed.sorted(),
                    maxConsecutiveSlots: 6
                )
            )
        }
    }
}
