/// Products and demands, then who asks to meet whom.
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
        self.data.requests = SampleRequests(self.data, sizes: sizes, seed: seed).requests
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

    /// A registration nobody has asked for yet may still wait for the organiser.
    private mutating func leaveSomeUnapproved() {
        var random = SampleRandom(seed: seed, stream: 6)
        let busy = Set(data.requests.flatMap { [$0.requester, $0.recipient] })
        for index in data.enterprises.indices where !busy.contains(data.enterprises[index].id) {
            if random.chance(0.3) { data.enterprises[index].status = .registered }
        }
    }
}
