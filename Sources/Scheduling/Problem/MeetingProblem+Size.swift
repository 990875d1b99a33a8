/// How large the problem is, and whether that is too large.
extension MeetingProblem {
    /// How many there are of everything.
    public var size: ProblemSize {
        ProblemSize(
            slots: slotDays.count,
            participants: participants.count,
            halls: hallCount,
            interpreters: interpreters.count,
            meetings: meetings.count
        )
    }

    /// So many wishes for one participant's few slots are a mistake of whoever made the file.
    func refuseCrowds() throws(ProblemError) {
        var counts = [Int](repeating: 0, count: participants.count)
        for meeting in meetings {
            counts[meeting.a] += 1
            counts[meeting.b] += 1
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
            counts[most] > ProblemLimits.maxMeetingsOfParticipant
        else { return }
        throw .tooManyMeetings(
            participant: most,
            count: counts[most],
            limit: ProblemLimits.maxMeetingsOfParticipant
        )
    }

    func validateProducts() throws(ProblemError) {
        let days = 1 + slotDays.indices.dropFirst().count { slotDays[$0] != slotDays[$0 - 1] }
        try atMost("meetings × days", meetings.count * days, ProblemLimits.maxMeetingDays)
        let width = meetingsAtOnce.reduce(0, +)
        try atMost("participants' meetings at once × slots", width * slotDays.count, ProblemLimits.maxPlaces)
        try atMost(
            "combinations of languages that need interpreters",
            languageCombinations,
            ProblemLimits.maxLanguageCombinations
        )
    }

    /// Participant → how many meetings it can have at once: as many as it has representatives, but no more than could ever
    /// fill them.
    ///
    /// One cell beyond its own meetings keeps it from being full; two beside `parallel` 1 keep its representatives from
    /// being taken for one, who has to walk.
    var meetingsAtOnce: [Int] {
        var own = [Int](repeating: 0, count: participants.count)
        for meeting in meetings {
            own[meeting.a] += 1
            own[meeting.b] += 1
        }
        return participants.indices.map { min(participants[$0].parallel, max(2, own[$0] + 1)) }
    }

    /// Kinds of meetings by the languages of their sides, of those that need an interpreter.
    private var languageCombinations: Int {
        var numbers: [Set<Int>: Int] = [:]
        let sets = participants.map { Set($0.languages) }
        let numberOf = sets.map { set in
            let number = numbers[set] ?? numbers.count
            numbers[set] = number
            return number
        }
        var found: Set<[Int]> = []
        for meeting in meetings {
            let (one, other) = (sets[meeting.a], sets[meeting.b])
            guard !one.isEmpty, !other.isEmpty, one.isDisjoint(with: other) else { continue }
            found.insert([numberOf[meeting.a], numberOf[meeting.b]].sorted())
        }
        return found.count
    }

    func atMost(_ field: @autoclosure () -> String, _ found: Int, _ limit: Int) throws(ProblemError) {
        if found > limit { throw .tooMany(field: field(), count: found, limit: limit) }
    }
}
