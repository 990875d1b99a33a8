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
