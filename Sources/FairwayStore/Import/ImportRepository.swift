package import FairwayCore
import StoreSQL

/// Takes the rows of files over.
package struct ImportRepository: Repository {
    let database: StoreDatabase

    /// How often an import is worked out anew because others changed the same rows; after that it holds them up.
    static let maxPlans = 3

    /// Takes a batch over, in one transaction.
    ///
    /// Bad rows are refused with a diagnostic. Unless `skipBadRows`, one refused row leaves the store as it was.
    /// A dry run does everything, reports it, and changes nothing. Everything but the writing of changed rows happens on a
    /// private copy, so that other writers wait for that alone, and for a dry run not at all.
    /// - Parameter delegation: Refuse all rows but those of this delegation; nil takes any.
    package func apply(
        _ batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        by actor: String,
        dryRun: Bool,
        skipBadRows: Bool
    ) async throws -> ImportReport {
        for _ in 0..<Self.maxPlans {
            let plan = try await plan(batch, within: delegation)
            if dryRun || (!plan.report.refusedRows.isEmpty && !skipBadRows) { return plan.report }
            if let report = try await write(plan, of: batch, within: delegation, by: actor) { return report }
        }
        return try await applyHoldingOthersUp(batch, within: delegation, by: actor, skipBadRows: skipBadRows)
    }

    func plan(_ batch: ImportBatch, within delegation: Delegation.ID? = nil) async throws -> ImportPlan {
        let backend = database.backend
        return try await database.offload { try ImportPlan(of: batch, within: delegation, in: backend) }
    }

    /// - Returns: nil, and nothing is written, when someone has changed what the plan was made from.
    func write(
        _ plan: ImportPlan,
        of batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        by actor: String
    ) async throws -> ImportReport? {
        try await write(as: actor, isLong: true) { db in
            var plan = plan
            guard try !plan.isStale(db) else { return nil }
            try plan.write(db)
            try Self.ensureExpo(db, hasSlots: !batch.slots.isEmpty && delegation == nil)
            return plan.report
        }
    }

    /// The whole of it inside the transaction, where nobody can change anything meanwhile.
    func applyHoldingOthersUp(
        _ batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        by actor: String,
        dryRun: Bool = false,
        skipBadRows: Bool
    ) async throws -> ImportReport {
        do {
            return try await write(as: actor, isLong: true) { db in
                var session = try ImportSession(db, batch, within: delegation)
                try session.run()
                try Self.ensureExpo(db, hasSlots: !batch.slots.isEmpty && delegation == nil)
                var report = session.report
                if dryRun || (!report.refusedRows.isEmpty && !skipBadRows) {
                    throw ImportStop(report: report)
                }
                report.isApplied = true
                return report
            }
        } catch let stop as ImportStop {
            return stop.report
        }
    }

    /// The first slots make the expo; its name and time zone can be set later.
    private static func ensureExpo(_ db: Database, hasSlots: Bool) throws {
        guard hasSlots, try ExpoRepository.expo(db) == nil else { return }
        let expo = Expo(
            name: LocalizedText(
                zh: "国际贸易博览会",
                ru: "Международная торговая выставка",
                en: "International Trade Expo"
            ),
            timeZone: "Asia/Shanghai",
            slots: try db.all(Slot.self, suffix: " ORDER BY number")
        )
        try ExpoRepository.insert(expo, withSlots: false, db)
    }
}

/// Rolls an import back with what was found.
private struct ImportStop: Error {
    var report: ImportReport
}
