import StoreSQL

extension AuditLogRepository {
    /// Grows with every change by anyone: the number of the last line of the audit log.
    package func changeNumber() async throws -> Int64 {
        try await read { try Int64.fetchOne($0, sql: "SELECT MAX(id) FROM audit_log") ?? 0 }
    }
}
