import FairwayCore
import FairwayFormats
import Foundation

/// A folder with files to import, gone with the test.
final class ImportFolder {
    let path = FileManager.default.temporaryDirectory.path + "/import-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String, _ encoding: String.Encoding = .utf8, mark: [UInt8] = []) throws
    {
        let data = Data(mark) + (text.data(using: encoding) ?? Data())
        try data.write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func write(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    static let reader = ImportReader(
        regions: RegionNames(
            economies: [
                Economy(id: "CN", name: LocalizedText(zh: "中国", ru: "Китай", en: "China")),
                Economy(id: "RU", name: LocalizedText(zh: "俄罗斯", ru: "Россия", en: "Russia")),
            ],
            regions: [
                Region(
                    id: "CN-HL",
                    economy: "CN",
                    name: LocalizedText(zh: "黑龙江省", ru: "Хэйлунцзян", en: "Heilongjiang")
                ),
                Region(
                    id: "RU-PRI",
                    economy: "RU",
                    name: LocalizedText(zh: "滨海边疆区", ru: "Приморский край", en: "Primorsky Krai")
                ),
            ]
        ),
        importedOn: CivilDate(year: 2027, month: 4, day: 2) ?? .earliest
    )

    func read() -> (batch: ImportBatch, diagnostics: [Diagnostic]) {
        Self.reader.read(paths: [path])
    }
}
