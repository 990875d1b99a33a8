/// The terms of products as values of facets.
extension SearchFacet {
    /// A facet is one word: blanks within a name become underscores.
    init(certificate: String) {
        self.init(.certificate, certificate.split(whereSeparator: \.isWhitespace).joined(separator: "_"))
    }

    /// The upper ends of the ranges of minimum orders, each in its own unit; above the last comes one more.
    package static let minimumOrders = [10, 100, 1_000, 10_000]

    /// A range by its upper end, `100` for 11 to 100; `more` above all.
    init(minimumOrder quantity: Int) {
        let end = Self.minimumOrders.first { quantity <= $0 }
        self.init(.moq, end.map { String($0) } ?? "more")
    }

    /// The certificate's name, with its blanks.
    package var certificate: String { value.replacing("_", with: " ") }

    /// The range's ends, without an upper one above all; nil when the value is no range.
    package var range: (least: Int, most: Int?)? {
        if value == "more" { return (Self.minimumOrders[Self.minimumOrders.count - 1] + 1, nil) }
        guard let place = Self.minimumOrders.firstIndex(where: { String($0) == value }) else { return nil }
        let most = Self.minimumOrders[place]
        return (place == 0 ? 1 : Self.minimumOrders[place - 1] + 1, most)
    }
}
