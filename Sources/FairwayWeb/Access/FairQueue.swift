/// How many jobs may wait.
struct QueueLimits: Equatable, Sendable {
    var perSender: Int
    /// Of all senders with a share of their own, and as many of those that share one place.
    var perLane: Int
    /// In all lanes of strangers; counted as `perLane` is.
    var strange: Int
    /// In all lanes of those who are known.
    var known: Int
}

/// Jobs that wait and are served in turn: one of each lane, and within a lane one of each sender.
///
/// Whoever has many jobs waiting delays nobody else by more than one of them: a new lane is served after at most one job of
/// each lane that waits, and within its lane a new sender after at most one of each sender. Those who are known stand in a line
/// of their own, beside that of the strangers: neither takes the other's room, and the two are served alternately.
///
/// Many who cannot be told apart stand as one sender: they are bounded by the lane and the line alone, and apart from the others,
/// so that they can take neither the turns nor the room of those.
struct FairQueue<Lane: Hashable, Sender: Hashable, Job> {
    /// How a job counts.
    enum Weight {
        case own
        /// Of a sender that many share.
        case shared
        /// A place among these and no work: the lane's turn goes to the job behind it.
        case sharedWithoutWork

        fileprivate var isShared: Bool { self != .own }
    }

    private let limits: QueueLimits
    private var strange = Line()
    private var known = Line()
    private var isKnownNext = true

    init(_ limits: QueueLimits) { self.limits = limits }

    var count: Int { strange.count + known.count }

    /// - Parameter isKnown: Of a lane always the same.
    /// - Returns: false when the sender's or the lane's share, or the whole line, is full.
    mutating func add(
        _ job: Job,
        lane: Lane,
        sender: Sender,
        isKnown: Bool = false,
        weight: Weight = .own
    ) -> Bool {
        let limits = limits
        let entry = Entry(job: job, weight: weight)
        if isKnown { return known.add(entry, lane: lane, sender: sender, limits, inAll: limits.known) }
        return strange.add(entry, lane: lane, sender: sender, limits, inAll: limits.strange)
    }

    /// The next job; a lane, and a sender, with more of them goes to the end of its line.
    /// - Complexity: O(lanes + senders of the lane), which `limits` bound.
    mutating func next() -> Job? {
        if isKnownNext, let entry = known.next() {
            isKnownNext = false
            return entry.job
        }
        if let entry = strange.next() {
            if entry.weight != .sharedWithoutWork { isKnownNext = true }
            return entry.job
        }
        return known.next()?.job
    }

    /// Takes a job out that is not to be done any more.
    /// - Complexity: As of `next()`.
    mutating func remove(lane: Lane, sender: Sender, where isSought: (Job) -> Bool) -> Job? {
        strange.remove(lane: lane, sender: sender, where: isSought)
            ?? known.remove(lane: lane, sender: sender, where: isSought)
    }

    mutating func removeAll() -> [Job] {
        var jobs: [Job] = []
        while let job = next() { jobs.append(job) }
        return jobs
    }

    private struct Entry {
        let job: Job
        let weight: Weight
    }

    /// How many wait.
    private struct Count {
        private(set) var own = 0
        private(set) var shared = 0

        var all: Int { own + shared }

        func isBelow(_ maximum: Int, _ weight: Weight) -> Bool { (weight.isShared ? shared : own) < maximum }

        mutating func add(_ number: Int, _ weight: Weight) {
            if weight.isShared { shared += number } else { own += number }
        }
    }

    /// Lanes that take turns.
    private struct Line {
        struct Waiting {
            var turns: [Sender] = []
            var jobs: [Sender: [Entry]] = [:]
            var counted = Count()
        }

        private var turns: [Lane] = []
        private var lanes: [Lane: Waiting] = [:]
        private var counted = Count()

        var count: Int { counted.all }

        mutating func add(_ entry: Entry, lane: Lane, sender: Sender, _ limits: QueueLimits, inAll: Int)
            -> Bool
        {
            // Taken out, so that what is changed is not copied.
            var waiting = lanes.removeValue(forKey: lane) ?? Waiting()
            defer { if waiting.counted.all > 0 { lanes[lane] = waiting } }
            let own = waiting.jobs[sender]?.count ?? 0
            guard counted.isBelow(inAll, entry.weight),
                waiting.counted.isBelow(limits.perLane, entry.weight),
                entry.weight.isShared || own < limits.perSender
            else { return false }
            if own == 0 { waiting.turns.append(sender) }
            if waiting.counted.all == 0 { turns.append(lane) }
            waiting.jobs[sender, default: []].append(entry)
            waiting.counted.add(1, entry.weight)
            counted.add(1, entry.weight)
            return true
        }

        mutating func next() -> Entry? {
            guard !turns.isEmpty else { return nil }
            let lane = turns.removeFirst()
            guard var waiting = lanes.removeValue(forKey: lane), !waiting.turns.isEmpty else { return nil }
            let sender = waiting.turns.removeFirst()
            guard var jobs = waiting.jobs.removeValue(forKey: sender), !jobs.isEmpty else { return nil }
            let entry = jobs.removeFirst()
            waiting.counted.add(-1, entry.weight)
            counted.add(-1, entry.weight)
            if !jobs.isEmpty {
                waiting.jobs[sender] = jobs
                waiting.turns.append(sender)
            }
            if waiting.counted.all > 0 {
                lanes[lane] = waiting
                turns.insert(lane, at: entry.weight == .sharedWithoutWork ? 0 : turns.count)
            }
            return entry
        }

        mutating func remove(lane: Lane, sender: Sender, where isSought: (Job) -> Bool) -> Job? {
            guard var jobs = lanes[lane]?.jobs[sender],
                let index = jobs.firstIndex(where: { isSought($0.job) }),
                var waiting = lanes.removeValue(forKey: lane)
            else { return nil }
            let entry = jobs.remove(at: index)
            waiting.counted.add(-1, entry.weight)
            counted.add(-1, entry.weight)
            waiting.jobs[sender] = jobs.isEmpty ? nil : jobs
            if jobs.isEmpty { waiting.turns.removeAll { $0 == sender } }
            if waiting.counted.all > 0 {
                lanes[lane] = waiting
            } else {
                turns.removeAll { $0 == lane }
            }
            return entry.job
        }
    }
}
