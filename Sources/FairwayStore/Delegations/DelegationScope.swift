import FairwayCore
import StoreSQL

/// What an agency's import may touch: enterprises of its delegation, and their representatives, products and demands.
package struct DelegationScope {
    /// The largest delegation has some hundreds; matching weighs every enterprise against every other.
    package static let maxMembers = 5000

    let delegation: Delegation.ID
    /// Delegation and status of each enterprise that was there before the import.
    private let stored: [Enterprise.ID: (delegation: Delegation.ID?, status: Enterprise.Status)]
    private var members: Set<String>

    init(_ delegation: Delegation.ID, _ db: Database) throws {
        self.delegation = delegation
        var stored: [Enterprise.ID: (Delegation.ID?, Enterprise.Status)] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT code, delegation, status FROM enterprise") {
            let reader = RowReader(row)
            let (id, owner): (Enterprise.ID, Delegation.ID?) = (reader.id(), reader.optionalID())
            stored[id] = (owner, try reader.parsed { Enterprise.Status(rawValue: $0) })
        }
        self.stored = stored
        members = Set(stored.filter { $0.value.0 == delegation }.map(\.key.code))
    }

    /// Who comes without a delegation comes with this one.
    func joined(_ enterprise: Enterprise) -> Enterprise {
        var enterprise = enterprise
        enterprise.delegation = enterprise.delegation ?? delegation
        return enterprise
    }

    /// Approval is the organiser's: whoever is new waits for it, whoever is stored keeps what they have.
    func status(of id: Enterprise.ID) -> Enterprise.Status { stored[id]?.status ?? .registered }

    /// - Parameter old: The stored row of the same code.
    func flaw(of value: some StoredRow, replacing old: [SQLValue]?) -> ImportFlaw? {
        switch value {
        case let enterprise as Enterprise:
            if old != nil, !members.contains(enterprise.id.code) {
                return ImportFlaw("code", enterprise.id.code, .otherDelegation)
            }
            if old == nil, members.count >= Self.maxMembers {
                return ImportFlaw("code", enterprise.id.code, .tooManyMembers(most: Self.maxMembers))
            }
            return enterprise.delegation == delegation
                ? nil : ImportFlaw("delegation", enterprise.delegation?.code, .otherDelegation)
        case let person as Representative: return flaw(person.id.code, of: person.enterprise, old)
        case let product as Product: return flaw(product.id.code, of: product.enterprise, old)
        case let demand as Demand: return flaw(demand.id.code, of: demand.enterprise, old)
        default: return ImportFlaw("code", PreparedRow(value).key, .organisersTable)
        }
    }

    /// The second column of what belongs to an enterprise is its code.
    private func flaw(_ code: String, of owner: Enterprise.ID, _ old: [SQLValue]?) -> ImportFlaw? {
        if let old, case .text(let stored) = old[1], !members.contains(stored) {
            return ImportFlaw("code", code, .otherDelegation)
        }
        // Of an enterprise that is nowhere something else is said.
        guard stored[owner] != nil, !members.contains(owner.code) else { return nil }
        return ImportFlaw("enterprise", owner.code, .otherDelegation)
    }

    mutating func take(_ value: some StoredRow) {
        if let enterprise = value as? Enterprise { members.insert(enterprise.id.code) }
    }
}
