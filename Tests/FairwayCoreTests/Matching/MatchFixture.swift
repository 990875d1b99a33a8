@testable import FairwayCore

/// Builds small expos for matching tests.
struct MatchFixture {
    var data = ExpoData()

    mutating func add(
        _ id: Enterprise.ID,
        _ roles: [Enterprise.Role] = [],
        economy: Economy.ID = "CN",
        region: Region.ID? = nil,
        sectors: [Sector.ID] = [],
        languages: [String] = [],
        status: Enterprise.Status = .approved
    ) {
        guard let date = CivilDate("2027-01-15") else { return }
        let enterprise = Enterprise(
            id: id,
            name: LocalizedText(en: id.code),
            economy: economy,
            region: region,
            roles: roles,
            sectors: sectors,
            languages: languages.compactMap { LanguageTag($0) },
            status: status,
            registeredOn: date
        )
        data.enterprises.append(enterprise)
    }

    mutating func offer(_ id: Product.ID, by enterprise: Enterprise.ID, _ code: String) {
        guard let code = HSCode(code) else { return }
        data.products.append(
            Product(id: id, enterprise: enterprise, hsCode: code, name: LocalizedText(en: id.code))
        )
    }

    mutating func seek(
        _ id: Demand.ID,
        by enterprise: Enterprise.ID,
        _ code: String,
        in places: [String] = []
    ) {
        guard let code = HSCode(code) else { return }
        data.demands.append(Demand(id: id, enterprise: enterprise, hsPrefix: code, targetRegions: places))
    }

    mutating func interpret(_ one: Language, _ other: Language) {
        guard let pair = LanguagePair(LanguageTag(one), LanguageTag(other)) else { return }
        data.interpreters.append(
            Interpreter(id: "I1", name: LocalizedText(en: "Interpreter"), pairs: [pair])
        )
    }

    func matches(_ perEnterprise: Int = 10, affinity: SemanticAffinity? = nil) -> [Match] {
        MatchEngine.matches(of: data, perEnterprise: perEnterprise, affinity: affinity)
    }

    func match(_ seller: Enterprise.ID, _ buyer: Enterprise.ID) -> Match? {
        matches().first { $0.seller == seller && $0.buyer == buyer }
    }

    /// A random expo in which overlaps of every depth, roles, places and languages occur.
    static func random(enterprises: Int, using rng: inout some RandomNumberGenerator) -> MatchFixture {
        var fixture = MatchFixture()
        let codes = [
            "18", "1806", "1805", "180632", "180631", "180500", "84", "8471", "847130", "85", "8517",
        ]
        let places = ["CN", "RU", "CN-HL", "RU-PRI"]
        for number in 0..<enterprises {
            let id = Enterprise.ID("E\(10 + number)")
            let isChinese = Bool.random(using: &rng)
            let region: Region.ID = isChinese ? "CN-HL" : "RU-PRI"
            fixture.add(
                id,
                Enterprise.Role.allCases.filter { _ in Int.random(in: 0..<5, using: &rng) == 0 },
                economy: isChinese ? "CN" : "RU",
                region: Bool.random(using: &rng) ? region : nil,
                sectors: Sector.all.map(\.id).filter { _ in Int.random(in: 0..<20, using: &rng) == 0 },
                languages: ["zh", "ru", "en", "ko"].filter { _ in Int.random(in: 0..<3, using: &rng) == 0 },
                status: Int.random(in: 0..<10, using: &rng) == 0 ? .declined : .approved
            )
            for offer in 0..<Int.random(in: 0...3, using: &rng) {
                let code = codes[Int.random(in: 0..<codes.count, using: &rng)]
                fixture.offer(Product.ID("P\(number)-\(offer)"), by: id, code)
            }
            for wish in 0..<Int.random(in: 0...2, using: &rng) {
                let code = codes[Int.random(in: 0..<codes.count, using: &rng)]
                let named = places.filter { _ in Int.random(in: 0..<4, using: &rng) == 0 }
                fixture.seek(Demand.ID("D\(number)-\(wish)"), by: id, code, in: named)
            }
        }
        fixture.interpret(.zh, .ru)
        return fixture
    }
}

/// Repeatable randomness for tests (SplitMix64; Steele, Lea, Flood 2014).
struct TestRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
