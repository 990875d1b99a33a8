package import FairwayCore
import StoreSQL

/// The names of enterprises, held against each other.
package struct NameRepository: Repository {
    let database: StoreDatabase
    let memory: NameMemory

    /// Why each of these names may be taken for another's, in their order: names look alike whatever legal form stands beside.
    ///
    /// - Complexity: O(names), while those of the expo are what they were; else O(enterprises), and each new name is taken apart.
    package func warnings(for names: [(name: LocalizedText, own: Enterprise.ID?)]) async throws
        -> [[NameWarning]]
    {
        guard !names.isEmpty else { return [] }
        return try await database.offload {
            let index = try index()
            let traits = memory.traits(of: names.map { $0.name })
            return zip(traits, names).map { index.warnings(of: $0, own: $1.own) }
        }
    }

    /// The approved companies whose present names mix alphabets or look like another's, the likeliest impostors first.
    ///
    /// A company may rename itself after its approval, and everyone sees the new name at once.
    /// - Complexity: O(1) while no name has changed.
    package func suspects() async throws -> [SuspectName] {
        try await database.offload { try memory.suspects { try self.names(changedSince: $0) } }
    }

    /// All names of the expo, declined enterprises' too; waits while they are read.
    func index() throws -> NameIndex {
        try memory.index { try self.names(changedSince: $0) }
    }

    private func names(changedSince known: Int64) throws -> (change: Int64, entries: [NameIndex.Entry])? {
        try database.read { db in
            let change = try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM audit_log") ?? 0
            guard change != known else { return nil }
            let entries = try NameIndex.entries(db)
            return (change: change, entries: entries)
        }
    }
}
