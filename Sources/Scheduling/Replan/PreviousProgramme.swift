/// The programme so far in the numbers of the compiled problem.
struct PreviousProgramme: Sendable {
    /// Meeting → slot, hall and interpreter position; -1 when it was unplaced or has none.
    private(set) var slot: [Int32]
    private(set) var hall: [Int32]
    private(set) var interpreter: [Int32]
    private(set) var isLocked: [Bool]
    let firstOpenSlot: Int

    /// - Throws: `ReplanError` when a number is out of range.
    init(_ request: ReplanRequest, compiled: CompiledProblem) throws(ReplanError) {
        let count = compiled.meetingCount
        guard request.previous.count <= count else {
            throw .tooManyPlacements(found: request.previous.count, meetings: count)
        }
        firstOpenSlot = max(0, request.now)
        slot = [Int32](repeating: -1, count: count)
        hall = slot
        interpreter = slot
        isLocked = [Bool](repeating: false, count: count)
        var positions = [Int32](repeating: -1, count: compiled.interpreterCount)
        for (position, index) in compiled.interpreterOrder.enumerated() {
            positions[Int(index)] = Int32(position)
        }
        for (meeting, placement) in request.previous.enumerated() {
            guard let placement else { continue }
            guard (0..<compiled.slotCount).contains(placement.slot),
                placement.hall.map({ (0..<compiled.hallCount).contains($0) }) ?? (compiled.hallCount == 0),
                placement.interpreter.map(positions.indices.contains) ?? true
            else { throw .unknownPlacement(meeting: meeting) }
            slot[meeting] = Int32(placement.slot)
            hall[meeting] = placement.hall.map { Int32($0) } ?? CompiledProblem.placeless
            interpreter[meeting] = placement.interpreter.map { positions[$0] } ?? -1
        }
        for meeting in request.locked {
            guard (0..<count).contains(meeting) else { throw .unknownLocked(meeting: meeting) }
            isLocked[meeting] = slot[meeting] >= 0
        }
    }

    /// Whether the meeting is over or under way.
    func isFrozen(_ meeting: Int) -> Bool { slot[meeting] >= 0 && Int(slot[meeting]) < firstOpenSlot }

    /// Slots in which meetings may be placed from now on: none before the first open slot, and a locked meeting's own.
    func narrow(_ compiled: inout CompiledProblem) {
        let days = compiled.dayCount
        var open = [UInt64](repeating: 0, count: days)
        for slot in firstOpenSlot..<max(firstOpenSlot, compiled.slotCount) {
            open[Int(compiled.dayOfSlot[slot])] |= 1 << UInt64(compiled.bitOfSlot[slot])
        }
        for meeting in 0..<compiled.meetingCount where !isFrozen(meeting) {
            for day in 0..<days { compiled.allowed[meeting * days + day] &= open[day] }
            guard isLocked[meeting] else { continue }
            let own = Int(slot[meeting])
            for day in 0..<days {
                let isOwnDay = day == Int(compiled.dayOfSlot[own])
                compiled.allowed[meeting * days + day] &=
                    isOwnDay ? 1 << UInt64(compiled.bitOfSlot[own]) : 0
            }
        }
    }
}
