/// An expo laid out in flat arrays for matching: enterprises in order of their identifiers, declined ones left out.
struct MatchIndex {
    private(set) var enterprises: [Enterprise]
    /// Sorted by enterprise, then identifier.
    private(set) var products: [Product]
    private(set) var demands: [Demand]
    /// `products[productStarts[e]..<productStarts[e + 1]]` are those of enterprise `e`; the same for demands.
    private(set) var productStarts: [Int]
    private(set) var demandStarts: [Int]
    private(set) var productCodes: [PackedCode]
    private(set) var demandCodes: [PackedCode]
    /// The buyer of each demand.
    private(set) var buyers: [Int32]
    /// The demands of each chapter (0 … 99), ascending.
    private(set) var demandsByChapter: [[Int32]]
    /// What 2, 4 and 6 common digits count: `overlaps[demand * 3 + digits / 2 - 1]`.
    private(set) var overlaps: [Double]
    let rarity: GoodsRarity
    /// Semantic links of each product as (demand, value), when there are any.
    private(set) var links: [[(demand: Int32, value: Double)]]
    private(set) var targets: TargetPlaces
    /// Bit `i` for `Sector.all[i]`: the enterprise's own sectors and those of its products and demands.
    private(set) var sectorMasks: [UInt32]
    private(set) var pairs: PairTables

    /// - Parameter rarity: That of an earlier state of the expo; nil to count anew.
    init(_ data: ExpoData, affinity: SemanticAffinity?, rarity: GoodsRarity? = nil) {
        let enterprises = data.enterprises.filter { $0.status != .declined }.sorted { $0.id < $1.id }
        let numbers = Dictionary(enterprises.indices.map { (enterprises[$0].id, $0) }, uniquingKeysWith: min)
        let products = data.products.filter { $0.hsCode != nil && numbers[$0.enterprise] != nil }
            .sorted { ($0.enterprise, $0.id) < ($1.enterprise, $1.id) }
        let demands = data.demands.filter { $0.hsPrefix != nil && numbers[$0.enterprise] != nil }
            .sorted { ($0.enterprise, $0.id) < ($1.enterprise, $1.id) }
        let sellers = products.map { numbers[$0.enterprise] ?? 0 }
        let buyers = demands.map { numbers[$0.enterprise] ?? 0 }
        self.enterprises = enterprises
        self.products = products
        self.demands = demands
        productStarts = Self.starts(of: sellers, count: enterprises.count)
        demandStarts = Self.starts(of: buyers, count: enterprises.count)
        productCodes = products.compactMap { $0.hsCode.map { PackedCode($0) } }
        demandCodes = demands.compactMap { $0.hsPrefix.map { PackedCode($0) } }
        self.buyers = buyers.map { Int32(truncatingIfNeeded: $0) }
        demandsByChapter = Self.byChapter(demandCodes)
        let rarity = rarity ?? GoodsRarity(offered: productCodes, sellers: sellers)
        self.rarity = rarity
        overlaps = demandCodes.flatMap { rarity.overlaps(of: $0) }
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
        var masks = enterprises.map(ownMask)
        for product in products { masks[numbers[product.enterprise] ?? 0] |= mask(of: product.hsCode) }
        for demand in demands { masks[numbers[demand.enterprise] ?? 0] |= mask(of: demand.hsPrefix) }
        return masks
    }

    private static let bits = Dictionary(
        uniqueKeysWithValues: Sector.all.indices.map { (Sector.all[$0].id, UInt32(1) << $0) }
    )

    private static let chapterBits: [UInt32] = {
        var bits = Array(repeating: UInt32(0), count: 100)
        for (index, sector) in Sector.all.enumerated() {
            guard let chapters = sector.chapters else { continue }
            for chapter in chapters { bits[chapter] = UInt32(1) << index }
        }
        return bits
    }()

    private static func ownMask(_ enterprise: Enterprise) -> UInt32 {
        enterprise.sectors.reduce(0) { $0 | (bits[$1] ?? 0) }
    }

