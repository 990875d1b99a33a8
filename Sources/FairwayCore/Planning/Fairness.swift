/// How evenly a programme serves those who asked.
package enum Fairness {
    /// The smallest share of its accepted requests' weight that any enterprise with at least `least` of them gets placed.
    /// - Returns: nil when nobody has that many.
    package static func worstShare(
        requests: [MeetingRequest],
        placed: Set<MeetingRequest.ID>,
        atLeast least: Int = 3
    ) -> Double? {
        var asked: [Enterprise.ID: (count: Int, weight: Int, placed: Int)] = [:]
        for request in requests {
            for side in [request.requester, request.recipient] {
                var entry = asked[side] ?? (0, 0, 0)
                entry.count += 1
                entry.weight += request.weight
                if placed.contains(request.id) { entry.placed += request.weight }
                asked[side] = entry
            }
        }
        return asked.values.filter { $0.count >= least && $0.weight > 0 }
            .map { Double($0.placed) / Double($0.weight) }.min()
    }
}
