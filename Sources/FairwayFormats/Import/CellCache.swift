/// What cells with the same text in the same column meant before: most columns repeat a few values thousands of times.
final class CellCache {
    private var meanings: [String: [String: Any]] = [:]
    private var suggestions: [String: [String: String?]] = [:]
    private var suggestionCount = 0

    /// The meaning of a text, made once; what has none is asked again each time, so that each row is reported.
    /// - Parameter scope: The column, and whatever else the meaning depends on.
    func meaning<Value>(_ scope: String, _ text: String, _ make: () -> Value?) -> Value? {
        if let known = meanings[scope]?[text] as? Value { return known }
        guard let value = make() else { return nil }
        // A column of different texts would only fill the memory.
        if meanings[scope, default: [:]].count < 5000 { meanings[scope, default: [:]][text] = value }
        return value
    }

    /// What a text without a meaning may have meant, looked for once.
    /// - Parameter scope: The column, and whatever else the suggestion depends on.
    /// - Returns: nil also when too many other texts of the table have none: looking takes a millisecond, and nobody corrects a
    ///   table word by word that has thousands of wrong ones.
    func suggestion(_ scope: String, _ text: String, _ make: () -> String?) -> String? {
        if let known = suggestions[scope]?[text] { return known }
        guard suggestionCount < Self.maxSuggestions else { return nil }
        suggestionCount += 1
        let suggestion = make()
        suggestions[scope, default: [:]][text] = .some(suggestion)
        return suggestion
    }

    /// Different texts without a meaning, of a table.
    static let maxSuggestions = 1000
}
