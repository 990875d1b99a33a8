package import FairwayCore
import StoreSQL

extension ExpoStore {
    /// How often an import is worked out anew because others changed the same rows; after that it holds them up.
    static let maxImportPlans = 3

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
    ) throws -> ImportReport {
        for _ in 0..<Self.maxImportPlans {
            let plan = try planImport(batch, within: delegation)
            if dryRun || (!plan.report.refusedRows.isEmpty && !skipBadRows) { return plan.report }
            if let report = try write(plan, of: batch, within: delegation, by: actor) { return report }
        }
        return try importHoldingOthersUp(batch, within: delegation, by: actor, skipBadRows: skipBadRows)
    }

    func planImport(_ batch: ImportBatch, within delegation: Delegation.ID? = nil) throws -> ImportPlan {
        try ImportPlan(of: batch, within: delegation, in: backend)
    }

    /// - Returns: nil, and nothing is written, when someone has changed what the plan was made from.
    func write(
        _ plan: ImportPlan,
        of batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        by actor: String
    ) throws -> ImportReport? {
        var plan = plan
        return try write(as: actor, isLong: true) { db in
            guard try !plan.isStale(db) else { return nil }
            try plan.write(db)
            try self.ensureExpo(db, hasSlots: !batch.slots.isEmpty && delegation == nil)
            return plan.report
        }
    }

    /// The whole of it inside the transaction, where nobody can change anything meanwhile.
    func importHoldingOthersUp(
        _ batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        by actor: String,
        dryRun: Bool = false,
        skipBadRows: Bool
    ) throws -> ImportReport {
        do {
            return try write(as: actor, isLong: true) { db in
                var session = try ImportSession(db, batch, within: delegation)
                try session.run()
                try self.ensureExpo(db, hasSlots: !batch.slots.isEmpty && delegation == nil)
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
    private func ensureExpo(_ db: Database, hasSlots: Bool) throws {
        guard hasSlots, try expo(db) == nil else { return }
        let expo = Expo(
            name: LocalizedText(
                zh: "国际贸易博览会",
                ru: "Международная торговая выставка",
                en: "International Trade Expo"
            ),
            timeZone: "Asia/Shanghai",
            slots: try all(Slot.self, db, suffix: " ORDER BY number")
        )
        try Self.insert(expo, withSlots: false, db)
    }
}

/// Rolls an import back with what was found.
private struct ImportStop: Error {
    var report: ImportReport
}
