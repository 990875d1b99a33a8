import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Hummingbird

/// What a delegation takes home: its programme and its results as tables.
struct DelegationFilesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    private var frame: DelegationFrame { DelegationFrame(store: store, renderer: renderer) }

    init(store: ExpoStore, renderer: PageRenderer) {
        self.store = store
        self.renderer = renderer
    }

    func programmeXLSX(_ request: Request, _ context: WebContext) async throws -> Response {
        let (delegation, _) = try frame.delegation(context)
        let rows = try programme(delegation, context)
        let sheet = context.language.pick(zh: "洽谈日程", ru: "Программа", en: "Programme")
        return try workbook(named: "\(delegation.id)-programme.xlsx") { path in
            try ProgrammeTable.writeXLSX(rows, sheet: sheet, to: path)
        }
    }

    func programmeCSV(_ request: Request, _ context: WebContext) async throws -> Response {
        let (delegation, _) = try frame.delegation(context)
        let text = CSVText.document(try programme(delegation, context))
        return FileAnswer.file(Data(text.utf8), type: FileAnswer.csv, name: "\(delegation.id)-programme.csv")
    }

    private func programme(_ delegation: Delegation, _ context: WebContext) throws -> [[String]] {
        let record = try store.record(of: delegation.id)
        let programme = Programme(
            meetings: record.meetings,
            unplaced: [],
            value: ProgrammeValue(),
            bound: ProgrammeBound(placedWeight: 0)
        )
        return ProgrammeTable.rows(data: record.data, programme: programme, language: context.language)
    }

    func results(_ request: Request, _ context: WebContext) async throws -> Response {
        let (delegation, _) = try frame.delegation(context)
        let record = try store.record(of: delegation.id)
        let rows = DelegationResults.rows(
            data: record.data,
            meetings: record.meetings,
            members: record.members,
            language: context.language
        )
        let sheet = context.language.pick(zh: "成果", ru: "Итоги", en: "Results")
        return try workbook(named: "\(delegation.id)-results.xlsx") { path in
            try DelegationResults.writeXLSX(rows, sheet: sheet, to: path)
        }
    }

    private func workbook(named name: String, _ write: (String) throws -> Void) throws -> Response {
        let bytes = try TemporaryFolder.use { folder in
            let path = folder + "/table.xlsx"
            try write(path)
            return FileManager.default.contents(atPath: path)
        }
        guard let bytes else { throw HTTPError(.internalServerError) }
        return FileAnswer.file(bytes, type: FileAnswer.xlsx, name: name)
    }
}
