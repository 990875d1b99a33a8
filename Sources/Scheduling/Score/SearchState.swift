/// A valid programme in the making: placements with every count the rules and the value need, kept up to date.
///
/// Only `place` and `remove` change it; both keep all rules except `required`, `fairness` and the order of meetings,
/// which `canPlace` and the search see to.
struct SearchState: Sendable {
    let problem: CompiledProblem
    /// Meeting → slot, hall, interpreter position; -1 when unplaced or none.
    private(set) var slotOf: [Int32]
    private(set) var hallOf: [Int32]
    private(set) var interpreterOf: [Int32]
    /// `busy[participant * dayCount + day]`: slots with a meeting; `full`: slots with as many as `parallel`.
    private(set) var busy: [UInt64]
    private(set) var full: [UInt64]
    private(set) var total: [Int32]
    /// Most meetings of each participant; the problem's, or less where several searches share what is left.
    var limits: [Int32]
    /// Meetings in a participant's cells, -1 when free.
    private(set) var cells: [Int32]
    private(set) var freeTables: [Int32]
    /// Bit per slot of the day: some hall has a free table.
    private(set) var tableDays: [UInt64]
    /// `freeInterpreters[slot * interpreterWords + word]`.
    private(set) var freeInterpreters: [UInt64]
    /// Interpreter position × slot → meeting, -1 when free.
    private(set) var served: [Int32]

    private(set) var placedWeight = 0
    private(set) var placed = 0
    private(set) var breaks = 0
    private(set) var idleSlots = 0
    /// Successive meetings of a day in different halls, over participants with one representative.
    private(set) var hallChanges = 0
    /// How badly those are served who are served worst (`ServedShare`), summed over participants.
    private(set) var unfairness = 0
    /// Participant → weight of its placed meetings.
    private(set) var servedWeight: [Int]
    /// Required meetings without a slot.
    private(set) var missing = 0
    /// The participants' days with breaks.
    private(set) var torn: TornDays

    init(_ problem: CompiledProblem) {
        self.problem = problem
        slotOf = [Int32](repeating: -1, count: problem.meetingCount)
        hallOf = slotOf
        interpreterOf = slotOf
        busy = [UInt64](repeating: 0, count: problem.participantCount * problem.dayCount)
        full = busy
        total = [Int32](repeating: 0, count: problem.participantCount)
        limits = problem.maxMeetings
        servedWeight = [Int](repeating: 0, count: problem.participantCount)
        for asked in problem.askedWeight { unfairness += ServedShare.unfairness(served: 0, asked: asked) }
        torn = TornDays(count: busy.count)
        cells = [Int32](repeating: -1, count: problem.cellCount)
        freeTables = problem.tables
        tableDays = [UInt64](repeating: 0, count: problem.dayCount)
        freeInterpreters = problem.interpreterAvailable
        served = [Int32](repeating: -1, count: problem.interpreterCount * problem.slotCount)
        missing = problem.required.count { $0 }
        for slot in 0..<problem.slotCount { refreshTables(slot) }
    }

    // MARK: - Questions

    /// Slots of a day in which both sides are free and which the problem allows.
    @inline(__always)
    func openSlots(_ meeting: Int, day: Int) -> UInt64 {
        let a = Int(problem.sideA[meeting]) * problem.dayCount + day
        let b = Int(problem.sideB[meeting]) * problem.dayCount + day
        var open = problem.allowed[meeting * problem.dayCount + day] & ~full[a] & ~full[b]
        if problem.standHall[meeting] == CompiledProblem.tableNeeded { open &= tableDays[day] }
        return open
    }

