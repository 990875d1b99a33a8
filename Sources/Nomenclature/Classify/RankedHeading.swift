/// A heading proposed for a text, with what spoke for it.
package struct RankedHeading: Sendable, Equatable {
    /// A word of the text and how much of the score it gave.
    package struct Reason: Sendable, Equatable {
        /// As in the text, folded.
        package let word: String
        package let share: Float
    }

    /// The place in `Nomenclature.headings`.
    package let place: Int
    package let code: String
    /// What the order follows.
    package let score: Float
    /// Between 0 and 1.
    package let lexical: Float
    /// In standard deviations above the mean of all headings; nil when no meaning was given.
    package let semantic: Float?
    /// The words that gave most, at most five.
    package let reasons: [Reason]
}