    private static func mask(of code: HSCode?) -> UInt32 {
        code.map { chapterBits[Int(PackedCode($0).chapter)] } ?? 0
    }
}

/// One enterprise changes, all others stay.
extension MatchIndex {
    /// - Parameters:
    ///   - enterprise: In place of the one with this number, which has the same identifier.
    ///   - links: By meaning, from or to the goods of the enterprise.
    /// - Complexity: O(products + demands + links), a few milliseconds at 4,000 enterprises.
    mutating func replace(
        _ number: Int,
        with enterprise: Enterprise,
        products own: [Product],
        demands wishes: [Demand],
        links added: [SemanticAffinity.Link]
    ) {
        let own = own.filter { $0.hsCode != nil }.sorted { $0.id < $1.id }
        let wishes = wishes.filter { $0.hsPrefix != nil }.sorted { $0.id < $1.id }
        let (offers, sought) = (products(of: number), demands(of: number))
        dropLinks(products: offers, by: own.count, demands: sought, by: wishes.count)
        enterprises[number] = enterprise
        products.replaceSubrange(offers, with: own)
        productCodes.replaceSubrange(offers, with: own.compactMap { $0.hsCode.map { PackedCode($0) } })
        demands.replaceSubrange(sought, with: wishes)
        let codes = wishes.compactMap { $0.hsPrefix.map { PackedCode($0) } }
        demandCodes.replaceSubrange(sought, with: codes)
        overlaps.replaceSubrange(
            sought.lowerBound * 3..<sought.upperBound * 3,
            with: codes.flatMap { rarity.overlaps(of: $0) }
        )
        buyers.replaceSubrange(
            sought,
            with: repeatElement(Int32(truncatingIfNeeded: number), count: wishes.count)
        )
        for later in number + 1..<productStarts.count {
            productStarts[later] += own.count - offers.count
            demandStarts[later] += wishes.count - sought.count
        }
        demandsByChapter = Self.byChapter(demandCodes)
        targets.replace(sought, with: wishes)
        sectorMasks[number] =
            own.reduce(0) { $0 | Self.mask(of: $1.hsCode) }
            | wishes.reduce(0) { $0 | Self.mask(of: $1.hsPrefix) }
            | Self.ownMask(enterprise)
        pairs.replace(number, with: enterprise)
        add(added)
    }

    /// Takes out the links of what is replaced, and moves those of what comes after.
    private mutating func dropLinks(
        products offers: Range<Int>,
        by productCount: Int,
        demands sought: Range<Int>,
        by demandCount: Int
    ) {
        guard !links.isEmpty else { return }
        links.replaceSubrange(offers, with: repeatElement([], count: productCount))
        let shift = Int32(truncatingIfNeeded: demandCount - sought.count)
        for product in links.indices
        where links[product].contains(where: { Int($0.demand) >= sought.lowerBound }) {
            links[product] = links[product].compactMap { link in
                if sought.contains(Int(link.demand)) { return nil }
                let isLater = Int(link.demand) >= sought.upperBound
                return (isLater ? link.demand + shift : link.demand, link.value)
            }
        }
    }

    private mutating func add(_ added: [SemanticAffinity.Link]) {
        guard !added.isEmpty else { return }
        if links.isEmpty { links = Array(repeating: [], count: products.count) }
        let (offers, wishes) = (Set(added.map(\.product)), Set(added.map(\.demand)))
        let productNumbers = Dictionary(
            products.indices.filter { offers.contains(products[$0].id) }.map { (products[$0].id, $0) },
            uniquingKeysWith: min
        )
        let demandNumbers = Dictionary(
            demands.indices.filter { wishes.contains(demands[$0].id) }.map { (demands[$0].id, $0) },
            uniquingKeysWith: min
        )
        for link in added where link.strength > 0 {
            guard let product = productNumbers[link.product], let demand = demandNumbers[link.demand] else {
                continue
            }
            links[product].append(
                (Int32(truncatingIfNeeded: demand), MatchWeights.meaning * min(link.strength, 1))
            )
        }
    }
}
