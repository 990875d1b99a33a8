/// The proposals of a whole expo, kept in memory so that a changed profile is weighed anew without weighing all others.
package struct MatchBoard: Sendable {
    /// What a changed profile does to the proposals.
    package struct Change: Equatable, Sendable, Codable {
        /// No longer proposed.
        package var removed: [ProposedPair] = []
        /// New, or with another score or other reasons.
        package var matches: [Match] = []
    }

    private(set) var index: MatchIndex
    private let interpreters: [Interpreter]
    /// Buyers for each seller, and sellers for each buyer.
    private var bySeller: TopMatches
    private var byBuyer: TopMatches

    /// - Parameters: As for `MatchEngine.matches`.
    package init(_ data: ExpoData, perEnterprise: Int, affinity: SemanticAffinity? = nil) {
        self.init(
            MatchIndex(data, affinity: affinity),
            interpreters: data.interpreters,
            perEnterprise: perEnterprise
        )
    }

    init(_ index: MatchIndex, interpreters: [Interpreter], perEnterprise: Int) {
        self.index = index
        self.interpreters = interpreters
        let ties = TieOrder(index.enterprises)
        bySeller = TopMatches(ties: ties, capacity: max(0, perEnterprise))
        byBuyer = TopMatches(ties: ties, capacity: max(0, perEnterprise))
        var goods = GoodsSweep(index)
        for seller in index.enterprises.indices {
            goods.sweep(seller)
            for buyer in index.enterprises.indices where buyer != seller {
                guard let score = score(seller, buyer, goods.value(buyer), goods.place(buyer)) else {
                    continue
                }
                bySeller.offer(buyer, score: score, to: seller)
                byBuyer.offer(seller, score: score, to: buyer)
            }
        }
    }

    /// The best score first, then by seller and buyer; each ordered pair at most once.
    package var matches: [Match] {
        var scores: [Pair: Double] = [:]
        for enterprise in index.enterprises.indices {
            for (buyer, score) in bySeller.best(of: enterprise) {
                scores[Pair(seller: enterprise, buyer: buyer)] = score
            }
            for (seller, score) in byBuyer.best(of: enterprise) {
                scores[Pair(seller: seller, buyer: enterprise)] = score
            }
        }
        let evidence = MatchEvidence(index: index, interpreters: interpreters)
        return scores.sorted {
            ($1.value, $0.key.seller, $0.key.buyer) < ($0.value, $1.key.seller, $1.key.buyer)
        }
        .map { match($0.key, $0.value, evidence) }
    }

    struct Pair: Hashable {
        var seller: Int
        var buyer: Int
    }

    private func match(_ pair: Pair, _ score: Double, _ evidence: MatchEvidence) -> Match {
        Match(
            seller: index.enterprises[pair.seller].id,
            buyer: index.enterprises[pair.buyer].id,
            score: score,
            reasons: evidence.reasons(seller: pair.seller, buyer: pair.buyer)
        )
    }

    /// - Returns: nil when the two are no plausible partners.
    @inline(__always)
    private func score(_ seller: Int, _ buyer: Int, _ goods: Double, _ place: Double) -> Double? {
        let roles = index.pairs.roleFit(seller: seller, buyer: buyer)
        var met = goods
        if met == 0 {
            let hasCommonSector = index.sectorMasks[seller] & index.sectorMasks[buyer] != 0
            let isPlausible =
                hasCommonSector
                ? roles >= RoleFit.plausible : index.pairs.isAcrossSectors(seller: seller, buyer: buyer)
            guard isPlausible else { return nil }
            met = hasCommonSector ? MatchWeights.commonSector : 0
        }
        return MatchWeights.score(
            goods: met,
            roles: roles,
            place: place,
            language: index.pairs.languageFit(seller, buyer)
        )
    }
}

/// Two enterprises between which goods would flow.
package struct ProposedPair: Hashable, Sendable, Codable {
    package var seller: Enterprise.ID
    package var buyer: Enterprise.ID

    package init(seller: Enterprise.ID, buyer: Enterprise.ID) {
        self.seller = seller
        self.buyer = buyer
    }
}

extension MatchBoard {
    /// Weighs one enterprise anew after its profile has changed; how rare goods are stays as in the last whole run.
    ///
    /// An enterprise that had it among its best and would now rather have another is weighed against all, too: so the answer
    /// is that of a whole run with the same rarity.
    ///
    /// - Parameters:
    ///   - products: All that it offers now.
    ///   - demands: All that it seeks now.
    ///   - links: By meaning, from its products or to its demands.
    /// - Returns: nil when the enterprise is not on the board: one that is new, or declined, needs a whole run.
    /// - Complexity: O(enterprises + products + demands + links) for the enterprise and for each that has to choose anew.
    package mutating func replace(
        _ enterprise: Enterprise,
        products: [Product],
        demands: [Demand],
        links: [SemanticAffinity.Link] = []
    ) -> Change? {
        guard enterprise.status != .declined, let number = number(of: enterprise.id) else { return nil }
        index.replace(number, with: enterprise, products: products, demands: demands, links: links)
        var course = Course(number: number, goods: GoodsSweep(index), wishes: DemandSweep(index))
        refill(&course, seller: number)
        refill(&course, buyer: number)
        course.goods.sweep(number)
        course.wishes.sweep(number)
        for other in index.enterprises.indices where other != number {
            let sells = score(number, other, course.goods.value(other), course.goods.place(other))
            if !place(number, sells, in: &byBuyer, of: other, &course.buyers) {
                course.staleBuyers.append(other)
            }
            let buys = score(other, number, course.wishes.value(other), course.wishes.place(other))
            if !place(number, buys, in: &bySeller, of: other, &course.sellers) {
                course.staleSellers.append(other)
            }
        }
        for buyer in course.staleBuyers { refill(&course, buyer: buyer) }
        for seller in course.staleSellers { refill(&course, seller: seller) }
        return change(course)
    }

