import FairwayCore

/// A reference a row makes: its field, the table it points into, the code it names.
struct ImportReference {
    /// Named as organisers' files name them.
    enum Table: String, CaseIterable {
        case halls, economies, regions, agencies, delegations, enterprises

        var stored: StoredTable {
            switch self {
            case .halls: Hall.table
            case .economies: Economy.table
            case .regions: Region.table
            case .agencies: Agency.table
            case .delegations: Delegation.table
            case .enterprises: Enterprise.table
            }
        }
    }

    var field: String
    var table: Table
    /// Nil refers to nothing.
    var code: String?

    init(_ field: String, _ table: Table, _ code: String?) {
        self.field = field
        self.table = table
        self.code = code
    }

    static func enterprise(_ id: Enterprise.ID, _ field: String = "enterprise") -> ImportReference {
        ImportReference(field, .enterprises, id.code)
    }
}
