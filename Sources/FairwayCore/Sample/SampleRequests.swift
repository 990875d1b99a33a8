/// Who asks to meet whom: some are wanted by everyone (Pareto), most by a few; most requests are between an exhibitor
/// and an enterprise that seeks what the exhibitor offers, and rather one with a fitting role, a language in common and
/// in a place that is wanted.
struct SampleRequests {
    private let enterprises: [Enterprise]
    private let exhibitorCount: Int
    private let wanted: Int
    private let exhibitors: SamplePopularity
    private let buyers: SamplePopularity
    private let partners: SamplePartners
    private let causes: SampleCauses
    private var asked: Set<Int> = []
    private var random: SampleRandom
    private(set) var requests: [MeetingRequest] = []

    init(_ data: ExpoData, sizes: SampleSizes, seed: UInt64) {
        random = SampleRandom(seed: seed, stream: 5)
        enterprises = data.enterprises
        exhibitorCount = sizes.exhibitors
        wanted = sizes.acceptedRequests + sizes.otherRequests
        let weights = SamplePopularity.weights(data.enterprises.count, using: &random)
        exhibitors = SamplePopularity(0..<sizes.exhibitors, weights: weights)
        buyers = SamplePopularity(sizes.exhibitors..<data.enterprises.count, weights: weights)
        partners = SamplePartners(data, exhibitorCount: sizes.exhibitors, weights: weights)
        causes = SampleCauses(data, seed: seed)
        // At a very small scale there may be fewer pairs than requests.
        var attempts = 0
        while requests.count < wanted, attempts < wanted * 50 {
            attempts += 1
            addRequest()
        }
    }

    private mutating func addRequest() {
        guard let exhibitor = exhibitors.draw(&random) else { return }
        let other: Int?
        switch random.below(100) {
        case 0...71: other = partners.seeker(of: exhibitor, &random) ?? partners.peer(of: exhibitor, &random)
        case 72...79: other = partners.peer(of: exhibitor, &random)
        case 80...89: other = buyers.draw(&random)
        case 90...95: other = exhibitors.draw(&random)
        default:
            if let one = buyers.draw(&random), let another = buyers.draw(&random) { add(one, another) }
            return
        }
        guard let other, random.chance(causes.chance(exhibitor, other)) else { return }
        if random.chance(0.75) { add(other, exhibitor) } else { add(exhibitor, other) }
    }

    private mutating func add(_ requester: Int, _ recipient: Int) {
        let pair = min(requester, recipient) * enterprises.count + max(requester, recipient)
        guard requester != recipient, asked.insert(pair).inserted else { return }
        let number = requests.count
        let status: MeetingRequest.Status =
            number % 11 == 10 ? random.pick([.pending, .pending, .declined, .withdrawn]) : .accepted
        requests.append(
            MeetingRequest(
                id: .init("R" + padded(number + 1, 6)),
                requester: enterprises[requester].id,
                recipient: enterprises[recipient].id,
                priority: 1 + random.index(weights: [18, 26, 28, 18, 10]),
                message: random.chance(0.3) ? message(from: enterprises[requester]) : nil,
                status: status,
                isMutual: status == .accepted && random.chance(0.25),
                session: random.chance(0.1) ? (random.chance(0.5) ? .am : .pm) : nil
            )
        )
    }

    /// In a language the requester speaks, English when it is none of ours.
    private mutating func message(from enterprise: Enterprise) -> String {
        let text = random.pick(SampleWords.messages)
        return text[enterprise.languages.first.flatMap { Language(rawValue: $0.code) } ?? .en]
    }
}

/// Whom an exhibitor's goods or line of business suit.
struct SamplePartners {
    private let codes: [[HSCode]]
    private let sectors: [[Sector.ID]]
    private let seekers: [HSCode: SamplePopularity]
    private let peers: [Sector.ID: SamplePopularity]

    init(_ data: ExpoData, exhibitorCount: Int, weights: [Double]) {
        let places = Dictionary(
            uniqueKeysWithValues: data.enterprises.enumerated().map { ($0.element.id, $0.offset) }
        )
        var codes = [[HSCode]](repeating: [], count: data.enterprises.count)
        for product in data.products {
            if let place = places[product.enterprise], let code = product.hsCode { codes[place].append(code) }
        }
        var seeking: [HSCode: [Int]] = [:]
        for demand in data.demands {
            if let place = places[demand.enterprise], let code = demand.hsPrefix {
                seeking[code, default: []].append(place)
            }
        }
        var members: [Sector.ID: [Int]] = [:]
        for (place, enterprise) in data.enterprises.enumerated().dropFirst(exhibitorCount) {
            for sector in enterprise.sectors { members[sector, default: []].append(place) }
        }
        self.codes = codes
        sectors = data.enterprises.map(\.sectors)
        seekers = seeking.mapValues { SamplePopularity($0, weights: weights) }
        peers = members.mapValues { SamplePopularity($0, weights: weights) }
    }

    /// Someone who seeks one of the exhibitor's products, by its subheading, heading or chapter.
    func seeker(of exhibitor: Int, _ random: inout SampleRandom) -> Int? {
        guard !codes[exhibitor].isEmpty else { return nil }
        let code = random.pick(codes[exhibitor])
        for digits in random.shuffled([6, 4, 2]) {
            if let prefix = HSCode(String(code.digits.prefix(digits))),
                let seeker = seekers[prefix]?.draw(&random)
            {
                return seeker
            }
        }
        return nil
    }

    /// A buyer of the same sector.
    func peer(of exhibitor: Int, _ random: inout SampleRandom) -> Int? {
        guard !sectors[exhibitor].isEmpty else { return nil }
        return peers[random.pick(sectors[exhibitor])]?.draw(&random)
    }
}
