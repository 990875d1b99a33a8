/// How well a seller's role goes with a buyer's, from the trade's usual chains of supply.
package enum RoleFit {
    /// From this fit on, roles alone can make a partner plausible, and are given as a reason.
    package static let plausible = 0.5

    /// 0 … 1 for one role of each side.
    package static func value(seller: Enterprise.Role, buyer: Enterprise.Role) -> Double {
        row(of: seller)[column(of: buyer)]
    }

    /// The best pair of roles of two enterprises, of equal ones the pair declared first; nil when a side has none.
    package static func best(
        sellers: [Enterprise.Role],
        buyers: [Enterprise.Role]
    ) -> (seller: Enterprise.Role, buyer: Enterprise.Role, value: Double)? {
        var best: (seller: Enterprise.Role, buyer: Enterprise.Role, value: Double)?
        for seller in Enterprise.Role.allCases where sellers.contains(seller) {
            for buyer in Enterprise.Role.allCases where buyers.contains(buyer) {
                let value = value(seller: seller, buyer: buyer)
                if value > best?.value ?? -1 { best = (seller, buyer, value) }
            }
        }
        return best
    }

    /// True for partners of any line of business: carriers, investors, agencies and services serve all sectors.
    package static func isAcrossSectors(seller: Enterprise.Role, buyer: Enterprise.Role) -> Bool {
        switch (seller, buyer) {
        case (.logistics, _), (.investor, _), (.agency, _), (.service, _), (_, .investor), (_, .agency): true
        default: false
        }
    }

    /// Columns: manufacturer, brand, distributor, retail chain, logistics, investor, agency, service.
    private static func row(of seller: Enterprise.Role) -> [Double] {
        switch seller {
        case .manufacturer: [0.6, 0.7, 1.0, 0.9, 0.2, 0.6, 0.5, 0.3]
        case .brand: [0.2, 0.3, 1.0, 1.0, 0.2, 0.6, 0.5, 0.2]
        case .distributor: [0.5, 0.4, 0.5, 0.9, 0.2, 0.3, 0.3, 0.3]
        case .retailChain: [0.1, 0.1, 0.3, 0.3, 0.1, 0.5, 0.2, 0.2]
        case .logistics: [0.8, 0.7, 0.8, 0.8, 0.4, 0.2, 0.3, 0.2]
        case .investor: [0.6, 0.6, 0.5, 0.5, 0.5, 0.3, 0.4, 0.4]
        case .agency: [0.5, 0.5, 0.5, 0.5, 0.4, 0.5, 0.3, 0.3]
        case .service: [0.6, 0.6, 0.5, 0.6, 0.5, 0.5, 0.4, 0.3]
        }
    }

    private static func column(of buyer: Enterprise.Role) -> Int {
        switch buyer {
        case .manufacturer: 0
        case .brand: 1
        case .distributor: 2
        case .retailChain: 3
        case .logistics: 4
        case .investor: 5
        case .agency: 6
        case .service: 7
        }
    }
}
