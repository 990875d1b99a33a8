import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation

/// `fairway export`: everything an organiser hands out.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the published programme, or the public catalogue, into a folder.",
        subcommands: [ExportProgrammeCommand.self, ExportCatalogueCommand.self],
        defaultSubcommand: ExportProgrammeCommand.self
    )
}

/// `fairway export FOLDER`: the published programme, or the tables of registrations.
struct ExportProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Write the published programme as XLSX, CSV, iCalendar, PDF and JSON into a folder.",
        discussion: "With --tables it writes the registrations as CSV files that `fairway import` reads."
    )

    @OptionGroup var store: StoreOptions
    @Argument(help: "The folder to write.") var folder: String
    @Flag(help: "Write the tables of registrations instead.") var tables = false
    @Option(help: "Write at most so many printed schedules.", transform: NumberOption.whole(0...1_000_000))
    var pdfLimit: Int?

    func run() async throws {
        let terminal = Terminal()
        let watch = Stopwatch()
        let target = try store.open()
        let data = try await target.expo.data()
        if tables {
            try ImportFiles.write(data, to: folder).forEach { print($0) }
            return
        }
        guard let publication = try await target.publications.latest(),
            let programme = try await target.programmes.programme(of: publication.run)
        else { throw CommandError.noPublication }
        let export = ExportFolder(
            data: data,
            programme: programme,
            publication: publication,
            calendars: try await target.publications.calendars(),
            language: store.messages
        )
        let written = try export.write(to: folder, pdfLimit: pdfLimit) { share in
            terminal.progress("\(Int(share * 100)) %")
        }
        terminal.progress("")
        for (name, count) in written { print("\(name)\t\(count)") }
        let text = store.messages.pick(zh: "已写入", ru: "Записано в", en: "Written to")
        terminal.note("\(text) \(folder) (\(watch.text))")
    }
}