    /// What an update has looked at so far.
    private struct Course {
        let number: Int
        var goods: GoodsSweep
        var wishes: DemandSweep
        /// Enterprises whose lists changed, with what stood there before.
        var sellers: [Int: [Int]] = [:]
        var buyers: [Int: [Int]] = [:]
        var staleSellers: [Int] = []
        var staleBuyers: [Int] = []
    }

    /// By halves: enterprises are in order of their identifiers.
    private func number(of id: Enterprise.ID) -> Int? {
        var (low, high) = (0, index.enterprises.count)
        while low < high {
            let middle = (low + high) / 2
            if index.enterprises[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < index.enterprises.count && index.enterprises[low].id == id ? low : nil
    }

    /// Puts the changed enterprise where it now belongs among the best of another.
    /// - Returns: false when one that is not on the list may be better than it.
    private func place(
        _ number: Int,
        _ score: Double?,
        in lists: inout TopMatches,
        of other: Int,
        _ changed: inout [Int: [Int]]
    ) -> Bool {
        let before = lists.best(of: other).map(\.partner)
        let wasFull = before.count == lists.capacity
        let wasThere = lists.remove(number, from: other)
        if let score { lists.offer(number, score: score, to: other) }
        let after = lists.best(of: other).map(\.partner)
        if wasThere || after != before { changed[other] = changed[other] ?? before }
        // The last of a list that was full may be worse than someone who is not on it.
        return !(wasThere && wasFull && (after.count < before.count || after.last == number))
    }

    private mutating func refill(_ course: inout Course, seller: Int) {
        course.sellers[seller] = course.sellers[seller] ?? bySeller.best(of: seller).map(\.partner)
        bySeller.clear(seller)
        course.goods.sweep(seller)
        for buyer in index.enterprises.indices where buyer != seller {
            guard let score = score(seller, buyer, course.goods.value(buyer), course.goods.place(buyer))
            else { continue }
            bySeller.offer(buyer, score: score, to: seller)
        }
    }

    private mutating func refill(_ course: inout Course, buyer: Int) {
        course.buyers[buyer] = course.buyers[buyer] ?? byBuyer.best(of: buyer).map(\.partner)
        byBuyer.clear(buyer)
        course.wishes.sweep(buyer)
        for seller in index.enterprises.indices where seller != buyer {
            guard let score = score(seller, buyer, course.wishes.value(seller), course.wishes.place(seller))
            else { continue }
            byBuyer.offer(seller, score: score, to: buyer)
        }
    }

    private func change(_ course: Course) -> Change {
        var before: Set<Pair> = []
        var scores: [Pair: Double] = [:]
        for (seller, old) in course.sellers {
            for buyer in old { before.insert(Pair(seller: seller, buyer: buyer)) }
            for (buyer, score) in bySeller.best(of: seller) {
                scores[Pair(seller: seller, buyer: buyer)] = score
            }
        }
        for (buyer, old) in course.buyers {
            for seller in old { before.insert(Pair(seller: seller, buyer: buyer)) }
            for (seller, score) in byBuyer.best(of: buyer) {
                scores[Pair(seller: seller, buyer: buyer)] = score
            }
        }
        let evidence = MatchEvidence(index: index, interpreters: interpreters)
        var change = Change()
        for pair in before where scores[pair] == nil && !isProposed(pair) {
            change.removed.append(
                .init(seller: index.enterprises[pair.seller].id, buyer: index.enterprises[pair.buyer].id)
            )
        }
        for (pair, score) in scores {
            // Between two others nothing has changed but that they may now be proposed to each other.
            let isOwn = pair.seller == course.number || pair.buyer == course.number
            if isOwn || !before.contains(pair) { change.matches.append(match(pair, score, evidence)) }
        }
        change.removed.sort { ($0.seller, $0.buyer) < ($1.seller, $1.buyer) }
        change.matches.sort { ($1.score, $0.seller, $0.buyer) < ($0.score, $1.seller, $1.buyer) }
        return change
    }

    private func isProposed(_ pair: Pair) -> Bool {
        bySeller.contains(pair.buyer, for: pair.seller) || byBuyer.contains(pair.seller, for: pair.buyer)
    }
}
