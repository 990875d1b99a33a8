/// Verifies a programme against the rules of its instance and recounts its value, without the engine: it shares no code
/// with `Scheduling`, so that a mistake there cannot hide here.
///
/// It answers for any instance and programme whatever: what is missing counts as nothing, sums stop at the greatest number.
/// - Complexity: O(size of both), times the halls where there are walks.
package struct ProgrammeChecker {
    private let instance: ProgrammeInstance
    private let programme: ProgrammeFile
    private let participants: [String: ProgrammeInstance.Participant]
    private let meetings: [String: ProgrammeInstance.Meeting]
    private let interpreters: [String: ProgrammeInstance.Interpreter]
    private let halls: [String: ProgrammeInstance.Hall]
    /// Placed meetings that the instance knows, by time.
    private let placed: [(file: ProgrammeFile.Meeting, meeting: ProgrammeInstance.Meeting)]
    /// Meeting → the first slot it is placed in.
    private let slotOf: [String: Int]
    private var violations: [ProgrammeViolation] = []

    /// The broken rules, in a fixed order, and the value recounted from the meetings alone.
    package static func check(
        _ programme: ProgrammeFile,
        against instance: ProgrammeInstance
    ) -> (violations: [ProgrammeViolation], value: ProgrammeFile.Value) {
        var checker = ProgrammeChecker(programme, instance)
        return checker.run()
    }

    private init(_ programme: ProgrammeFile, _ instance: ProgrammeInstance) {
        self.instance = instance
        self.programme = programme
        participants = Self.byID(instance.participants, \.id)
        meetings = Self.byID(instance.meetings, \.id)
        interpreters = Self.byID(instance.interpreters, \.id)
        halls = Self.byID(instance.halls, \.id)
        let known = meetings
        placed = programme.meetings.compactMap { file in known[file.id].map { (file, $0) } }
            .filter { instance.slots.indices.contains($0.file.slot) }
            .sorted { ($0.file.slot, $0.file.id) < ($1.file.slot, $1.file.id) }
        slotOf = Dictionary(
            placed.map { ($0.meeting.id, $0.file.slot) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func byID<Value>(_ values: [Value], _ id: (Value) -> String) -> [String: Value] {
        Dictionary(values.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func run() -> (violations: [ProgrammeViolation], value: ProgrammeFile.Value) {
        guard programme.status != .infeasible, programme.status != .unknown else {
            if !programme.meetings.isEmpty || !programme.unplaced.isEmpty {
                violations.append(.listsNotEmpty)
            }
            return (violations, ProgrammeFile.Value())
        }
        checkLists()
        for entry in placed { checkMeeting(entry.file, entry.meeting) }
        checkTables()
        checkInterpreters()
        let days = ParticipantDays(instance: instance, placed: placed)
        checkParticipants(days)
        let value = days.value(of: placed.map(\.meeting))
        checkClaims(value)
        return (violations, value)
    }

    // MARK: - Rules 1 and 4: every meeting once, in the right slot

    private mutating func checkLists() {
        var seen: Set<String> = []
        for id in programme.meetings.map(\.id) + programme.unplaced.map(\.id) {
            if meetings[id] == nil { violations.append(.unknownMeeting(id)) }
            if !seen.insert(id).inserted { violations.append(.listedTwice(id)) }
        }
        let placedIDs = Set(programme.meetings.map(\.id))
        for meeting in instance.meetings {
            if !seen.contains(meeting.id) { violations.append(.notListed(meeting.id)) }
            if meeting.required, !placedIDs.contains(meeting.id) {
                violations.append(.requiredUnplaced(meeting.id))
            }
        }
        for meeting in programme.meetings where !instance.slots.indices.contains(meeting.slot) {
            violations.append(.noSuchSlot(meeting.id, slot: meeting.slot))
        }
    }

    private mutating func checkMeeting(_ file: ProgrammeFile.Meeting, _ meeting: ProgrammeInstance.Meeting) {
        if let session = meeting.session, instance.slots[file.slot].session != session {
            violations.append(.wrongSession(meeting.id, slot: file.slot))
        }
        if let fixed = meeting.fixed, fixed != file.slot {
            violations.append(.notInFixedSlot(meeting.id, slot: file.slot))
        }
        for earlier in meeting.after {
            if slotOf[earlier].map({ $0 >= file.slot }) ?? true {
                violations.append(.orderBroken(meeting.id, after: earlier))
            }
        }
        checkPlace(file, meeting)
        checkInterpreter(file, meeting)
    }

    // MARK: - Rule 3: the place

    private mutating func checkPlace(_ file: ProgrammeFile.Meeting, _ meeting: ProgrammeInstance.Meeting) {
        guard let hall = file.hall else {
            if !instance.halls.isEmpty { violations.append(.wrongPlace(meeting.id, hall: nil)) }
            return
        }
        let stand = stand(of: meeting)
        if halls[hall] == nil || (stand != nil && stand != hall) {
            violations.append(.wrongPlace(meeting.id, hall: hall))
        }
    }

    private func stand(of meeting: ProgrammeInstance.Meeting) -> String? {
        participants[meeting.b]?.stand ?? participants[meeting.a]?.stand
    }

    private mutating func checkTables() {
        var used: [String: [Int: Int]] = [:]
        for entry in placed where stand(of: entry.meeting) == nil {
            guard let hall = entry.file.hall else { continue }
            used[hall, default: [:]][entry.file.slot, default: 0] += 1
        }
        for hall in instance.halls {
            if hall.tables.count != instance.slots.count {
                violations.append(
                    .wrongTableList(hall: hall.id, entries: hall.tables.count, slots: instance.slots.count)
                )
            }
            let counts = (used[hall.id] ?? [:]).sorted { $0.key < $1.key }
            for (slot, count) in counts
            where count > (hall.tables.indices.contains(slot) ? hall.tables[slot] : 0) {
                violations.append(.tooFewTables(hall: hall.id, slot: slot))
            }
        }
    }

    // MARK: - Rule 5: interpreters

    private mutating func checkInterpreter(
        _ file: ProgrammeFile.Meeting,
        _ meeting: ProgrammeInstance.Meeting
    ) {
        let one = Set(participants[meeting.a]?.languages ?? [])
        let other = Set(participants[meeting.b]?.languages ?? [])
        let isNeeded = !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
        guard let id = file.interpreter else {
            if isNeeded { violations.append(.interpreterMissing(meeting.id)) }
            return
        }
        guard isNeeded else {
            violations.append(.interpreterNotNeeded(meeting.id))
            return
        }
        let serves = interpreters[id]?.pairs.contains { pair in
            pair.count == 2
                && ((one.contains(pair[0]) && other.contains(pair[1]))
                    || (one.contains(pair[1]) && other.contains(pair[0])))
        }
        if serves != true { violations.append(.wrongInterpreter(meeting.id, interpreter: id)) }
    }

    private mutating func checkInterpreters() {
        var work: [String: [Int]] = [:]
        for entry in placed {
            if let interpreter = entry.file.interpreter {
                work[interpreter, default: []].append(entry.file.slot)
            }
        }
        for interpreter in instance.interpreters {
            let slots = work[interpreter.id] ?? []
            if Set(slots).count < slots.count { violations.append(.interpreterTwice(interpreter.id)) }
            if !Set(slots).isDisjoint(with: interpreter.unavailable) {
                violations.append(.interpreterUnavailable(interpreter.id))
            }
            if let most = interpreter.maxConsecutive, longestRun(slots) > most {
                violations.append(.interpreterWithoutRest(interpreter.id))
            }
        }
    }

    private func longestRun(_ slots: [Int]) -> Int {
        var longest = 0
        var run = 0
        var last: Int?
        for slot in slots.sorted() {
            let isNext =
                last.map { $0 + 1 == slot && instance.slots[$0].day == instance.slots[slot].day } ?? false
            run = isNext ? run + 1 : 1
            longest = max(longest, run)
            last = slot
        }
        return longest
    }

    // MARK: - Rules 2, 6 and 7: participants

    private mutating func checkParticipants(_ days: ParticipantDays) {
        for participant in instance.participants {
            let entries = days.entries[participant.id] ?? []
            let bySlot = Dictionary(grouping: entries, by: \.slot)
            for slot in bySlot.keys.sorted() where (bySlot[slot] ?? []).count > participant.parallel {
                violations.append(.participantTwice(participant.id, slot: slot))
            }
            for slot in participant.unavailable where bySlot[slot] != nil {
                violations.append(.participantUnavailable(participant.id, slot: slot))
            }
            if let most = participant.maxMeetings, entries.count > most {
                violations.append(.tooManyMeetings(participant.id))
            }
            if participant.parallel == 1 { checkWalk(participant.id, entries) }
        }
        guard let fairness = instance.fairness else { return }
        let breaks = instance.participants.map { days.breaks(of: $0.id).breaks }
        if let most = breaks.max(), let least = breaks.min(), most - least > fairness {
            violations.append(.unfair(difference: most - least))
        }
    }

    /// Every meeting against the latest one before it in each hall: any earlier one there leaves more time.
    private mutating func checkWalk(_ participant: String, _ entries: [ParticipantDays.Entry]) {
        // Day → hall → slot.
        var latest: [Int: [String: Int]] = [:]
        for group in entries.chunked(by: \.slot) {
            guard let slot = group.first?.slot else { continue }
            let day = instance.slots[slot].day
            for entry in group {
                guard let to = entry.hall else { continue }
                let isTooShort = (latest[day] ?? [:]).contains { from, earlier in
                    slot - earlier - 1 < max(instance.walk[from]?[to] ?? 0, instance.walk[to]?[from] ?? 0)
                }
                if isTooShort { violations.append(.walkTooShort(participant, slot: slot)) }
            }
            for entry in group { if let hall = entry.hall { latest[day, default: [:]][hall] = slot } }
        }
    }

    // MARK: - What the file claims

    private mutating func checkClaims(_ value: ProgrammeFile.Value) {
        if programme.value != value { violations.append(.wrongValue) }
        if programme.bound.placedWeight < value.placedWeight { violations.append(.boundBelowValue) }
        if let breaks = programme.bound.breaks, breaks > value.breaks { violations.append(.boundBelowValue) }
        let isProven =
            programme.bound.placedWeight == value.placedWeight && programme.bound.breaks == value.breaks
        if programme.status == .optimal, !isProven { violations.append(.optimalityUnproven) }
    }
}

extension Array {
    /// Neighbours with the same key, together.
    fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
        var chunks: [[Element]] = []
        for element in self {
            if let last = chunks.last?.first, key(last) == key(element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
        return chunks
    }
}
