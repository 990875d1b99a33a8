/// How many of everything a sample has.
struct SampleSizes {
    let exhibitors: Int
    let buyers: Int
    let delegations: Int
    let interpreters: Int
    let tables: Int
    let products: Int
    let demands: Int
    let acceptedRequests: Int
    let otherRequests: Int

    /// - Parameter scale: 1 is a whole expo; kept within 0.002 … 20.
    init(scale: Double) {
        let factor = min(max(scale, 0.002), 20)
        func scaled(_ count: Int, atLeast least: Int) -> Int {
            max(least, Int(Double(count) * factor + 0.5))
        }
        exhibitors = scaled(1400, atLeast: 6)
        buyers = scaled(2500, atLeast: 6)
        delegations = scaled(60, atLeast: 2)
        interpreters = scaled(300, atLeast: 3)
        tables = scaled(400, atLeast: SampleVenue.halls.count)
        products = scaled(12_000, atLeast: 12)
        demands = scaled(6000, atLeast: 12)
        acceptedRequests = scaled(25_000, atLeast: 10)
        otherRequests = scaled(2500, atLeast: 3)
    }
}

/// Shares out `total` in proportion to `weights` (largest remainder); each gets at least one while there is enough.
func apportioned(_ total: Int, weights: [Double]) -> [Int] {
    guard total >= weights.count else {
        return weights.indices.map { $0 < total ? 1 : 0 }
    }
    let sum = weights.reduce(0, +)
    let spare = Double(total - weights.count)
    let exact = weights.map { spare * $0 / sum }
    var shares = exact.map { 1 + Int($0) }
    let byRemainder = weights.indices.sorted { left, right in
        let (one, other) = (exact[left] - Double(Int(exact[left])), exact[right] - Double(Int(exact[right])))
        return one == other ? left < right : one > other
    }
    for index in byRemainder.prefix(total - shares.reduce(0, +)) {
        shares[index] += 1
    }
    return shares
}
