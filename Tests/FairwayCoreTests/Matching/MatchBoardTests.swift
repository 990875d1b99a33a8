import PropertyRuns
import Testing

@testable import FairwayCore

/// A changed profile weighed anew gives what a whole run with the same rarity gives.
struct MatchBoardTests {
    @Test(arguments: PropertyRuns.seeds(1...60 as ClosedRange<UInt64>, short: 15), [1, 3, 40])
    func aChangeGivesWhatAWholeRunGives(seed: UInt64, perEnterprise: Int) throws {
        var rng = TestRandom(seed: seed)
        var data = MatchFixture.random(enterprises: 30, using: &rng).data
        let affinity = Self.affinity(of: data, using: &rng)
        var board = MatchBoard(data, perEnterprise: perEnterprise, affinity: affinity)
        let rarity = board.index.rarity
        var proposals = Self.byPair(board.matches)
        var links = affinity.links
        for _ in 0..<4 {
            let enterprise = Self.changed(&data, &links, using: &rng)
            let own = Set(data.products.filter { $0.enterprise == enterprise.id }.map(\.id))
            let wishes = Set(data.demands.filter { $0.enterprise == enterprise.id }.map(\.id))
            let change = board.replace(
                enterprise,
                products: data.products.filter { own.contains($0.id) },
                demands: data.demands.filter { wishes.contains($0.id) },
                links: links.filter { own.contains($0.product) || wishes.contains($0.demand) }
            )
            let found = try #require(change)
            for pair in found.removed { #expect(proposals.removeValue(forKey: pair) != nil) }
            proposals.merge(Self.byPair(found.matches)) { $1 }
            let whole = MatchBoard(
                MatchIndex(data, affinity: SemanticAffinity(links: links), rarity: rarity),
                interpreters: data.interpreters,
                perEnterprise: perEnterprise
            )
            #expect(board.matches == whole.matches)
            #expect(proposals == Self.byPair(whole.matches))
        }
    }

    @Test func aNewOrDeclinedEnterpriseNeedsAWholeRun() throws {
        var rng = TestRandom(seed: 1)
        let data = MatchFixture.random(enterprises: 10, using: &rng).data
        var board = MatchBoard(data, perEnterprise: 3)
        var enterprise = try #require(data.enterprises.first { $0.status != .declined })
        enterprise.status = .declined
        #expect(board.replace(enterprise, products: [], demands: []) == nil)
        let stranger = Enterprise(
            id: "E999",
            name: LocalizedText(en: "New"),
            economy: "CN",
            roles: [],
            sectors: [],
            languages: [],
            status: .approved,
            registeredOn: enterprise.registeredOn
        )
        #expect(board.replace(stranger, products: [], demands: []) == nil)
    }

    /// A good of which nobody said what it is counts for nothing: not by its words, and not for how rare others are.
    @Test(arguments: 1...5 as ClosedRange<UInt64>) func goodsWithoutAnHSCodeChangeNothing(seed: UInt64) {
        var rng = TestRandom(seed: seed)
        var data = MatchFixture.random(enterprises: 20, using: &rng).data
        var affinity = Self.affinity(of: data, using: &rng)
        let before = MatchEngine.matches(of: data, perEnterprise: 10, affinity: affinity)
        for (number, enterprise) in data.enterprises.enumerated() {
            let (product, demand) = (Product.ID("U\(number)"), Demand.ID("V\(number)"))
            data.products.append(
                Product(id: product, enterprise: enterprise.id, hsCode: nil, name: LocalizedText(en: "Ice"))
            )
            data.demands.append(Demand(id: demand, enterprise: enterprise.id, hsPrefix: nil))
            for other in data.demands.prefix(5) {
                affinity.links.append(.init(product: product, demand: other.id, strength: 0.9))
            }
            for other in data.products.prefix(5) {
                affinity.links.append(.init(product: other.id, demand: demand, strength: 0.9))
            }
        }
        #expect(!before.isEmpty)
        #expect(MatchEngine.matches(of: data, perEnterprise: 10, affinity: affinity) == before)
    }

    private static func byPair(_ matches: [Match]) -> [ProposedPair: Match] {
        Dictionary(
            uniqueKeysWithValues: matches.map { (ProposedPair(seller: $0.seller, buyer: $0.buyer), $0) }
        )
    }

    private static func affinity(of data: ExpoData, using rng: inout TestRandom) -> SemanticAffinity {
        var links: [SemanticAffinity.Link] = []
        for product in data.products {
            for demand in data.demands where Int.random(in: 0..<20, using: &rng) == 0 {
                let strength = Double.random(in: 0.5...1, using: &rng)
                links.append(.init(product: product.id, demand: demand.id, strength: strength))
            }
        }
        return SemanticAffinity(links: links)
    }

    /// Gives one enterprise the goods, roles, languages and sectors of a fresh random one.
    private static func changed(
        _ data: inout ExpoData,
        _ links: inout [SemanticAffinity.Link],
        using rng: inout TestRandom
    ) -> Enterprise {
        let here = data.enterprises.indices.filter { data.enterprises[$0].status != .declined }
        let number = here[Int.random(in: 0..<here.count, using: &rng)]
        let id = data.enterprises[number].id
        let other = MatchFixture.random(enterprises: 8, using: &rng).data
        let model = other.enterprises[Int.random(in: 0..<other.enterprises.count, using: &rng)]
        data.enterprises[number].roles = model.roles
        data.enterprises[number].sectors = model.sectors
        data.enterprises[number].languages = model.languages
        data.enterprises[number].region = model.region
        let gone = Set(data.products.filter { $0.enterprise == id }.map(\.id))
        let unwanted = Set(data.demands.filter { $0.enterprise == id }.map(\.id))
        links.removeAll { gone.contains($0.product) || unwanted.contains($0.demand) }
        data.products.removeAll { gone.contains($0.id) }
        data.demands.removeAll { unwanted.contains($0.id) }
        for (place, product) in other.products.filter({ $0.enterprise == model.id }).enumerated() {
            data.products.append(
                Product(
                    id: Product.ID("\(id)-N\(place)"),
                    enterprise: id,
                    hsCode: product.hsCode,
                    name: product.name
                )
            )
        }
        for (place, demand) in other.demands.filter({ $0.enterprise == model.id }).enumerated() {
            data.demands.append(
                Demand(
                    id: Demand.ID("\(id)-W\(place)"),
                    enterprise: id,
                    hsPrefix: demand.hsPrefix,
                    targetRegions: demand.targetRegions
                )
            )
        }
        for product in data.products where product.enterprise == id {
            if let demand = data.demands.randomElement(using: &rng) {
                links.append(.init(product: product.id, demand: demand.id, strength: 0.9))
            }
        }
        return data.enterprises[number]
    }
}
