/// A hall of the fairground; holds stands of exhibitors and shared tables.
package struct Hall: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Hall>

    package var id: ID
    package var name: LocalizedText

    package init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

/// A stand in a hall; an enterprise that has one is an exhibitor and meets there.
package struct Stand: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Stand>

    package var id: ID
    package var hall: Hall.ID
    package var enterprise: Enterprise.ID?

    package init(id: ID, hall: Hall.ID, enterprise: Enterprise.ID?) {
        self.id = id
        self.hall = hall
        self.enterprise = enterprise
    }
}

/// A shared table in a hall, for meetings where neither side has a stand.
package struct MeetingTable: Equatable, Sendable, Codable {
    package typealias ID = Identifier<MeetingTable>

    package var id: ID
    package var hall: Hall.ID
    /// Slots in which the table cannot be used.
    package var unavailableSlots: [Int]

    package init(id: ID, hall: Hall.ID, unavailableSlots: [Int] = []) {
        self.id = id
        self.hall = hall
        self.unavailableSlots = unavailableSlots
    }
}
