public import Mustache

/// What a template names.
///
/// A type of our own, since the engine asks for each name of each row whether what it has is a parent of values, and for a
/// dictionary that question takes longer than the answer.
struct ViewValues: MustacheParent, ExpressibleByDictionaryLiteral {
    private let values: [String: Any]

    init(_ values: [String: Any]) { self.values = values }

    init(dictionaryLiteral elements: (String, Any)...) {
        values = Dictionary(elements) { first, _ in first }
    }

    func child(named name: String) -> Any? { values[name] }
}

// What is most often shown is shown without the engine trying what else it could be.
extension String: @retroactive MustacheCustomRenderable {
    /// Itself.
    public var renderText: String { self }
    /// There is always something to show.
    public var isNull: Bool { false }
}

extension Int: @retroactive MustacheCustomRenderable {
    /// Its digits.
    public var renderText: String { String(self) }
    /// There is always something to show.
    public var isNull: Bool { false }
}
