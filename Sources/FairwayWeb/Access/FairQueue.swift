/// How many jobs may wait.
struct QueueLimits: Equatable, Sendable {
    var perSender: Int
    var perLane: Int
    var inAll: Int
}

/// Jobs that wait and are served in turn: one of each lane, and within a lane one of each sender.
///
/// Whoever has many jobs waiting delays nobody else by more than one of them: a new lane is served after at most one job of
/// each lane that waits, and within its lane a new sender after at most one of each sender.
struct FairQueue<Lane: Hashable, Sender: Hashable, Job> {
    private struct Waiting {
        var turns: [Sender] = []
        var jobs: [Sender: [Job]] = [:]
        var count = 0
    }

    private let limits: QueueLimits
    private var turns: [Lane] = []
    private var lanes: [Lane: Waiting] = [:]
    private(set) var count = 0

    init(_ limits: QueueLimits) { self.limits = limits }

    /// - Returns: false when the sender's or the lane's share, or the whole queue, is full.
    mutating func add(_ job: Job, lane: Lane, sender: Sender) -> Bool {
        // Taken out, so that what is changed is not copied.
        var waiting = lanes.removeValue(forKey: lane) ?? Waiting()
        defer { if waiting.count > 0 { lanes[lane] = waiting } }
        let own = waiting.jobs[sender]?.count ?? 0
        guard count < limits.inAll, waiting.count < limits.perLane, own < limits.perSender else {
            return false
        }
        if own == 0 { waiting.turns.append(sender) }
        if waiting.count == 0 { turns.append(lane) }
        waiting.jobs[sender, default: []].append(job)
        waiting.count += 1
        count += 1
        return true
    }

    /// The next job; a lane, and a sender, with more of them goes to the end of its line.
    /// - Complexity: O(lanes + senders of the lane), which `limits` bound.
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
}
