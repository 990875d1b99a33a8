import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Hummingbird
import Workers

/// What a delegation takes home: its programme and its results as tables.
struct DelegationFilesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    private var frame: DelegationFrame { DelegationFrame(store: store, renderer: renderer) }

    let workers: WorkerPool

    init(store: ExpoStore, renderer: PageRenderer, workers: WorkerPool) {
        self.store = store
        self.renderer = renderer
        self.workers = workers
    }

    func programmeXLSX(_ request: Request, _ context: WebContext) async throws -> Response {
        let (delegation, _) = try await frame.delegation(context)
        let rows = try await programme(delegation, context)
        let sheet = context.language.pick(zh: "洽谈日程", ru: "Программа", en: "Programme")
        let input = WorkbookTask.Input(.programme, sheet: sheet, rows: rows)
        return try await workbook(named: "\(delegation.id)-programme.xlsx", input, context)
    }

    func programmeCSV(_ request: Request, _ context: WebContext) async throws -> Response {
        let (delegation, _) = try await frame.delegation(context)
        let text = CSVText.document(try await programme(delegation, context))
        return FileAnswer.file(Data(text.utf8), type: FileAnswer.csv, name: "\(delegation.id)-programme.csv")
    }

    private func programme(_ delegation: Delegation, _ context: WebContext) async throws -> [[String]] {
        let record = try await store.delegations.record(of: delegation.id)
        let programme = Programme(
            meetings: record.meetings,
            unplaced: [],
            value: ProgrammeValue(),
            bound: ProgrammeBound(placedWeight: 0)
        )
        return ProgrammeTable.rows(data: record.data, programme: programme, language: context.language)
    }

    func results(_ request: Request, _ context: WebContext) async throws -> Response {
        let (delegation, _) = try await frame.delegation(context)
        let record = try await store.delegations.record(of: delegation.id)
        let rows = DelegationResults.rows(
            data: record.data,
            meetings: record.meetings,
            members: record.members,
            language: context.language
        )
        let sheet = context.language.pick(zh: "成果", ru: "Итоги", en: "Results")
        let input = WorkbookTask.Input(.results, sheet: sheet, rows: rows)
        return try await workbook(named: "\(delegation.id)-results.xlsx", input, context)
    }

    private func workbook(named name: String, _ input: WorkbookTask.Input, _ context: WebContext) async throws
        -> Response
    {
        let file = try await workers.run(WorkbookTask.self, input, for: context.actor)
        return FileAnswer.file(file.bytes, type: FileAnswer.xlsx, name: name)
    }
}
