import FairwayStore
import Foundation

/// How much of something may be tried: `burst` attempts at once, then one each `refill`.
struct Allowance: Equatable, Sendable {
    let burst: Int
    let refill: Duration
}

/// One count that an attempt is charged to.
struct Charge: Equatable, Sendable {
    let key: ThrottleKey
    let allowance: Allowance

    init(_ key: ThrottleKey, _ allowance: Allowance) {
        self.key = key
        self.allowance = allowance
    }
}

/// Counts attempts, so that guessing takes too long: a token bucket for each key.
///
/// Time is monotonic, so a clock that is set back shuts nobody out. It may begin anew at every start, as do the counts.
///
/// Counts are known by a hash: other servers on the store are told what was spent of them (`ThrottleService`).
actor Throttle {
    enum Verdict: Equatable, Sendable {
        case admitted
        /// The count that is used up, and when there is one attempt again.
        case refused(by: ThrottleKey, wait: Duration)

        var isAdmitted: Bool { self == .admitted }
    }

    /// Who began a count, and pays for its memory.
    enum Owner: Hashable, Sendable {
        case here(ClientSource)
        /// Some source of another server's, which does not say which.
        case elsewhere
    }

    struct Bucket {
        let owner: Owner
        var allowance: Allowance
        var level: Double
        var at: Duration
        /// What was spent here and not yet told to other servers.
        var untold = 0.0
    }

    /// Some 30 MB.
    static let usualMaxBuckets = 200_000

    private let maxBuckets: Int
    private let now: @Sendable () -> Duration
    /// Makes hashes of what is counted; the same for all servers on a store.
    private let salt: Data
    private var buckets: [ThrottleCount: Bucket] = [:]
    private var untold: Set<ThrottleCount> = []

    /// - Parameter now: Time since any moment, of a clock that never goes back.
    init(
        maxBuckets: Int = usualMaxBuckets,
        salt: Data = Data(),
        now: @escaping @Sendable () -> Duration
    ) {
        self.maxBuckets = maxBuckets
        self.salt = salt
        self.now = now
    }

    /// Takes one attempt from each count, or from none when one is used up.
    ///
    /// The first that is used up is the one that is told.
    func takes(_ charges: [Charge], from source: ClientSource) -> Verdict {
        let now = now()
        let counts = charges.map { ThrottleCount($0.key, salt: salt) }
        let levels = zip(counts, charges).map { level(of: $0, $1.allowance, now) }
        for (charge, level) in zip(charges, levels) where level < 1 {
            return .refused(by: charge.key, wait: charge.allowance.refill * (1 - level))
        }
        for (place, count) in counts.enumerated() {
            let known = buckets[count]
            buckets[count] = Bucket(
                owner: known?.owner ?? .here(source),
                allowance: charges[place].allowance,
                level: levels[place] - 1,
                at: now,
                untold: (known?.untold ?? 0) + 1
            )
            untold.insert(count)
        }
        if buckets.count > maxBuckets { makeRoom(now) }
        return .admitted
    }

    /// An attempt that turned out to be none costs nothing.
    func giveBack(_ charges: [Charge]) {
        for charge in charges { refund(charge, 1) }
    }

    private func refund(_ charge: Charge, _ attempts: Double) {
        let (now, count) = (now(), ThrottleCount(charge.key, salt: salt))
        guard buckets[count] != nil else { return }
        let before = level(of: count, charge.allowance, now)
        let level = min(Double(charge.allowance.burst), before + attempts)
        buckets[count]?.level = level
        buckets[count]?.at = now
        buckets[count]?.untold -= level - before
        untold.insert(count)
    }

    /// A success wipes the slate of the one who had it; of a place, where others are too, it only costs nothing.
    func clear(_ charges: [Charge]) {
        for charge in charges {
            if case .source = charge.key { refund(charge, 1) } else { refund(charge, .infinity) }
        }
    }

    /// How many counts there are.
    var count: Int { buckets.count }

    // MARK: - Several servers

    /// What was spent here since this was last asked.
    func takeUntold() -> [ThrottleSpending] {
        defer { untold = [] }
        return untold.compactMap { count in
            guard let bucket = buckets[count], bucket.untold != 0 else { return nil }
            defer { buckets[count]?.untold = 0 }
            return ThrottleSpending(
                count: count.bytes,
                spent: bucket.untold,
                burst: bucket.allowance.burst,
                refill: bucket.allowance.refill / .seconds(1)
            )
        }
    }

    /// What could not be told is told the next time.
    func putBack(_ spendings: [ThrottleSpending]) {
        for spending in spendings {
            guard let count = ThrottleCount(spending.count), buckets[count] != nil else { continue }
            buckets[count]?.untold += spending.spent
            untold.insert(count)
        }
    }

    /// Takes off what other servers let through; nobody owes more than everything.
    func charge(_ spendings: [ThrottleSpending]) {
        let now = now()
        for spending in spendings {
            guard let count = ThrottleCount(spending.count), spending.refill > 0 else { continue }
            let allowance = Allowance(burst: spending.burst, refill: .seconds(spending.refill))
            let known = buckets[count]
            let level = level(of: count, allowance, now) - spending.spent
            buckets[count] = Bucket(
                owner: known?.owner ?? .elsewhere,
                allowance: allowance,
                level: min(max(level, 0), Double(allowance.burst)),
                at: now,
                untold: known?.untold ?? 0
            )
        }
        if buckets.count > maxBuckets { makeRoom(now) }
    }

    // MARK: - Levels

    private func level(of count: ThrottleCount, _ allowance: Allowance, _ now: Duration) -> Double {
        buckets[count].map { Self.level(of: $0, now) } ?? Double(allowance.burst)
    }

    private static func level(of bucket: Bucket, _ now: Duration) -> Double {
        let refilled = max(0, (now - bucket.at) / bucket.allowance.refill)
        return min(Double(bucket.allowance.burst), bucket.level + refilled)
    }

    /// Drops counts that are full again, which say nothing, and then of the sources that hold the most, down to seven eighths.
    ///
    /// Of each source the fullest go first. So a flood drops its own counts and nobody else's.
    private func makeRoom(_ now: Duration) {
        buckets = buckets.filter { Self.level(of: $0.value, now) < Double($0.value.allowance.burst) }
        let target = maxBuckets * 7 / 8
        guard buckets.count > target else { return }
        let owned = Dictionary(grouping: buckets.keys) { buckets[$0]?.owner ?? .elsewhere }
        let share = Self.share(of: owned.values.map(\.count), within: target)
        for keys in owned.values where keys.count > share {
            let fullestFirst = keys.map { key in (key, buckets[key].map { Self.missing($0, now) } ?? 0) }
                .sorted { $0.1 < $1.1 }
            for (key, _) in fullestFirst.prefix(keys.count - share) { buckets[key] = nil }
        }
    }

    /// The part of a count that is used up.
    private static func missing(_ bucket: Bucket, _ now: Duration) -> Double {
        1 - level(of: bucket, now) / Double(bucket.allowance.burst)
    }

    /// The greatest number that everyone may keep so that all together keep no more than `total`.
    private static func share(of counts: [Int], within total: Int) -> Int {
        var left = total
        for (place, count) in counts.sorted().enumerated() {
            let even = left / (counts.count - place)
            if count > even { return even }
            left -= count
        }
        return total
    }
}
