/// The event: its name, place in time, and the grid of slots in which meetings happen.
package struct Expo: Equatable, Sendable, Codable {
    package var name: LocalizedText
    /// The time zone of all times of the expo: an IANA name such as `Asia/Shanghai`.
    package var timeZone: String
    package var slots: [Slot]

    package init(name: LocalizedText, timeZone: String, slots: [Slot]) {
        self.name = name
        self.timeZone = timeZone
        self.slots = slots
    }

    /// The dates of the expo in order, each once.
    package var days: [CivilDate] {
        Array(Set(slots.map(\.date))).sorted()
    }
}

/// One numbered interval of the expo; a meeting takes exactly one slot.
///
/// Numbers run from 0 over all days in time order.
package struct Slot: Equatable, Sendable, Codable {
    /// Numbers that a slot may have.
    package static let numberRange = 0...4095

    package var number: Int
    package var date: CivilDate
    package var session: Session
    package var starts: ClockTime
    package var ends: ClockTime

    package init(number: Int, date: CivilDate, session: Session, starts: ClockTime, ends: ClockTime) {
        self.number = number
        self.date = date
        self.session = session
        self.starts = starts
        self.ends = ends
    }
}

/// A half of a day; a request can ask for one.
package enum Session: String, Sendable, Codable, CaseIterable {
    case am
    case pm
}
