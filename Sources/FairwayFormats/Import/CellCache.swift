/// What cells with the same text in the same column meant before: most columns repeat a few values thousands of times.
final class CellCache {
    private var meanings: [String: [String: Any]] = [:]

    /// The meaning of a text, made once; what has none is asked again each time, so that each row is reported.
    /// - Parameter scope: The column, and whatever else the meaning depends on.
    func meaning<Value>(_ scope: String, _ text: String, _ make: () -> Value?) -> Value? {
        if let known = meanings[scope]?[text] as? Value { return known }
        guard let value = make() else { return nil }
        // A column of different texts would only fill the memory.
        if meanings[scope, default: [:]].count < 5000 { meanings[scope, default: [:]][text] = value }
        return value
    }
}
