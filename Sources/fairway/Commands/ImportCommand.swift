import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation

/// `fairway import`: organisers' CSV and XLSX files into the store, all or nothing.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read CSV and XLSX files into the store, in one transaction.",
        discussion: """
            Encodings (UTF-8, GB18030, Windows-1251, UTF-16), delimiters and header languages are recognised. \
            Every bad row is reported with file, row, column, value and reason.
            """
    )

    @OptionGroup var store: StoreOptions
    @Argument(help: "Files or folders.") var paths: [String]
    @Flag(help: "Only print what would change.") var dryRun = false
    @Flag(
        help: "Take over the good rows; the bad ones go to a file that can be corrected and imported again."
    )
    var skipBadRows = false
    @Option(help: "Where --skip-bad-rows writes the bad rows.") var badRows = "bad-rows"
    @Option(help: "Print at most so many findings.", transform: NumberOption.whole(0...10_000_000))
    var maxFindings = 200
    @Option(
        help: "With --dry-run: print at most so many changed rows (up to 1,000).",
        transform: NumberOption.whole(0...1000)
    )
    var maxChanges = 50

    func run() async throws {
        let terminal = Terminal()
        let watch = Stopwatch()
        let language = store.messages
        let trial = try dryRun ? TrialStore(unlessExists: store.path) : nil
        defer { trial?.remove() }
        let target = try trial?.store ?? store.open(mustExist: false)
        if try await target.expo.economies().isEmpty {
            let geography = try GeographyReader.read()
            try await target.expo.seedGeography(
                economies: geography.economies,
                regions: geography.regions,
                by: store.actor
            )
        }
        terminal.progress(language.pick(zh: "正在读取……", ru: "Чтение файлов…", en: "Reading …"))
        let reader = ImportReader(
            regions: RegionNames(
                economies: try await target.expo.economies(),
                regions: try await target.expo.regions()
            ),
            importedOn: try await target.expo.today()
        )
        let input = reader.read(paths: paths)
        terminal.progress(language.pick(zh: "正在写入……", ru: "Запись в базу…", en: "Writing …"))
        let hasReadErrors = input.diagnostics.contains { $0.severity == .error }
        let report = try await target.imports.apply(
            input.batch,
            by: store.actor,
            dryRun: dryRun || (hasReadErrors && !skipBadRows),
            skipBadRows: skipBadRows
        )
        let findings = input.diagnostics + report.diagnostics
        printFindings(findings, language: language)
        if dryRun { printChanges(report, language: language) }
        printCounts(report, language: language)
        if skipBadRows {
            let written = try RefusedRowsWriter.write(
                batch: input.batch,
                refused: report.refusedRows,
                diagnostics: findings,
                language: language,
                to: badRows
            )
            written.forEach { terminal.note($0) }
        }
        try conclude(
            report,
            errors: findings.count { $0.severity == .error },
            watch: watch,
            terminal: terminal
        )
    }

    private func printFindings(_ findings: [Diagnostic], language: Language) {
        for finding in findings.prefix(maxFindings) {
            print(finding.words(in: language))
        }
        if findings.count > maxFindings {
            let rest = findings.count - maxFindings
            print(language.pick(zh: "……另有 \(rest) 条", ru: "… и ещё \(rest)", en: "… and \(rest) more"))
        }
    }

    /// "+" for a new row, "~" with the fields for a changed one.
    private func printChanges(_ report: ImportReport, language: Language) {
        for change in report.changes.prefix(maxChanges) {
            guard !change.fields.isEmpty else {
                print("+ \(change.table.rawValue) \(change.key)")
                continue
            }
            let fields = change.fields.map { "\($0.name): \($0.before ?? "∅") → \($0.after ?? "∅")" }
            print("~ \(change.table.rawValue) \(change.key)  \(fields.joined(separator: "; "))")
        }
        let rest =
            report.counts.values.reduce(0) { $0 + $1.inserted + $1.updated }
            - report.changes.prefix(maxChanges).count
        if rest > 0 {
            print(
                language.pick(
                    zh: "……另有 \(rest) 行",
                    ru: "… и ещё строк: \(rest)",
                    en: "… and \(rest) more rows"
                )
            )
        }
    }

    private func printCounts(_ report: ImportReport, language: Language) {
        for kind in SourceTable.Kind.allCases {
            guard let count = report.counts[kind] else { continue }
            let merged =
                count.merged == 0
                ? ""
                : language.pick(
                    zh: "，合并 \(count.merged)",
                    ru: ", объединено \(count.merged)",
                    en: ", \(count.merged) merged"
                )
            print(
                language.pick(
                    zh: "\(kind.rawValue)：新增 \(count.inserted)，更改 \(count.updated)，"
                        + "未变 \(count.unchanged)，拒绝 \(count.refused)\(merged)",
                    ru: "\(kind.rawValue): добавлено \(count.inserted), изменено \(count.updated), "
                        + "без изменений \(count.unchanged), отклонено \(count.refused)\(merged)",
                    en: "\(kind.rawValue): \(count.inserted) new, \(count.updated) changed, "
                        + "\(count.unchanged) unchanged, \(count.refused) refused\(merged)"
                )
            )
        }
    }

    private func conclude(_ report: ImportReport, errors: Int, watch: Stopwatch, terminal: Terminal) throws {
        let language = store.messages
        if report.isApplied {
            terminal.note(
                language.pick(zh: "导入完成", ru: "Импорт выполнен", en: "Imported") + " (\(watch.text))"
            )
        } else if dryRun {
            terminal.note(
                language.pick(
                    zh: "试运行：未作任何更改",
                    ru: "Пробный запуск: ничего не изменено",
                    en: "Dry run: nothing was changed"
                ) + " (\(watch.text))"
            )
        } else {
            terminal.note(
                language.pick(
                    zh: "有 \(errors) 个错误，未导入任何内容。请更正，或使用 --skip-bad-rows。",
                    ru:
                        "Ошибок: \(errors); ничего не импортировано. Исправьте их или добавьте --skip-bad-rows.",
                    en: "\(errors) errors, nothing was imported. Correct them, or add --skip-bad-rows."
                )
            )
        }
        if errors > 0, !skipBadRows {
            throw ExitCode(1)
        }
    }
}
