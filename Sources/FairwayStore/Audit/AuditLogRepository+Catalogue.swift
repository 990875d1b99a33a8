import StoreSQL

extension AuditLogRepository {
    /// Whether anything that the public catalogue shows was changed after a number that `changeNumber()` gave.
    package func hasCatalogueChanged(since number: Int64) async throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM audit_log WHERE id > ? AND table_name IN
              ('enterprise', 'product', 'demand', 'product_image', 'expo', 'economy', 'region'))
            """
        return try await read { try Bool.fetchOne($0, sql: sql, arguments: [number]) ?? true }
    }
}
