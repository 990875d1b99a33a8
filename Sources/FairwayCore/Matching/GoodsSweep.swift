/// How well one seller at a time meets the demands of every buyer.
struct GoodsSweep {
    private let index: MatchIndex
    /// Value of the seller's best product per demand; 0 for those it does not touch.
    private var best: [Double]
    private var touched: [Int32] = []
    /// 1 − Π(1 − value) over the met demands, per buyer.
    private var goods: [Double]
    private var places: [Double]
    private var reached: [Int] = []

    init(_ index: MatchIndex) {
        self.index = index
        best = Array(repeating: 0, count: index.demands.count)
        goods = Array(repeating: 0, count: index.enterprises.count)
        places = Array(repeating: 0, count: index.enterprises.count)
    }

    func value(_ buyer: Int) -> Double { goods[buyer] }

    func place(_ buyer: Int) -> Double { places[buyer] }

    /// Turns to the next seller.
    mutating func sweep(_ seller: Int) {
        clear()
        for product in index.products(of: seller) {
            touchByCode(product)
            if !index.links.isEmpty { touchByMeaning(product) }
        }
        // In order of demands, so that sums do not depend on the order of products.
        touched.sort()
        for demand in touched.lazy.map({ Int($0) }) {
            let buyer = Int(index.buyers[demand])
            if goods[buyer] == 0 { reached.append(buyer) }
            goods[buyer] = 1 - (1 - goods[buyer]) * (1 - best[demand])
            places[buyer] = max(places[buyer], index.place(of: seller, demand: demand))
        }
    }

    private mutating func clear() {
        for demand in touched { best[Int(demand)] = 0 }
        for buyer in reached {
            goods[buyer] = 0
            places[buyer] = 0
        }
        touched.removeAll(keepingCapacity: true)
        reached.removeAll(keepingCapacity: true)
    }

    private mutating func touchByCode(_ product: Int) {
        let code = index.productCodes[product]
        for demand in index.demandsByChapter[Int(code.chapter)] {
            let digits = code.sharedDigits(with: index.demandCodes[Int(demand)])
            touch(demand, value: index.overlaps[Int(demand) * 3 + digits / 2 - 1])
        }
    }

    private mutating func touchByMeaning(_ product: Int) {
        for link in index.links[product] {
            touch(link.demand, value: link.value)
        }
    }

    @inline(__always)
    private mutating func touch(_ demand: Int32, value: Double) {
        let before = best[Int(demand)]
        if before == 0 { touched.append(demand) }
        if value > before { best[Int(demand)] = value }
    }
}
