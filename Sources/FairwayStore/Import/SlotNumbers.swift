import FairwayCore
import StoreSQL

/// The numbers of the expo's slots, those stored and those taken over so far: what an import may say that somebody or
/// something is not free in.
struct SlotNumbers {
    /// Numbers of one cell while there is no slot yet.
    static let maxWithoutSlots = 512
    /// Of the tables and of the files.
    private static let column = "unavailable_slots"

    private var known: Set<Int>
    /// The first number that no slot has, stored or of the files.
    private let gap: Int

    /// - Parameter slots: Of the files.
    init(_ db: Database, slots: [Sourced<Slot>]) throws {
        let stored = Set(try Int.fetchAll(db, sql: "SELECT number FROM slot"))
        let all = stored.union(slots.map(\.value.number))
        var gap = 0
        while all.contains(gap) { gap += 1 }
        known = stored
        self.gap = gap
    }

    mutating func take(_ value: some StoredRow) {
        if let slot = value as? Slot { known.insert(slot.number) }
    }

    /// A slot beyond a gap can never be scheduled, and no import takes it away again.
    /// - Parameter old: The stored row of the same number, when there is one.
    private func flaw(of slot: Slot, replacing old: [SQLValue]?) -> ImportFlaw? {
        guard old == nil, slot.number > gap else { return nil }
        return ImportFlaw("number", String(slot.number), .slotGap(missing: gap))
    }

    /// - Parameter table: The file, which may have no column for it: what is stored then stays.
    func flaw(of value: some StoredRow, replacing old: [SQLValue]?, in table: SourceTable?)
        -> ImportFlaw?
    {
        if let slot = value as? Slot { return flaw(of: slot, replacing: old) }
        guard let numbers = Self.unavailable(value), table?.headers[Self.column] != nil else { return nil }
        if known.isEmpty, numbers.count > Self.maxWithoutSlots {
            let limit = FileLimit(.listValues, most: Self.maxWithoutSlots)
            return ImportFlaw(Self.column, String(numbers.count), .beyondLimit(limit))
        }
        guard let number = numbers.first(where: { !known.contains($0) }), let first = known.min(),
            let last = known.max()
        else { return nil }
        return ImportFlaw(Self.column, String(number), .unknownSlot(first: first, last: last))
    }

    private static func unavailable(_ value: some StoredRow) -> [Int]? {
        switch value {
        case let table as MeetingTable: table.unavailableSlots
        case let enterprise as Enterprise: enterprise.unavailableSlots
        case let interpreter as Interpreter: interpreter.unavailableSlots
        default: nil
        }
    }
}
