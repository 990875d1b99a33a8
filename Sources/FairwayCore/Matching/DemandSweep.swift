/// How well every seller meets the demands of one buyer at a time: `GoodsSweep` from the other side.
struct DemandSweep {
    private let index: MatchIndex
    private let sellers: [Int]
    /// Demand → products that are like it in meaning.
    private let links: [[(product: Int, value: Double)]]
    /// Value of the best product for the demand in hand, per seller.
    private var best: [Double]
    private var goods: [Double]
    private var places: [Double]

    init(_ index: MatchIndex) {
        self.index = index
        sellers = index.enterprises.indices.flatMap { repeatElement($0, count: index.products(of: $0).count) }
        var links: [[(product: Int, value: Double)]] = []
        if !index.links.isEmpty {
            links = Array(repeating: [], count: index.demands.count)
            for (product, own) in index.links.enumerated() {
                for link in own { links[Int(link.demand)].append((product, link.value)) }
            }
        }
        self.links = links
        best = Array(repeating: 0, count: index.enterprises.count)
        goods = best
        places = best
    }

    func value(_ seller: Int) -> Double { goods[seller] }

    func place(_ seller: Int) -> Double { places[seller] }

    /// Turns to another buyer.
    mutating func sweep(_ buyer: Int) {
        for seller in goods.indices {
            goods[seller] = 0
            places[seller] = 0
        }
        // In order of demands, as the other side does.
        for demand in index.demands(of: buyer) {
            for seller in best.indices { best[seller] = 0 }
            let code = index.demandCodes[demand]
            for product in index.products.indices {
                let digits = code.sharedDigits(with: index.productCodes[product])
                guard digits > 0 else { continue }
                best[sellers[product]] = max(
                    best[sellers[product]],
                    index.overlaps[demand * 3 + digits / 2 - 1]
                )
            }
            if !links.isEmpty {
                for link in links[demand] {
                    best[sellers[link.product]] = max(best[sellers[link.product]], link.value)
                }
            }
            for seller in best.indices where best[seller] > 0 {
                goods[seller] = 1 - (1 - goods[seller]) * (1 - best[seller])
                places[seller] = max(places[seller], index.place(of: seller, demand: demand))
            }
        }
    }
}
