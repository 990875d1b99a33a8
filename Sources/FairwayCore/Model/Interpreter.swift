/// A person who interprets in meetings between sides without a common language.
package struct Interpreter: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Interpreter>

    package var id: ID
    package var name: LocalizedText
    package var pairs: [LanguagePair]
    package var unavailableSlots: [Int]
    /// Adjacent slots worked without a free one; nil means no limit.
    package var maxConsecutiveSlots: Int?

    package init(
        id: ID,
        name: LocalizedText,
        pairs: [LanguagePair],
        unavailableSlots: [Int] = [],
        maxConsecutiveSlots: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.pairs = pairs
        self.unavailableSlots = unavailableSlots
        self.maxConsecutiveSlots = maxConsecutiveSlots
    }
}
