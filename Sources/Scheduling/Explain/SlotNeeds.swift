/// What one meeting lacks in one slot while all others stay where they are.
struct SlotNeeds: OptionSet, Hashable {
    let rawValue: UInt16

    static let session = SlotNeeds(rawValue: 1 << 0)
    static let fixedSlot = SlotNeeds(rawValue: 1 << 1)
    static let order = SlotNeeds(rawValue: 1 << 2)
    static let limitA = SlotNeeds(rawValue: 1 << 3)
    static let limitB = SlotNeeds(rawValue: 1 << 4)
    /// The side is unavailable.
    static let closedA = SlotNeeds(rawValue: 1 << 5)
    static let closedB = SlotNeeds(rawValue: 1 << 6)
    /// The side is full.
    static let crowdedA = SlotNeeds(rawValue: 1 << 7)
    static let crowdedB = SlotNeeds(rawValue: 1 << 8)
    /// The side's one representative cannot walk in time.
    static let walkA = SlotNeeds(rawValue: 1 << 9)
    static let walkB = SlotNeeds(rawValue: 1 << 10)
    static let table = SlotNeeds(rawValue: 1 << 11)
    static let interpreter = SlotNeeds(rawValue: 1 << 12)

    /// What moving other meetings can cure.
    static let movable: SlotNeeds = [.crowdedA, .crowdedB, .table, .interpreter]

    /// The changes that meet all needs.
    func changes(_ place: SlotPlace) -> [Concession] {
        var changes: [Concession] = []
        func add(_ need: SlotNeeds, _ change: @autoclosure () -> Concession) {
            if !isDisjoint(with: need) { changes.append(change()) }
        }
        add(.session, .dropSession(meeting: place.meeting))
        add(.fixedSlot, .dropFixedSlot(meeting: place.meeting))
        add(.order, .dropOrder(meeting: place.meeting))
        add(.limitA, .raiseLimit(participant: place.a))
        add(.limitB, .raiseLimit(participant: place.b))
        add(.closedA, .openSlot(participant: place.a, slot: place.slot))
        add(.closedB, .openSlot(participant: place.b, slot: place.slot))
        add([.crowdedA, .walkA], .addRepresentative(participant: place.a))
        add([.crowdedB, .walkB], .addRepresentative(participant: place.b))
        add(.table, .addTable(hall: Int(place.hall), slot: place.slot))
        add(.interpreter, .addInterpreter(one: place.pair.one, other: place.pair.other, slot: place.slot))
        return changes
    }

    /// Total cost of `changes`, without making them.
    var cost: Int {
        var cost = 0
        var bits = rawValue
        while bits != 0 {
            cost += Self.costs[bits.trailingZeroBitCount]
            bits &= bits - 1
        }
        return cost
    }

    /// By bit; a side is never both crowded and out of walking reach (`SlotFacts` sees to it).
    private static let costs: [Int] = {
        let samples: [Concession] = [
            .dropSession(meeting: 0), .dropFixedSlot(meeting: 0), .dropOrder(meeting: 0),
            .raiseLimit(participant: 0), .raiseLimit(participant: 0),
            .openSlot(participant: 0, slot: 0), .openSlot(participant: 0, slot: 0),
            .addRepresentative(participant: 0), .addRepresentative(participant: 0),
            .addRepresentative(participant: 0), .addRepresentative(participant: 0),
            .addTable(hall: 0, slot: 0), .addInterpreter(one: 0, other: 0, slot: 0),
        ]
        return samples.map(\.cost)
    }()
}