    /// Whether both sides are free in the slot and the problem allows it.
    @inline(__always)
    func isOpen(_ meeting: Int, slot: Int) -> Bool {
        openSlots(meeting, day: Int(problem.dayOfSlot[slot])) & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    /// Whether the participant can have no further meeting in the slot.
    @inline(__always)
    func isFull(_ participant: Int, _ slot: Int) -> Bool {
        full[participant * problem.dayCount + Int(problem.dayOfSlot[slot])]
            & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    /// Whether both sides may have one more meeting.
    @inline(__always)
    func isBelowLimits(_ meeting: Int) -> Bool {
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        return total[a] < limits[a] && total[b] < limits[b]
    }

    /// A free interpreter that can serve the meeting in the slot, -1 when there is none.
    func interpreter(for meeting: Int, slot: Int) -> Int32 {
        let number = Int(problem.interpreterClass[meeting])
        let words = problem.interpreterWords
        for word in 0..<words {
            var candidates =
                problem.classMembers[number * words + word] & freeInterpreters[slot * words + word]
            while candidates != 0 {
                let position = word * 64 + candidates.trailingZeroBitCount
                if restsEnough(position, with: slot) { return Int32(position) }
                candidates &= candidates - 1
            }
        }
        return -1
    }

    /// Whether the interpreter stays within `maxConsecutive` when it also works in `slot`.
    func restsEnough(_ position: Int, with slot: Int) -> Bool {
        let most = problem.maxConsecutive[position]
        guard most != CompiledProblem.unlimited else { return true }
        let base = position * problem.slotCount
        let day = problem.dayOfSlot[slot]
        var run: Int32 = 1
        var other = slot - 1
        while other >= 0, problem.dayOfSlot[other] == day, served[base + other] >= 0 {
            run += 1
            other -= 1
        }
        other = slot + 1
        while other < problem.slotCount, problem.dayOfSlot[other] == day, served[base + other] >= 0 {
            run += 1
            other += 1
        }
        return run <= most
    }

    /// The hall for the meeting in the slot: the stand's, else the hall with a free table that is nearest to where the
    /// sides are before and after; nil when there is none or the walk is too long.
    func hall(for meeting: Int, slot: Int) -> Int32? {
        let stand = problem.standHall[meeting]
        if stand == CompiledProblem.placeless { return stand }
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        if stand >= 0 {
            guard !problem.hasWalk else {
                return reaches(a, stand, slot) && reaches(b, stand, slot) ? stand : nil
            }
            return stand
        }
        for near in [
            neighbour(a, slot, -1), neighbour(b, slot, -1), neighbour(a, slot, 1), neighbour(b, slot, 1),
        ] {
            if near >= 0, hasTable(near, slot), reaches(a, near, slot), reaches(b, near, slot) { return near }
        }
        for hall in 0..<Int32(problem.hallCount) where hasTable(hall, slot) {
            if reaches(a, hall, slot), reaches(b, hall, slot) { return hall }
        }
        return nil
    }

    /// Whether any hall has a free table in the slot.
    func hasFreeTable(_ slot: Int) -> Bool {
        tableDays[Int(problem.dayOfSlot[slot])] & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    func hasTable(_ hall: Int32, _ slot: Int) -> Bool {
        freeTables[Int(hall) * problem.slotCount + slot] > 0
    }

    /// The hall of the participant's nearest meeting before (`step` -1) or after (1) the slot on its day, else -1.
    private func neighbour(_ participant: Int, _ slot: Int, _ step: Int) -> Int32 {
        neighbourMeeting(participant, slot, step).map { hallOf[$0.meeting] } ?? -1
    }

    func neighbourMeeting(_ participant: Int, _ slot: Int, _ step: Int) -> (meeting: Int, slot: Int)? {
        let day = Int(problem.dayOfSlot[slot])
        let bit = UInt64(problem.bitOfSlot[slot])
        let word = busy[participant * problem.dayCount + day]
        let first = Int(problem.firstSlotOfDay[day])
        let found: Int
        if step < 0 {
            let before = word & ((1 << bit) - 1)
            guard before != 0 else { return nil }
            found = first + 63 - before.leadingZeroBitCount
        } else {
            guard bit < 63 else { return nil }
            let later = word & ~((2 << bit) - 1)
            guard later != 0 else { return nil }
            found = first + later.trailingZeroBitCount
        }
        let base = Int(problem.firstCell[participant]) + found * Int(problem.parallel[participant])
        for cell in 0..<Int(problem.parallel[participant]) where cells[base + cell] >= 0 {
            return (Int(cells[base + cell]), found)
        }
        return nil
    }

    /// Whether a participant with one representative can walk from and to its other meetings: all within the longest
    /// walk are asked, since walking times need not keep the triangle inequality.
    func reaches(_ participant: Int, _ hall: Int32, _ slot: Int) -> Bool {
        guard problem.hasWalk, problem.parallel[participant] == 1, hall >= 0 else { return true }
        let day = Int(problem.dayOfSlot[slot])
        let first = Int(problem.firstSlotOfDay[day])
        let last = first + Int(problem.lengthOfDay[day]) - 1
        let base = Int(problem.firstCell[participant])
        for other in max(first, slot - problem.longestWalk)...min(last, slot + problem.longestWalk)
        where other != slot {
            let meeting = cells[base + other]
            guard meeting >= 0, hallOf[Int(meeting)] >= 0 else { continue }
            let need = problem.walk[Int(hall) * problem.hallCount + Int(hallOf[Int(meeting)])]
            if Int32(abs(slot - other) - 1) < need { return false }
        }
        return true
    }

    /// Whether the order of meetings allows this one in the slot.
    func respectsOrder(_ meeting: Int, slot: Int) -> Bool {
        guard problem.hasOrder else { return true }
        for earlier in problem.after[meeting] {
            let found = slotOf[Int(earlier)]
            if found < 0 || found >= Int32(slot) { return false }
        }
        return problem.followers[meeting].allSatisfy { slotOf[Int($0)] < 0 || slotOf[Int($0)] > Int32(slot) }
    }

    /// Whether nothing placed depends on the meeting.
    func isRemovable(_ meeting: Int) -> Bool {
        !problem.hasOrder || problem.followers[meeting].allSatisfy { slotOf[Int($0)] < 0 }
    }

    /// The meetings of a participant in a slot.
    func meetings(of participant: Int, slot: Int) -> ArraySlice<Int32> {
        let width = Int(problem.parallel[participant])
        let base = Int(problem.firstCell[participant]) + slot * width
        return cells[base..<base + width]
    }

    /// The change in breaks and idle slots if the participant's day gains (or loses) the bit.
    @inline(__always)
    func gapChange(_ participant: Int, day: Int, bit: UInt64, adding: Bool) -> (breaks: Int, idle: Int) {
        let word = busy[participant * problem.dayCount + day]
        let changed = adding ? word | (1 << bit) : word & ~(1 << bit)
        guard changed != word else { return (0, 0) }
        let old = Gaps(word)
        let new = Gaps(changed)
        return (new.breaks - old.breaks, new.idle - old.idle)
    }

    // MARK: - Changes

    /// Places an unplaced meeting in a slot that both sides have free.
    /// - Returns: false, with nothing changed, when no hall or interpreter is to be had.
    mutating func place(_ meeting: Int, slot: Int) -> Bool {
        guard let hall = hall(for: meeting, slot: slot) else { return false }
        var interpreter: Int32 = -1
        if problem.interpreterClass[meeting] >= 0 {
            interpreter = self.interpreter(for: meeting, slot: slot)
            if interpreter < 0 { return false }
        }
        place(meeting, slot: slot, hall: hall, interpreter: interpreter)
        return true
    }

    mutating func place(_ meeting: Int, slot: Int, hall: Int32, interpreter: Int32) {
        slotOf[meeting] = Int32(slot)
        hallOf[meeting] = hall
        interpreterOf[meeting] = interpreter
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            hallChanges += hallChange(side, slot, hall)
            occupy(side, slot, meeting)
            serve(side, Int(problem.weight[meeting]))
        }
        if problem.standHall[meeting] == CompiledProblem.tableNeeded {
            freeTables[Int(hall) * problem.slotCount + slot] -= 1
            refreshTables(slot)
        }
        if interpreter >= 0 {
            served[Int(interpreter) * problem.slotCount + slot] = Int32(meeting)
            freeInterpreters[slot * problem.interpreterWords + Int(interpreter) / 64] &=
                ~(1 << UInt64(interpreter % 64))
        }
        placedWeight += Int(problem.weight[meeting])
        placed += 1
        if problem.required[meeting] { missing -= 1 }
    }

    mutating func remove(_ meeting: Int) {
        let slot = Int(slotOf[meeting])
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            vacate(side, slot, meeting)
            hallChanges -= hallChange(side, slot, hallOf[meeting])
            serve(side, -Int(problem.weight[meeting]))
        }
        if problem.standHall[meeting] == CompiledProblem.tableNeeded {
            freeTables[Int(hallOf[meeting]) * problem.slotCount + slot] += 1
            refreshTables(slot)
        }
        let interpreter = interpreterOf[meeting]
        if interpreter >= 0 {
            served[Int(interpreter) * problem.slotCount + slot] = -1
            freeInterpreters[slot * problem.interpreterWords + Int(interpreter) / 64] |=
                1 << UInt64(interpreter % 64)
        }
        slotOf[meeting] = -1
        hallOf[meeting] = -1
        interpreterOf[meeting] = -1
        placedWeight -= Int(problem.weight[meeting])
        placed -= 1
        if problem.required[meeting] { missing += 1 }
    }

    /// The changes of hall that a meeting in a slot without one adds to the participant's day.
    @inline(__always)
    private func hallChange(_ participant: Int, _ slot: Int, _ hall: Int32) -> Int {
        guard problem.hallCount > 1, problem.parallel[participant] == 1 else { return 0 }
        let before = neighbour(participant, slot, -1)
        let after = neighbour(participant, slot, 1)
        return (before >= 0 && before != hall ? 1 : 0) + (after >= 0 && after != hall ? 1 : 0)
            - (before >= 0 && after >= 0 && before != after ? 1 : 0)
    }

    private mutating func occupy(_ participant: Int, _ slot: Int, _ meeting: Int) {
        let width = Int(problem.parallel[participant])
        let base = Int(problem.firstCell[participant]) + slot * width
        var taken = 1
        var target = -1
        for cell in base..<base + width {
            if cells[cell] >= 0 { taken += 1 } else if target < 0 { target = cell }
        }
        cells[target] = Int32(meeting)
        total[participant] += 1
        let word = participant * problem.dayCount + Int(problem.dayOfSlot[slot])
        let bit: UInt64 = 1 << UInt64(problem.bitOfSlot[slot])
        setBusy(word, busy[word] | bit)
        if taken == width { full[word] |= bit }
    }

    private mutating func vacate(_ participant: Int, _ slot: Int, _ meeting: Int) {
        let width = Int(problem.parallel[participant])
        let base = Int(problem.firstCell[participant]) + slot * width
        var left = 0
        for cell in base..<base + width {
            if cells[cell] == Int32(meeting) { cells[cell] = -1 } else if cells[cell] >= 0 { left += 1 }
        }
        total[participant] -= 1
        let word = participant * problem.dayCount + Int(problem.dayOfSlot[slot])
        let bit: UInt64 = 1 << UInt64(problem.bitOfSlot[slot])
        if left == 0 { setBusy(word, busy[word] & ~bit) }
        full[word] &= ~bit
    }

    /// Gives (or takes back) weight of the participant's.
    @inline(__always)
    private mutating func serve(_ participant: Int, _ weight: Int) {
        let asked = problem.askedWeight[participant]
        guard asked > 0 else { return }
        let served = servedWeight[participant]
        servedWeight[participant] = served + weight
        unfairness +=
            ServedShare.unfairness(served: served + weight, asked: asked)
            - ServedShare.unfairness(served: served, asked: asked)
    }

    private mutating func setBusy(_ word: Int, _ value: UInt64) {
        let old = Gaps(busy[word])
        let new = Gaps(value)
        breaks += new.breaks - old.breaks
        idleSlots += new.idle - old.idle
        busy[word] = value
        if (new.breaks > 0) != (old.breaks > 0) { torn.set(word, isTorn: new.breaks > 0) }
    }

    private mutating func refreshTables(_ slot: Int) {
        let day = Int(problem.dayOfSlot[slot])
        let bit: UInt64 = 1 << UInt64(problem.bitOfSlot[slot])
        for hall in 0..<problem.hallCount where freeTables[hall * problem.slotCount + slot] > 0 {
            tableDays[day] |= bit
            return
        }
        tableDays[day] &= ~bit
    }
}

/// The days of participants (`participant * dayCount + day`) that have breaks, as a list to draw from.
struct TornDays: Sendable {
    private(set) var list: [Int32] = []
    /// Day → its position in the list, -1 when it has no break.
    private var position: [Int32]

    init(count: Int) { position = [Int32](repeating: -1, count: count) }

    mutating func set(_ day: Int, isTorn: Bool) {
        if isTorn {
            position[day] = Int32(list.count)
            list.append(Int32(day))
        } else {
            let here = Int(position[day])
            let last = list.removeLast()
            if here < list.count {
                list[here] = last
                position[Int(last)] = Int32(here)
            }
            position[day] = -1
        }
    }
}

/// Breaks and idle slots of one day's word.
struct Gaps {
    let breaks: Int
    let idle: Int

    @inline(__always)
    init(_ word: UInt64) {
        guard word != 0 else {
            breaks = 0
            idle = 0
            return
        }
        let starts = word & ~(word << 1)
        breaks = starts.nonzeroBitCount - 1
        let span = 64 - word.leadingZeroBitCount - word.trailingZeroBitCount
        idle = span - word.nonzeroBitCount
    }
}
