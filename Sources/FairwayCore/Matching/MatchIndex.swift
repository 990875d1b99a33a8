/// An expo laid out in flat arrays for matching: enterprises in order of their identifiers, declined ones left out.
struct MatchIndex {
    let enterprises: [Enterprise]
    /// Sorted by enterprise, then identifier.
    let products: [Product]
    let demands: [Demand]
    /// `products[productStarts[e]..<productStarts[e + 1]]` are those of enterprise `e`; the same for demands.
    let productStarts: [Int]
    let demandStarts: [Int]
    let productCodes: [PackedCode]
    let demandCodes: [PackedCode]
    /// The buyer of each demand.
    let buyers: [Int32]
    /// The demands of each chapter (0 … 99), ascending.
    let demandsByChapter: [[Int32]]
    /// What 2, 4 and 6 common digits count: `overlaps[demand * 3 + digits / 2 - 1]`.
    let overlaps: [Double]
    /// Semantic links of each product as (demand, value), when there are any.
    let links: [[(demand: Int32, value: Double)]]
    let targets: TargetPlaces
    /// Bit `i` for `Sector.all[i]`: the enterprise's own sectors and those of its products and demands.
    let sectorMasks: [UInt32]
    let pairs: PairTables

    init(_ data: ExpoData, affinity: SemanticAffinity?) {
        let enterprises = data.enterprises.filter { $0.status != .declined }.sorted { $0.id < $1.id }
        let numbers = Dictionary(enterprises.indices.map { (enterprises[$0].id, $0) }, uniquingKeysWith: min)
        let products = data.products.filter { numbers[$0.enterprise] != nil }
            .sorted { ($0.enterprise, $0.id) < ($1.enterprise, $1.id) }
        let demands = data.demands.filter { numbers[$0.enterprise] != nil }
            .sorted { ($0.enterprise, $0.id) < ($1.enterprise, $1.id) }
        let sellers = products.map { numbers[$0.enterprise] ?? 0 }
        let buyers = demands.map { numbers[$0.enterprise] ?? 0 }
        self.enterprises = enterprises
        self.products = products
        self.demands = demands
        productStarts = Self.starts(of: sellers, count: enterprises.count)
        demandStarts = Self.starts(of: buyers, count: enterprises.count)
        productCodes = products.map { PackedCode($0.hsCode) }
        demandCodes = demands.map { PackedCode($0.hsPrefix) }
        self.buyers = buyers.map { Int32(truncatingIfNeeded: $0) }
        demandsByChapter = Self.byChapter(demandCodes)
        overlaps = Self.overlaps(of: demandCodes, offered: productCodes, sellers: sellers)
        links = Self.links(affinity, products: products, demands: demands)
        targets = TargetPlaces(demands: demands)
        sectorMasks = Self.sectorMasks(enterprises, products: products, demands: demands, numbers: numbers)
        pairs = PairTables(enterprises, served: Set(data.interpreters.flatMap(\.pairs)))
    }

    func products(of enterprise: Int) -> Range<Int> {
        productStarts[enterprise]..<productStarts[enterprise + 1]
    }

    func demands(of enterprise: Int) -> Range<Int> { demandStarts[enterprise]..<demandStarts[enterprise + 1] }

    /// What a product counts for a demand by HS code; 0 without a common chapter.
    func overlap(product: Int, demand: Int) -> (sharedDigits: Int, value: Double) {
        let digits = productCodes[product].sharedDigits(with: demandCodes[demand])
        return (digits, digits == 0 ? 0 : overlaps[demand * 3 + digits / 2 - 1])
    }

    func place(of seller: Int, demand: Int) -> Double {
        targets.value(of: enterprises[seller], demand: demand)
    }
}

extension MatchIndex {
    private static func starts(of owners: [Int], count: Int) -> [Int] {
        var starts = Array(repeating: 0, count: count + 1)
        for owner in owners { starts[owner + 1] += 1 }
        for owner in 0..<count { starts[owner + 1] += starts[owner] }
        return starts
    }

    private static func byChapter(_ codes: [PackedCode]) -> [[Int32]] {
        var chapters: [[Int32]] = Array(repeating: [], count: 100)
        for (number, code) in codes.enumerated() {
            chapters[Int(code.chapter)].append(Int32(truncatingIfNeeded: number))
        }
        return chapters
    }

    private static func overlaps(of demands: [PackedCode], offered: [PackedCode], sellers: [Int]) -> [Double]
    {
        var sharing: [PackedCode: Int] = [:]
        var seen: [PackedCode: Int] = [:]
        for (code, seller) in zip(offered, sellers) {
            for prefix in code.prefixes where seen.updateValue(seller, forKey: prefix) != seller {
                sharing[prefix, default: 0] += 1
            }
        }
        let all = Set(sellers).count
        return demands.flatMap { code in
            [2, 4, 6].map { digits in
                let count = code.prefix(digits).flatMap { sharing[$0] } ?? 0
                return MatchWeights.overlap(sharedDigits: digits, sharing: count, all: all)
            }
        }
    }

    private static func links(
        _ affinity: SemanticAffinity?,
        products: [Product],
        demands: [Demand]
    ) -> [[(demand: Int32, value: Double)]] {
        guard let affinity else { return [] }
        let productNumbers = Dictionary(products.indices.map { (products[$0].id, $0) }, uniquingKeysWith: min)
        let demandNumbers = Dictionary(demands.indices.map { (demands[$0].id, $0) }, uniquingKeysWith: min)
        var links: [[(demand: Int32, value: Double)]] = Array(repeating: [], count: products.count)
        for link in affinity.links {
            guard let product = productNumbers[link.product], let demand = demandNumbers[link.demand],
                link.strength > 0
            else { continue }
            let value = MatchWeights.meaning * min(link.strength, 1)
            links[product].append((Int32(truncatingIfNeeded: demand), value))
        }
        return links
    }

    private static func sectorMasks(
        _ enterprises: [Enterprise],
        products: [Product],
        demands: [Demand],
        numbers: [Enterprise.ID: Int]
    ) -> [UInt32] {
        let bits = Dictionary(
            uniqueKeysWithValues: Sector.all.indices.map { (Sector.all[$0].id, UInt32(1) << $0) }
        )
        var byChapter = Array(repeating: UInt32(0), count: 100)
        for (index, sector) in Sector.all.enumerated() {
            guard let chapters = sector.chapters else { continue }
            for chapter in chapters { byChapter[chapter] = UInt32(1) << index }
        }
        var masks = enterprises.map { $0.sectors.reduce(0) { $0 | (bits[$1] ?? 0) } }
        for product in products {
            masks[numbers[product.enterprise] ?? 0] |= byChapter[Int(PackedCode(product.hsCode).chapter)]
        }
        for demand in demands {
            masks[numbers[demand.enterprise] ?? 0] |= byChapter[Int(PackedCode(demand.hsPrefix).chapter)]
        }
        return masks
    }
}
