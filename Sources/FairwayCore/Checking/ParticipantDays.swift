/// Everyone's meetings in time order, and what gaps they leave.
struct ParticipantDays {
    struct Entry {
        var slot: Int
        var hall: String?
    }

    let instance: ProgrammeInstance
    private(set) var entries: [String: [Entry]] = [:]

    /// - Parameter placed: In time order.
    init(
        instance: ProgrammeInstance,
        placed: [(file: ProgrammeFile.Meeting, meeting: ProgrammeInstance.Meeting)]
    ) {
        self.instance = instance
        for (file, meeting) in placed {
            for side in [meeting.a, meeting.b] {
                entries[side, default: []].append(Entry(slot: file.slot, hall: file.hall))
            }
        }
    }

    /// Runs of slots without a meeting between the first and the last of a day, and their total length.
    func breaks(of participant: String) -> (breaks: Int, idleSlots: Int) {
        var breaks = 0
        var idle = 0
        var last: Int?
        for slot in (entries[participant] ?? []).map(\.slot) {
            if let last, instance.slots[last].day == instance.slots[slot].day, slot > last + 1 {
                breaks += 1
                idle += slot - last - 1
            }
            last = slot
        }
        return (breaks, idle)
    }

    /// Pairs of successive meetings of a day in different halls.
    private func hallChanges(of participant: String) -> Int {
        let own = entries[participant] ?? []
        return zip(own, own.dropFirst()).count { one, next in
            instance.slots[one.slot].day == instance.slots[next.slot].day && one.hall != next.hall
        }
    }

    func value(of placed: [ProgrammeInstance.Meeting]) -> ProgrammeFile.Value {
        var value = ProgrammeFile.Value()
        value.placed = placed.count
        value.placedWeight = placed.reduce(0) { sum, meeting in
            // A file may claim any weights; the sum stays what it can be.
            let (next, isOver) = sum.addingReportingOverflow(meeting.weight)
            return isOver ? (meeting.weight > 0 ? .max : .min) : next
        }
        for participant in instance.participants {
            let (breaks, idle) = breaks(of: participant.id)
            value.breaks += breaks
            value.idleSlots += idle
            if participant.parallel == 1 { value.hallChanges += hallChanges(of: participant.id) }
        }
        return value
    }
}
