import Foundation
import Nomenclature
import Testing

@testable import fairway

/// What the search goes without, and what it does not pass over.
struct SearchSetupTests {
    @Test func aMissingNomenclatureIsGoneWithout() throws {
        #expect(try SearchSetup.nomenclature(at: "/nonexistent/hs2022.tsv") == nil)
    }

    @Test func aDamagedNomenclatureIsSaid() throws {
        let path = NSTemporaryDirectory() + "fairway-damaged-\(UUID().uuidString).tsv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "1806\tonly two\n".write(toFile: path, atomically: true, encoding: .utf8)
        let error = #expect(throws: ClassifyError.self) { try SearchSetup.nomenclature(at: path) }
        guard case .nomenclature(.columns(row: 1, found: 2)) = error else {
            Issue.record("\(error as Any)")
            return
        }
    }

    @Test func theOneThatIsInstalledIsRead() throws {
        #expect(try SearchSetup.nomenclature()?.headings.isEmpty == false)
    }
}
