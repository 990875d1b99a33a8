import FairwayCore

extension ProfileForm {
    /// What a button of the form asks for.
    enum Action: Equatable {
        case save, submit, add(String), remove(String, Int)
        /// Asks which headings a good may belong under; takes one.
        case propose(String, Int), take(String, Int, heading: String)

        init(_ text: String?) {
            let parts = (text ?? "").split(separator: "-").map(String.init)
            switch (parts.first, parts.count) {
            case ("submit", 1): self = .submit
            case ("add", 2): self = .add(parts[1])
            case ("remove", 3): self = .remove(parts[1], Int(parts[2], in: 0...ProfileCheck.mostRows) ?? -1)
            case ("propose", 3): self = .propose(parts[1], Int(parts[2], in: 0...ProfileCheck.mostRows) ?? -1)
            case ("take", 4):
                self = .take(parts[1], Int(parts[2], in: 0...ProfileCheck.mostRows) ?? -1, heading: parts[3])
            default: self = .save
            }
        }

        /// Changes the rows of a draft.
        func change(_ draft: inout ProfileDraft) {
            switch self {
            case .save, .submit, .propose: return
            case .add("people"): draft.people.append(.init())
            case .add("products"): draft.products.append(.init())
            case .add("demands"): draft.demands.append(.init())
            case .remove("people", let row) where draft.people.indices.contains(row):
                draft.people.remove(at: row)
            case .remove("products", let row) where draft.products.indices.contains(row):
                draft.products.remove(at: row)
            case .remove("demands", let row) where draft.demands.indices.contains(row):
                draft.demands.remove(at: row)
            case .take("products", let row, let heading) where draft.products.indices.contains(row):
                draft.products[row].hs = heading
            case .take("demands", let row, let heading) where draft.demands.indices.contains(row):
                draft.demands[row].hs = heading
            case .add, .remove, .take: return
            }
        }

        /// Whether the form is shown again without being saved.
        var isStep: Bool { self != .save && self != .submit }

        /// What the next page has to be told.
        var query: String {
            guard case .propose(let section, let row) = self else { return "" }
            return "?do=propose-\(section)-\(row)"
        }

        /// Where on the page to go on.
        var anchor: String {
            switch self {
            case .add(let section), .remove(let section, _): "#s-\(section)"
            case .propose(let section, let row), .take(let section, let row, _): "#f-\(section)-\(row)-hs"
            case .save, .submit: ""
            }
        }
    }
}
