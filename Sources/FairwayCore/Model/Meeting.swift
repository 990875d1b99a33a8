/// A request that a programme has given a slot, a place and, if needed, an interpreter.
package struct Meeting: Equatable, Sendable, Codable {
    package var request: MeetingRequest.ID
    package var slot: Int
    package var place: Place
    package var interpreter: Interpreter.ID?

    package init(request: MeetingRequest.ID, slot: Int, place: Place, interpreter: Interpreter.ID?) {
        self.request = request
        self.slot = slot
        self.place = place
        self.interpreter = interpreter
    }
}

/// Where a meeting is held.
package struct Place: Equatable, Sendable, Codable {
    package var hall: Hall.ID
    /// Exactly one of the two is set.
    package var stand: Stand.ID?
    package var table: MeetingTable.ID?

    package init(hall: Hall.ID, stand: Stand.ID? = nil, table: MeetingTable.ID? = nil) {
        self.hall = hall
        self.stand = stand
        self.table = table
    }
}

/// What came of a meeting.
package struct Outcome: Equatable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case met
        case noShow
        case lead
        case letterOfIntent
        case contract
    }

    package var request: MeetingRequest.ID
    package var kind: Kind
    package var note: String?

    package init(request: MeetingRequest.ID, kind: Kind, note: String? = nil) {
        self.request = request
        self.kind = kind
        self.note = note
    }
}
