import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// The folder that an organiser hands out.
struct ExportFolderTests {
    private let folder: ImportFolder
    private var out: String { folder.path + "/out" }

    init() throws { folder = try ImportFolder() }

    @Test(arguments: ["", "/", "//"])
    func holdsEveryKindOfFile(ending: String) throws {
        let export = ExportFolder.fixture()
        let written = try export.write(to: out + ending) { _ in }
        #expect(
            Dictionary(written.map { ($0.name, $0.count) }) { first, _ in first } == [
                "programme.csv": 2, "programme.xlsx": 2, "expo.json": 1, "calendars": 3, "schedules": 3,
            ]
        )
        #expect(
            try files(in: out) == [
                "calendars/E1.ics", "calendars/E2.ics", "calendars/E3.ics", "expo.json",
                "fairway-expo-1.schema.json", "programme.csv", "programme.xlsx", "schedules/E1.pdf",
                "schedules/E2.pdf", "schedules/E3.pdf",
            ]
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
    }

    @Test func replacesAnEarlierExportWhole() throws {
        try ExportFolder.fixture().write(to: out) { _ in }
        let written = try ExportFolder.fixture().write(to: out, pdfLimit: 1) { _ in }
        #expect(written.contains { $0.name == "schedules" && $0.count == 1 })
        #expect(try files(in: out).filter { $0.hasSuffix(".pdf") } == ["schedules/E1.pdf"])
    }

    @Test func fillsAnEmptyFolder() throws {
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        try ExportFolder.fixture().write(to: out) { _ in }
        #expect(try files(in: out).contains("programme.csv"))
    }

    @Test func leavesAFolderOfOtherThingsAlone() throws {
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: out + "/letters.txt"))
        #expect(throws: ExportError.folderInUse(out)) {
            try ExportFolder.fixture().write(to: out) { _ in }
        }
        #expect(try files(in: folder.path) == ["out/letters.txt"])
    }

    @Test func leavesNoDraftWhenItFails() throws {
        let export = ExportFolder.fixture(owner: "missing/folder")
        #expect(throws: (any Error).self) { try export.write(to: out) { _ in } }
        #expect(try files(in: folder.path).isEmpty)
    }

    @Test func tellsHowFarItIs() throws {
        var shares: [Double] = []
        try ExportFolder.fixture().write(to: out) { shares.append($0) }
        #expect(shares == shares.sorted())
        #expect(shares.last == 1)
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        .sorted()
    }
}
