/// Who is next: users take turns, so that one who sends much delays nobody else's first job by more than one of theirs.
///
/// A pure value; whoever is let through is told apart by a number.
struct WorkerQueue {
    struct Ticket: Equatable {
        var number: Int
        var user: String
        var isLong: Bool
    }

    /// Processes at once, and how many of them long ones may be.
    let size: Int
    let maxLong: Int
    private var running: [Int: Bool] = [:]
    private var waiting: [String: [Ticket]] = [:]
    /// Users with waiting jobs; the first is next.
    private var turns: [String] = []
    private var lastNumber = 0

    /// Waiting jobs of one user, and of all.
    static let maxOfUser = 64
    static let maxInAll = 512

    init(size: Int) {
        self.size = max(2, size)
        maxLong = self.size - 1
    }

    var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }
    var runningCount: Int { running.count }

    /// - Returns: nil when too many wait.
    mutating func enter(_ user: String, isLong: Bool) -> Ticket? {
        guard waiting[user, default: []].count < Self.maxOfUser, waitingCount < Self.maxInAll else {
            return nil
        }
        lastNumber += 1
        let ticket = Ticket(number: lastNumber, user: user, isLong: isLong)
        if waiting[user, default: []].isEmpty { turns.append(user) }
        waiting[user, default: []].append(ticket)
        return ticket
    }

    /// The tickets that may begin now.
    /// - Parameter isReady: Whether somebody waits with the ticket.
    mutating func admit(where isReady: (Ticket) -> Bool = { _ in true }) -> [Ticket] {
        var admitted: [Ticket] = []
        while running.count < size, let ticket = next(isReady) {
            running[ticket.number] = ticket.isLong
            admitted.append(ticket)
        }
        return admitted
    }

    /// Takes the ticket out, whether it waits or runs.
    mutating func leave(_ ticket: Ticket) {
        guard running.removeValue(forKey: ticket.number) == nil else { return }
        waiting[ticket.user]?.removeAll { $0 == ticket }
        if waiting[ticket.user]?.isEmpty == true { forget(ticket.user) }
    }

    private mutating func next(_ isReady: (Ticket) -> Bool) -> Ticket? {
        let mayBeLong = running.values.count { $0 } < maxLong
        for (place, user) in turns.enumerated() {
            guard let index = waiting[user]?.firstIndex(where: { (mayBeLong || !$0.isLong) && isReady($0) }),
                let ticket = waiting[user]?.remove(at: index)
            else { continue }
            turns.remove(at: place)
            if waiting[user]?.isEmpty == true { waiting[user] = nil } else { turns.append(user) }
            return ticket
        }
        return nil
    }

    private mutating func forget(_ user: String) {
        waiting[user] = nil
        turns.removeAll { $0 == user }
    }
}
