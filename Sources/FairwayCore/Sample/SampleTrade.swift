/// Products, demands and who asks to meet whom.
struct SampleTrade {
    private let sizes: SampleSizes
    private let seed: UInt64
    private(set) var data: ExpoData

    init(_ data: ExpoData, sizes: SampleSizes, seed: UInt64) {
        self.data = data
        self.sizes = sizes
        self.seed = seed
        addProducts()
        addDemands()
        addRequests()
        leaveSomeUnapproved()
    }

    private func trades(_ enterprise: Enterprise) -> Bool {
        enterprise.sectors.contains { SampleGoods.bySector[$0] != nil }
    }

    private mutating func addProducts() {
        var random = SampleRandom(seed: seed, stream: 3)
        let sellers = data.enterprises.prefix(sizes.exhibitors).filter(trades)
        guard !sellers.isEmpty else { return }
        let shares = apportioned(sizes.products, weights: sellers.map { _ in 0.5 + random.unit() })
        for (seller, share) in zip(sellers, shares) {
            let goods = seller.sectors.flatMap { SampleGoods.bySector[$0] ?? [] }
            // A house makes a few kinds of goods in many variants rather than one of each.
            let own = (0..<max(1, min(4, share / 2))).map { _ in random.pick(goods) }
            for _ in 0..<share {
                let id = Product.ID("P" + padded(data.products.count + 1, 6))
                data.products.append(random.pick(own).product(id, of: seller.id, using: &random))
            }
        }
    }

    private mutating func addDemands() {
        var random = SampleRandom(seed: seed, stream: 4)
        let buyers = data.enterprises.enumerated().filter { index, enterprise in
            trades(enterprise) && (index >= sizes.exhibitors || enterprise.roles[0] == .distributor)
        }.map(\.element)
        guard !buyers.isEmpty else { return }
        for (buyer, share) in zip(
            buyers,
            apportioned(sizes.demands, weights: buyers.map { _ in 0.2 + random.unit() })
        ) {
            let goods = buyer.sectors.flatMap { SampleGoods.bySector[$0] ?? [] }
            for _ in 0..<share {
                let id = Demand.ID("D" + padded(data.demands.count + 1, 6))
                data.demands.append(random.pick(goods).demand(id, of: buyer.id, using: &random))
            }
        }
    }

    // MARK: - Requests

    /// Some are wanted by everyone (Pareto), most by a few; most requests are between a buyer and an exhibitor of one
    /// of its sectors.
    private mutating func addRequests() {
        var random = SampleRandom(seed: seed, stream: 5)
        let exhibitors = Popularity(data.enterprises.prefix(sizes.exhibitors).indices, using: &random)
        let buyers = Popularity(data.enterprises.indices.dropFirst(sizes.exhibitors), using: &random)
        let bySector = sectorIndex(from: sizes.exhibitors, using: &random)
        var seen: Set<Int> = []
        let wanted = sizes.acceptedRequests + sizes.otherRequests
        var attempts = 0
        while data.requests.count < wanted, attempts < wanted * 50 {
            attempts += 1
            let exhibitor = exhibitors.draw(&random)
            let other: Int
            switch random.below(100) {
            case 0...69: other = fitting(exhibitor, bySector, &random) ?? buyers.draw(&random)
            case 70...89: other = buyers.draw(&random)
            case 90...94: other = exhibitors.draw(&random)
            default:
                addRequest(buyers.draw(&random), buyers.draw(&random), &seen, &random)
                continue
            }
            let isFromBuyer = random.chance(0.75)
            addRequest(isFromBuyer ? other : exhibitor, isFromBuyer ? exhibitor : other, &seen, &random)
        }
    }

    private func sectorIndex(from first: Int, using random: inout SampleRandom) -> [Sector.ID: Popularity] {
        var members: [Sector.ID: [Int]] = [:]
        for (index, enterprise) in data.enterprises.enumerated().dropFirst(first) {
            for sector in enterprise.sectors { members[sector, default: []].append(index) }
        }
        var result: [Sector.ID: Popularity] = [:]
        for sector in Sector.all {
            if let list = members[sector.id] { result[sector.id] = Popularity(list, using: &random) }
        }
        return result
    }

    private func fitting(_ exhibitor: Int, _ bySector: [Sector.ID: Popularity], _ random: inout SampleRandom)
        -> Int?
    {
        bySector[random.pick(data.enterprises[exhibitor].sectors)]?.draw(&random)
    }

    private mutating func addRequest(
        _ requester: Int,
        _ recipient: Int,
        _ seen: inout Set<Int>,
        _ random: inout SampleRandom
    ) {
        let count = data.enterprises.count
        guard requester != recipient,
            seen.insert(min(requester, recipient) * count + max(requester, recipient)).inserted
        else { return }
        let number = data.requests.count
        let status: MeetingRequest.Status =
            number % 11 == 10 ? random.pick([.pending, .pending, .declined, .withdrawn]) : .accepted
        let language: Language = random.pick([.zh, .ru, .en])
        data.requests.append(
            MeetingRequest(
                id: .init("R" + padded(number + 1, 6)),
                requester: data.enterprises[requester].id,
                recipient: data.enterprises[recipient].id,
                priority: 1 + random.index(weights: [18, 26, 28, 18, 10]),
                message: random.chance(0.3) ? random.pick(SampleWords.messages)[language] : nil,
                status: status,
                isMutual: status == .accepted && random.chance(0.2),
                session: random.chance(0.08) ? (random.chance(0.5) ? .am : .pm) : nil
            )
        )
    }

    /// A registration nobody has asked for yet may still wait for the organiser.
    private mutating func leaveSomeUnapproved() {
        var random = SampleRandom(seed: seed, stream: 6)
        let busy = Set(data.requests.flatMap { [$0.requester, $0.recipient] })
        for index in data.enterprises.indices where !busy.contains(data.enterprises[index].id) {
            if random.chance(0.3) { data.enterprises[index].status = .registered }
        }
    }
}

/// Draws members in proportion to a heavy-tailed popularity.
struct Popularity {
    private let members: [Int]
    private var upTo: [Double] = []

    /// Weights over 50 are cut: nobody could meet that many.
    init(_ members: some Sequence<Int>, using random: inout SampleRandom) {
        self.members = Array(members)
        var sum = 0.0
        for _ in self.members {
            sum += min(50, random.pareto())
            upTo.append(sum)
        }
    }

    func draw(_ random: inout SampleRandom) -> Int {
        let point = random.unit() * (upTo.last ?? 0)
        var low = 0
        var high = members.count - 1
        while low < high {
            let middle = (low + high) / 2
            if upTo[middle] > point { high = middle } else { low = middle + 1 }
        }
        return members[low]
    }
}
