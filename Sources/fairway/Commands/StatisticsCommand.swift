import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation

/// `fairway statistics`: how many of what, as of any date.
struct StatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Print the expo's statistics as of a date as text, CSV or JSON."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    @OptionGroup var store: StoreOptions
    @Option(help: "YYYY-MM-DD (default: today).") var asOf: String?
    @Option(help: "text, csv or json.") var format: Format = .text

    func run() async throws {
        let expo = try store.open()
        let date = try asOf.map { text throws(CommandError) in
            guard let date = CivilDate(text) else { throw .badDate(text) }
            return date
        }
        let today = try await expo.expo.today()
        let export = StatisticsExport(statistics: try await expo.statistics.figures(asOf: date ?? today))
        switch format {
        case .text: print(export.text(in: store.messages), terminator: "")
        case .csv: print(export.csv(in: store.messages), terminator: "")
        case .json: print(try export.json())
        }
    }
}
