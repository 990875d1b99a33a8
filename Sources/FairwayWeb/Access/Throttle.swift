/// Counts attempts by what they are aimed at or where they come from, so that guessing takes too long.
///
/// A token bucket for each key: `burst` attempts at once, then one each `refill`.
actor Throttle {
    private struct Bucket {
        var level: Double
        var at: Double
    }

    private let burst: Double
    private let refillSeconds: Double
    private let now: @Sendable () -> Double
    private var buckets: [String: Bucket] = [:]
    private static let mostKeys = 20_000

    /// - Parameter now: Unix time in seconds.
    init(burst: Int, refillSeconds: Double, now: @escaping @Sendable () -> Double) {
        self.burst = Double(burst)
        self.refillSeconds = refillSeconds
        self.now = now
    }

    /// Takes one attempt.
    /// - Returns: false when there is none left.
    func takes(_ key: String) -> Bool {
        let now = now()
        if buckets.count > Self.mostKeys { buckets = buckets.filter { level($0.value, now) < burst } }
        let left = buckets[key].map { level($0, now) } ?? burst
        guard left >= 1 else { return false }
        buckets[key] = Bucket(level: left - 1, at: now)
        return true
    }

    /// A success wipes the slate.
    func forget(_ key: String) { buckets[key] = nil }

    private func level(_ bucket: Bucket, _ now: Double) -> Double {
        min(burst, bucket.level + (now - bucket.at) / refillSeconds)
    }
}
