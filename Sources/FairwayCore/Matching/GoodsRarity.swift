/// How many enterprises offer something under each prefix of an HS code.
///
/// One changed profile hardly moves these numbers, so proposals that are brought up to date one by one keep those of the last
/// whole run.
struct GoodsRarity {
    private let sharing: [PackedCode: Int]
    /// Enterprises that offer anything.
    private let all: Int

    /// - Parameters:
    ///   - offered: The code of each product, those of one seller together.
    ///   - sellers: The seller of each product.
    init(offered: [PackedCode], sellers: [Int]) {
        var sharing: [PackedCode: Int] = [:]
        var seen: [PackedCode: Int] = [:]
        for (code, seller) in zip(offered, sellers) {
            for prefix in code.prefixes where seen.updateValue(seller, forKey: prefix) != seller {
                sharing[prefix, default: 0] += 1
            }
        }
        self.sharing = sharing
        all = Set(sellers).count
    }

    /// What 2, 4 and 6 digits in common with a demand's code count.
    func overlaps(of demand: PackedCode) -> [Double] {
        [2, 4, 6].map { digits in
            let count = demand.prefix(digits).flatMap { sharing[$0] } ?? 0
            return MatchWeights.overlap(sharedDigits: digits, sharing: count, all: all)
        }
    }
}
