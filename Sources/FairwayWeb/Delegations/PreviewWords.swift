import FairwayCore
import FairwayFormats
import FairwayStore

/// What an import would do, or did, as values for its template.
struct PreviewWords {
    let renderer: PageRenderer
    let language: Language

    /// Lists on the page are cut at these lengths; the counts and the files have all.
    static let mostChanges = 100
    static let mostFindings = 200

    private func word(_ key: String) -> String { renderer.word(key, language) }

    func model(of result: ImportService.Result, upload: Upload, refusedFiles: [String]) -> [String: Any] {
        let report = result.report
        let counts = report.counts.values
        let taken = counts.reduce(0) { $0 + $1.inserted + $1.updated }
        let refused = counts.reduce(0) { $0 + $1.refused }
        let errors = findings(.error, in: result)
        let notes = findings(.warning, in: result)
        return [
            "isApplied": report.isApplied, "file": upload.name, "upload": upload.id,
            "state": state(report.isApplied, taken: taken, refused: refused, errors: errors.count),
            "canConfirm": !report.isApplied && taken > 0,
            "taken": CountedNoun.row.counted(taken, in: language),
            "hasRefused": refused > 0, "refused": CountedNoun.row.counted(refused, in: language),
            "tables": tables(report), "hasTables": !report.counts.isEmpty,
            "refusedFiles": refusedFiles.map { ["name": $0, "file": PageParameters.encoded($0)] },
            "errors": errors.prefix(Self.mostFindings).map { ["text": $0.words(in: language)] },
            "hasErrors": !errors.isEmpty, "moreErrors": more(errors.count - Self.mostFindings),
            "notes": notes.prefix(Self.mostFindings).map { ["text": $0.words(in: language)] },
            "hasNotes": !notes.isEmpty, "moreNotes": more(notes.count - Self.mostFindings),
            "changes": report.changes.prefix(Self.mostChanges).map { change($0, names(result.batch)) },
            "hasChanges": !report.changes.isEmpty,
            "moreChanges": more(taken - Self.mostChanges),
        ]
    }

    /// In the order of the file: the reader's and the store's are found one after the other.
    private func findings(_ severity: Diagnostic.Severity, in result: ImportService.Result) -> [Diagnostic] {
        let places = Dictionary(result.batch.tables.enumerated().map { ($0.element.file, $0.offset) }) {
            first,
            _ in first
        }
        return result.diagnostics.filter { $0.severity == severity }
            .sorted { (places[$0.file] ?? -1, $0.row ?? 0) < (places[$1.file] ?? -1, $1.row ?? 0) }
    }

    private func state(_ isApplied: Bool, taken: Int, refused: Int, errors: Int) -> String {
        if isApplied { return word("import.done") }
        return word(taken > 0 ? "import.dryRun" : errors > 0 ? "import.nothingGood" : "import.nothingNew")
    }

    private func more(_ count: Int) -> Any {
        guard count > 0 else { return false }
        let number = NumberWords(language).integer(count)
        return [
            "text": language.pick(zh: "……另有 \(number) 条", ru: "… и ещё \(number)", en: "… and \(number) more")
        ]
    }

    private func tables(_ report: ImportReport) -> [[String: Any]] {
        SourceTable.Kind.allCases.compactMap { kind in
            report.counts[kind].map { count in
                [
                    "name": word("importTable.\(kind.rawValue)"), "inserted": count.inserted,
                    "updated": count.updated, "unchanged": count.unchanged, "refused": count.refused,
                ]
            }
        }
    }

    /// What the file calls each of its rows, by code.
    private func names(_ batch: ImportBatch) -> [SourceTable.Kind: [String: LocalizedText]] {
        func pairs(_ list: [(String, LocalizedText)]) -> [String: LocalizedText] {
            Dictionary(list) { first, _ in first }
        }
        return [
            .enterprises: pairs(batch.enterprises.map { ($0.value.id.code, $0.value.name) }),
            .representatives: pairs(batch.representatives.map { ($0.value.id.code, $0.value.name) }),
            .products: pairs(batch.products.map { ($0.value.id.code, $0.value.name) }),
            .demands: pairs(batch.demands.map { ($0.value.id.code, $0.value.text) }),
        ]
    }

    private func change(_ change: ImportReport.Change, _ names: [SourceTable.Kind: [String: LocalizedText]])
        -> [String: Any]
    {
        let fields = change.fields.map { field in
            let title = change.table.title(ofField: field.name, in: language) ?? field.name
            return [
                "title": title, "before": field.before ?? "—", "after": field.after ?? "—",
            ] as [String: Any]
        }
        return [
            "table": word("importTable.\(change.table.rawValue)"), "code": change.key,
            "name": names[change.table]?[change.key]?.text(in: language) ?? "",
            "isNew": change.fields.isEmpty, "fields": fields,
        ]
    }
}
