/// What more of a scarce resource would give a programme.
package struct ProgrammeScarcity: Equatable, Sendable, Codable {
    /// Days are positions among the expo's days, from 0.
    package enum Resource: Equatable, Sendable, Codable {
        case interpreters(LanguagePair, day: Int)
        case tables(Hall.ID, day: Int)
        case representatives(Enterprise.ID)
        case limit(Enterprise.ID)
    }

    package var resource: Resource
    /// How many more persons, tables or meetings.
    package var added: Int
    /// How many meetings these could hold: their slots.
    package var slots: Int
    /// What one such slot is worth in weight: the dual price of the bound.
    package var price: Double
    /// How many more meetings the engine placed with them, and what these weigh.
    package var placed: Int
    package var placedWeight: Int
    /// No programme with them weighs more than this beyond the present one (proven).
    package var weightAtMost: Int

    package init(
        resource: Resource,
        added: Int,
        slots: Int,
        price: Double,
        placed: Int,
        placedWeight: Int,
        weightAtMost: Int
    ) {
        self.resource = resource
        self.added = added
        self.slots = slots
        self.price = price
        self.placed = placed
        self.placedWeight = placedWeight
        self.weightAtMost = weightAtMost
    }
}
