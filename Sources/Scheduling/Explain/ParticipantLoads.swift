/// The loads of all participants in a programme, and who is served worst.
struct ParticipantLoads {
    private(set) var all: [ParticipantLoad]

    /// - Complexity: O(participants + meetings).
    init(_ problem: MeetingProblem, placements: [Placement?]) {
        all = problem.participants.indices.map {
            ParticipantLoad(participant: $0, placed: 0, placedWeight: 0, asked: 0, askedWeight: 0)
        }
        for (index, meeting) in problem.meetings.enumerated() {
            for side in [meeting.a, meeting.b] {
                all[side].asked += 1
                all[side].askedWeight += meeting.weight
                guard placements[index] != nil else { continue }
                all[side].placed += 1
                all[side].placedWeight += meeting.weight
            }
        }
    }

    /// Those with the smallest placed share among all with at least `least` meetings, the worst first.
    func worst(_ count: Int, atLeast least: Int) -> [ParticipantLoad] {
        let sorted = all.filter { $0.asked >= least }.sorted {
            ($0.share, -$0.askedWeight, $0.participant) < ($1.share, -$1.askedWeight, $1.participant)
        }
        return Array(sorted.prefix(count))
    }
}
