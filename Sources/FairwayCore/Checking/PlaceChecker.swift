/// Verifies the stands and tables of a stored programme, which a programme's file does not name.
struct PlaceChecker {
    private let requests: [MeetingRequest.ID: MeetingRequest]
    private let stands: [Stand.ID: Stand]
    /// Enterprises that meet at a stand of theirs.
    private let exhibitors: Set<Enterprise.ID>
    private let tables: [MeetingTable.ID: MeetingTable]
    private var taken: Set<Seat> = []

    private struct Seat: Hashable {
        var table: MeetingTable.ID
        var slot: Int
    }

    /// The broken rules in the order of the meetings: exactly one of stand and table; the stand is the host's own and in the
    /// hall; the table is in the hall, usable and free in the slot.
    static func violations(of programme: Programme, in data: ExpoData) -> [ProgrammeViolation] {
        var checker = PlaceChecker(data)
        return programme.meetings.compactMap { checker.violation(of: $0) }
    }

    private init(_ data: ExpoData) {
        requests = Dictionary(data.requests.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        stands = Dictionary(data.stands.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        exhibitors = Set(data.stands.compactMap(\.enterprise))
        tables = Dictionary(data.tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func violation(of meeting: Meeting) -> ProgrammeViolation? {
        // A meeting without a request is told by others.
        guard let request = requests[meeting.request] else { return nil }
        let id = meeting.request.code
        let host = [request.recipient, request.requester].first { exhibitors.contains($0) }
        switch (meeting.place.stand, meeting.place.table) {
        case (nil, nil): return .noPlace(id)
        case (.some, .some): return .twoPlaces(id)
        case (let stand?, nil):
            guard let known = stands[stand], let host, known.enterprise == host else {
                return .standOfAnother(id, stand: stand.code)
            }
            return known.hall == meeting.place.hall
                ? nil : .placeInOtherHall(id, place: stand.code, hall: meeting.place.hall.code)
        case (nil, let table?):
            if let host { return .tableInsteadOfStand(id, host: host.code) }
            return violation(of: meeting, at: table)
        }
    }

    private mutating func violation(of meeting: Meeting, at table: MeetingTable.ID) -> ProgrammeViolation? {
        let id = meeting.request.code
        guard let known = tables[table], known.hall == meeting.place.hall else {
            return .placeInOtherHall(id, place: table.code, hall: meeting.place.hall.code)
        }
        if known.unavailableSlots.contains(meeting.slot) {
            return .tableUnavailable(id, table: table.code, slot: meeting.slot)
        }
        let isFree = taken.insert(Seat(table: table, slot: meeting.slot)).inserted
        return isFree ? nil : .tableTwice(id, table: table.code, slot: meeting.slot)
    }
}
