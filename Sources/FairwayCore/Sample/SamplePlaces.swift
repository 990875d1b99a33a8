/// Where an enterprise of the sample comes from.
struct SampleOrigin: Hashable {
    let economy: Economy.ID
    let region: Region.ID?
}

/// The economies and regions that take part, and how many enterprises come from each.
struct SamplePlaces {
    /// The naming habits and languages of a group of economies.
    enum Culture: String {
        case chinese, russian, korean, japanese, mongolian, southAsian, southEastAsian, middleEastern,
            romance,
            germanic, english
    }

    /// An economy other than China and Russia.
    struct Abroad {
        let code: String
        let weight: Double
        let culture: Culture
        /// What is spoken there besides English, and by those who deal with Russia, Russian.
        let language: String
        let legalForm: String
    }

    /// Share of enterprises from China and from Russia.
    static let chineseShare = 0.48
    static let russianShare = 0.34

    /// Province or municipality, weight, its trading city.
    static let chinese: [(code: String, weight: Double, city: SampleText)] = places(chineseTable)
    static let russian: [(code: String, weight: Double, city: SampleText)] = places(russianTable)

    static let abroad: [Abroad] = SampleTable.rows(abroadTable).compactMap { row in
        guard let weight = Double(row.cells[1], in: 0...1e9), let culture = Culture(rawValue: row.cells[2])
        else {
            return nil
        }
        return Abroad(
            code: row.cells[0],
            weight: weight,
            culture: culture,
            language: row.cells[3],
            legalForm: row.cells[4]
        )
    }

    let economies: [Economy]
    let regions: [Region]

    /// Looks the names up in what the caller read; a code it does not have keeps the code as its name.
    init(economies known: [Economy], regions knownRegions: [Region]) {
        let codes = ["CN", "RU"] + Self.abroad.map(\.code)
        economies = codes.map { code in
            known.first { $0.id.code == code }
                ?? Economy(id: .init(code), name: LocalizedText(zh: code, ru: code, en: code))
        }
        regions = (Self.chinese + Self.russian).map { place in
            knownRegions.first { $0.id.code == place.code }
                ?? Region(
                    id: .init(place.code),
                    economy: .init(String(place.code.prefix(2))),
                    name: place.city.localized
                )
        }
    }

    func economy(_ id: Economy.ID) -> Economy? { economies.first { $0.id == id } }

    func region(_ id: Region.ID) -> Region? { regions.first { $0.id == id } }

    static func abroad(_ economy: Economy.ID) -> Abroad? { abroad.first { $0.code == economy.code } }

    static func culture(of economy: Economy.ID) -> Culture {
        switch economy.code {
        case "CN": .chinese
        case "RU": .russian
        default: abroad(economy)?.culture ?? .english
        }
    }

    static func city(of region: Region.ID?) -> SampleText? {
        guard let region else { return nil }
        return (chinese + russian).first { $0.code == region.code }?.city
    }

    /// One origin for each of `count` enterprises, mixed.
    static func origins(_ count: Int, using random: inout SampleRandom) -> [SampleOrigin] {
        let fromChina = Int(Double(count) * chineseShare + 0.5)
        let fromRussia = Int(Double(count) * russianShare + 0.5)
        var origins: [SampleOrigin] = []
        for (economy, total, places) in [("CN", fromChina, chinese), ("RU", fromRussia, russian)] {
            for (place, share) in zip(places, apportioned(total, weights: places.map(\.weight))) {
                let origin = SampleOrigin(economy: .init(economy), region: .init(place.code))
                origins += Array(repeating: origin, count: share)
            }
        }
        let rest = apportioned(count - fromChina - fromRussia, weights: abroad.map(\.weight))
        for (place, share) in zip(abroad, rest) {
            origins += Array(repeating: SampleOrigin(economy: .init(place.code), region: nil), count: share)
        }
        return random.shuffled(origins)
    }

    private static func places(_ table: String) -> [(code: String, weight: Double, city: SampleText)] {
        SampleTable.rows(table).compactMap { row in
            Double(row.cells[1], in: 0...1e9).map {
                (code: row.cells[0], weight: $0, city: row.text(from: 2))
            }
        }
    }
}
