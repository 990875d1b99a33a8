/// How many jobs may wait.
struct QueueLimits: Equatable, Sendable {
    var perSender: Int
    var perLane: Int
    /// In all lanes of strangers.
    var strange: Int
    /// In all lanes of those who are known.
    var known: Int
}

/// Jobs that wait and are served in turn: one of each lane, and within a lane one of each sender.
///
/// Whoever has many jobs waiting delays nobody else by more than one of them: a new lane is served after at most one job of
/// each lane that waits, and within its lane a new sender after at most one of each sender. Those who are known stand in a line
/// of their own, beside that of the strangers: neither takes the other's room, and the two are served alternately.
struct FairQueue<Lane: Hashable, Sender: Hashable, Job> {
    private let limits: QueueLimits
    private var strange = Line()
    private var known = Line()
    private var isKnownNext = true

    init(_ limits: QueueLimits) { self.limits = limits }

    var count: Int { strange.count + known.count }

    /// - Parameter isKnown: Of a lane always the same.
    /// - Returns: false when the sender's or the lane's share, or the whole line, is full.
    mutating func add(_ job: Job, lane: Lane, sender: Sender, isKnown: Bool = false) -> Bool {
        let limits = limits
        if isKnown { return known.add(job, lane: lane, sender: sender, limits, inAll: limits.known) }
        return strange.add(job, lane: lane, sender: sender, limits, inAll: limits.strange)
    }

    /// The next job; a lane, and a sender, with more of them goes to the end of its line.
    /// - Complexity: O(lanes + senders of the lane), which `limits` bound.
    mutating func next() -> Job? {
        if isKnownNext, let job = known.next() {
            isKnownNext = false
            return job
        }
        if let job = strange.next() {
            isKnownNext = true
            return job
        }
        return known.next()
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

    /// Lanes that take turns.
    private struct Line {
        struct Waiting {
            var turns: [Sender] = []
            var jobs: [Sender: [Job]] = [:]
            var count = 0
        }

        private var turns: [Lane] = []
        private var lanes: [Lane: Waiting] = [:]
        private(set) var count = 0

        mutating func add(_ job: Job, lane: Lane, sender: Sender, _ limits: QueueLimits, inAll: Int) -> Bool {
            // Taken out, so that what is changed is not copied.
            var waiting = lanes.removeValue(forKey: lane) ?? Waiting()
            defer { if waiting.count > 0 { lanes[lane] = waiting } }
            let own = waiting.jobs[sender]?.count ?? 0
            guard count < inAll, waiting.count < limits.perLane, own < limits.perSender else { return false }
            if own == 0 { waiting.turns.append(sender) }
            if waiting.count == 0 { turns.append(lane) }
            waiting.jobs[sender, default: []].append(job)
            waiting.count += 1
            count += 1
            return true
        }

        mutating func next() -> Job? {
            guard !turns.isEmpty else { return nil }
            let lane = turns.removeFirst()
            guard var waiting = lanes.removeValue(forKey: lane), !waiting.turns.isEmpty else { return nil }
            let sender = waiting.turns.removeFirst()
            guard var jobs = waiting.jobs.removeValue(forKey: sender), !jobs.isEmpty else { return nil }
            let job = jobs.removeFirst()
            waiting.count -= 1
            count -= 1
            if !jobs.isEmpty {
                waiting.jobs[sender] = jobs
                waiting.turns.append(sender)
            }
            if waiting.count > 0 {
                lanes[lane] = waiting
                turns.append(lane)
            }
            return job
        }

        mutating func remove(lane: Lane, sender: Sender, where isSought: (Job) -> Bool) -> Job? {
            guard var jobs = lanes[lane]?.jobs[sender], let index = jobs.firstIndex(where: isSought),
                var waiting = lanes.removeValue(forKey: lane)
            else { return nil }
            let job = jobs.remove(at: index)
            waiting.count -= 1
            count -= 1
            waiting.jobs[sender] = jobs.isEmpty ? nil : jobs
            if jobs.isEmpty { waiting.turns.removeAll { $0 == sender } }
            if waiting.count > 0 {
                lanes[lane] = waiting
            } else {
                turns.removeAll { $0 == lane }
            }
            return job
        }
    }
}
