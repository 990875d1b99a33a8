import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore

/// `fairway export catalogue FOLDER`: what everyone may read, as files in three languages.
struct ExportCatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract:
            "Write the public catalogue as XLSX, CSV, JSON-LD and a product feed, one set per language.",
        discussion: "Approved enterprises, their products and what they seek; no personal data."
    )

    @OptionGroup var store: StoreOptions
    @Argument(help: "The folder to write; its zh, ru and en are replaced.") var folder: String
    @Option(help: "The address of the public pages, to which the files link.") var site =
        "http://127.0.0.1:8080"

    func run() async throws {
        let watch = Stopwatch()
        let opened = try store.open()
        let data = try await opened.expo.data()
        let address = site.hasSuffix("/") ? String(site.dropLast()) : site
        let written = try await CatalogueFile.writeAll(
            data,
            images: opened.images.published(),
            address: address,
            to: folder
        )
        for (name, size) in written { print("\(name)\t\(size)") }
        let text = store.messages.pick(zh: "已写入", ru: "Записано в", en: "Written to")
        Terminal().note("\(text) \(folder) (\(watch.text))")
    }
}
