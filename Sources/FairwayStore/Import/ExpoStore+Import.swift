package import FairwayCore
import GRDB

extension ExpoStore {
    /// Takes a batch over, in one transaction.
    ///
    /// Bad rows are refused with a diagnostic. Unless `skipBadRows`, one refused row leaves the store as it was.
    /// A dry run does everything, reports it, and takes it back.
    /// - Parameter delegation: Refuse all rows but those of this delegation; nil takes any.
    package func apply(
        _ batch: ImportBatch,
        within delegation: Delegation.ID? = nil,
        by actor: String,
        dryRun: Bool,
        skipBadRows: Bool
    ) throws -> ImportReport {
        do {
            return try writeImport(
                batch,
                within: delegation,
                by: actor,
                dryRun: dryRun,
                skipBadRows: skipBadRows
            )
        } catch let stop as ImportStop {
            return stop.report
        }
    }

    private func writeImport(
        _ batch: ImportBatch,
        within delegation: Delegation.ID?,
        by actor: String,
        dryRun: Bool,
        skipBadRows: Bool
    ) throws -> ImportReport {
        try write(as: actor) { db in
            var session = try ImportSession(db, batch, within: delegation)
            try session.run()
            try self.ensureExpo(db, hasSlots: !batch.slots.isEmpty && delegation == nil)
            var report = session.report
            if dryRun || (!report.refusedRows.isEmpty && !skipBadRows) { throw ImportStop(report: report) }
            report.isApplied = true
            return report
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
