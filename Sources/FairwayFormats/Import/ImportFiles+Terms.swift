import FairwayCore

extension ImportFiles {
    /// The cells of a product's terms, as the import reads them.
    static func termCells(_ terms: TradeTerms) -> [String: String] {
        [
            "brand": terms.brand ?? "",
            "moq": terms.minimumOrder.map { String($0.quantity) } ?? "",
            "moq_unit": terms.minimumOrder?.unit.rawValue ?? "",
            "incoterm": terms.delivery?.incoterm.rawValue ?? "",
            "incoterm_place": terms.delivery?.place ?? "",
            "certificates": terms.certificates.joined(separator: "; "),
            "private_label": terms.isPrivateLabel.map { $0 ? "yes" : "no" } ?? "",
        ]
    }
}
