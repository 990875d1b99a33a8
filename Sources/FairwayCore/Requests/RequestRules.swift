/// What the organiser sets for requests: whether they are open, how many, and who may meet whom.
package struct RequestRules: Equatable, Sendable, Codable {
    /// Two roles whose enterprises do not meet; in no order.
    package struct Pair: Hashable, Sendable, Codable {
        package var one: Enterprise.Role
        package var other: Enterprise.Role

        package init(_ one: Enterprise.Role, _ other: Enterprise.Role) {
            (self.one, self.other) = one.rawValue <= other.rawValue ? (one, other) : (other, one)
        }
    }

    package var isOpen: Bool
    /// The most requests that an enterprise may have waiting or accepted at a time, by its role; of several roles the most
    /// generous counts, and a role that is not named has no limit.
    package var limits: [Enterprise.Role: Int]
    /// Pairs that do not meet; an enterprise with another role as well may still.
    package var barred: [Pair]
    package var withinDelegation: Bool

    package init(
        isOpen: Bool = true,
        limits: [Enterprise.Role: Int] = [:],
        barred: [Pair] = [],
        withinDelegation: Bool = true
    ) {
        self.isOpen = isOpen
        self.limits = limits
        self.barred = barred
        self.withinDelegation = withinDelegation
    }

    /// Nil when there is none.
    package func limit(for roles: [Enterprise.Role]) -> Int? {
        guard !roles.isEmpty else { return nil }
        var most = 0
        for role in roles {
            guard let limit = limits[role] else { return nil }
            most = max(most, limit)
        }
        return most
    }

    /// The pair that keeps two enterprises apart; nil when some pair of their roles may meet.
    package func barringPair(_ one: [Enterprise.Role], _ other: [Enterprise.Role]) -> Pair? {
        var found: Pair?
        for mine in one {
            for theirs in other {
                let pair = Pair(mine, theirs)
                guard barred.contains(pair) else { return nil }
                found = found ?? pair
            }
        }
        return found
    }
}

/// How one enterprise feels about another, or about one of its people.
package enum Preference: String, Sendable, Codable, CaseIterable {
    case mustMeet
    case noThanks
}

/// So that rules are stored as an object with the roles as names.
extension Enterprise.Role: CodingKeyRepresentable {}
