package import FairwayCore
import StoreSQL

extension ProgrammeRepository {
    /// What is scarce in a run's programme, and who is served worst; both empty for runs of older versions.
    package func explanation(of run: Run.ID) async throws -> RunExplanation {
        try await read { try Self.explanation(of: run, $0) }
    }

    static func explanation(of run: Run.ID, _ db: Database) throws -> RunExplanation {
        let sql = "SELECT scarcities, worst_served FROM run_explanation WHERE run = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [run]) else { return RunExplanation() }
        return RunExplanation(
            scarcities: try JSONText.decode([ProgrammeScarcity].self, from: row[0]),
            worstServed: try JSONText.decode([EnterpriseLoad].self, from: row[1])
        )
    }

    /// Stores what the engine says beyond the reasons; the rows of `unplaced` must be there.
    static func insertExplanation(of programme: Programme, run: Run.ID, _ db: Database) throws {
        let statement = try db.makeStatement(sql: "INSERT INTO unplaced_detail VALUES (?, ?, ?)")
        for entry in programme.unplaced.sorted(by: { $0.request < $1.request }) {
            let detail = UnplacedDetail(entry)
            guard detail != UnplacedDetail() else { continue }
            try statement.execute(arguments: [run, entry.request.code, JSONText.encode(detail)])
        }
        guard !programme.scarcities.isEmpty || !programme.worstServed.isEmpty else { return }
        try db.execute(
            sql: "INSERT INTO run_explanation VALUES (?, ?, ?)",
            arguments: [
                run, JSONText.encode(programme.scarcities), JSONText.encode(programme.worstServed),
            ]
        )
    }
}

/// What is scarce in a run's programme, and who is served worst.
package struct RunExplanation: Equatable, Sendable {
    package var scarcities: [ProgrammeScarcity] = []
    package var worstServed: [EnterpriseLoad] = []
}

/// What is stored of an unplaced request beyond its reason.
private struct UnplacedDetail: Codable, Equatable {
    var load: EnterpriseLoad?
    var rivals: [MeetingRequest.ID] = []
    var outweighedBy: Int?
    var remedy: UnplacedRemedy?

    init() {}

    init(_ unplaced: UnplacedRequest) {
        load = unplaced.load
        rivals = unplaced.rivals
        outweighedBy = unplaced.outweighedBy
        remedy = unplaced.remedy
    }
}

extension UnplacedRequest {
    /// Reads the columns reason and detail; the detail may be missing.
    init(_ request: MeetingRequest.ID, _ reader: RowReader) throws {
        let reason = try JSONText.decode(UnplacedReason.self, from: reader.text())
        let detail = try reader.optionalText().map { try JSONText.decode(UnplacedDetail.self, from: $0) }
        self.init(
            request: request,
            reason: reason,
            load: detail?.load,
            rivals: detail?.rivals ?? [],
            outweighedBy: detail?.outweighedBy,
            remedy: detail?.remedy
        )
    }
}
