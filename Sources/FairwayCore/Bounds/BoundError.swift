/// A number from outside that is none, or is not in its range.
package struct BoundError: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case notWhole
        case outOfRange
    }

    /// As the sender spells it.
    package let field: String
    /// What was sent, as much as a line holds.
    package let text: String
    package let reason: Reason
    package let allowed: ClosedRange<Int>

    private static let maxShown = 40

    package init(_ field: String, _ text: String, _ reason: Reason, _ allowed: ClosedRange<Int>) {
        self.field = field
        self.text = String(text.prefix(Self.maxShown))
        self.reason = reason
        self.allowed = allowed
    }
}

extension BoundError: WordedError {
    package func words(in language: Language) -> String {
        let numbers = NumberWords(language)
        let (least, most) = (numbers.integer(allowed.lowerBound), numbers.integer(allowed.upperBound))
        let sent = language.quoted(text)
        return language.pick(
            zh: "\(field)：\(sent)无效，应为 \(least) 到 \(most) 的整数。",
            ru: "\(field): \(sent) не подходит, нужно целое число от \(least) до \(most).",
            en: "\(field): \(sent) will not do; a whole number from \(least) to \(most) is needed."
        )
    }
}
