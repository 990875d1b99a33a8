import FairwayStore
import Foundation
import PrivateFiles
import Testing

/// Whatever a command writes is for its user only, though the umask of the shell lets others read.
struct FileRightsTests {
    /// Files and folders below the test's own that others could use, by their names.
    private func openToOthers(in fairway: FairwayProcess) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: fairway.folder.path)
        return try names.sorted().compactMap { name in
            // What the test itself wrote.
            guard !name.hasPrefix("output-"), !name.hasPrefix("given-") else { return nil }
            let attributes = try FileManager.default.attributesOfItem(atPath: fairway.path(name))
            let rights = try #require(attributes[.posixPermissions] as? NSNumber).intValue
            let expected = attributes[.type] as? FileAttributeType == .typeDirectory ? 0o700 : 0o600
            return rights == expected ? nil : "\(name) \(String(rights, radix: 8))"
        }
    }

    private func run(_ arguments: String..., in fairway: FairwayProcess, status expected: Int32 = 0) throws {
        let output = fairway.path("output-\(UUID().uuidString)")
        let process = try fairway.start(arguments, output: output)
        process.waitUntilExit()
        let text = try String(contentsOfFile: output, encoding: .utf8)
        #expect(process.terminationStatus == expected, "\(arguments): \(text)")
        #expect(try openToOthers(in: fairway) == [], "\(arguments)")
    }

    @Test func everyFileOfEveryCommandIsForItsUserOnly() throws {
        let fairway = try FairwayProcess()
        defer { fairway.remove() }
        #expect(chmod(fairway.folder.path, 0o755) == 0)
        let path = fairway.path
        try run("sample", "--scale", "0.02", "--accounts", path("accounts.txt"), in: fairway)
        try run("template", path("templates"), in: fairway)
        let bad = "code,name_en,economy,roles\nX1,Good,CN,brand\nX2,Bad,XX,brand\n"
        try bad.write(toFile: path("given-enterprises.csv"), atomically: true, encoding: .utf8)
        try run(
            "import",
            path("given-enterprises.csv"),
            "--skip-bad-rows",
            "--bad-rows",
            path("bad"),
            in: fairway
        )
        try run("match", in: fairway)
        try run("schedule", "--time-limit", "1", in: fairway)
        try run("publish", in: fairway)
        try run("export", path("export"), "--pdf-limit", "2", in: fairway)
        try run("export", path("tables"), "--tables", in: fairway)
        try run("export", "catalogue", path("catalogue"), in: fairway)
        try run("statistics", in: fairway)
        try run("backup", path("copy.sqlite"), in: fairway)
        try run("compact", in: fairway)
        try run("restore", path("copy.sqlite"), in: fairway)
        try run("audit", in: fairway)
        #expect(FileManager.default.fileExists(atPath: path("bad/enterprises.csv")))
        #expect(FileManager.default.fileExists(atPath: path("export/programme.xlsx")))
        #expect(FileManager.default.fileExists(atPath: path("catalogue/ru/catalogue.xlsx")))
        let own = try FileManager.default.attributesOfItem(atPath: fairway.folder.path)
        #expect(
            (own[.posixPermissions] as? NSNumber)?.intValue == 0o755,
            "the user's own folder stays as it was"
        )
    }

    @Test func aStoreInAFolderOfItsOwnIsThereAlone() throws {
        let fairway = try FairwayProcess()
        defer { fairway.remove() }
        let output = fairway.path("output-sample")
        let process = try fairway.start(
            ["sample", "--scale", "0.02"],
            database: "one/two/expo.sqlite",
            output: output
        )
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try openToOthers(in: fairway) == [])
    }

    @Test(arguments: [("en", "other users can enter"), ("ru", "открыта другим"), ("zh", "其他用户")])
    func aServerInAFolderThatIsOpenToOthersSaysSo(language: String, words: String) throws {
        let fairway = try FairwayProcess()
        defer { fairway.remove() }
        #expect(chmod(fairway.folder.path, 0o755) == 0)
        let output = fairway.path("output-serve")
        // A port that cannot be had: the server ends by itself.
        let process = try fairway.start(
            ["serve", "--port", "1", "--host", "203.0.113.1", "--language", language],
            output: output
        )
        process.waitUntilExit()
        #expect(try String(contentsOfFile: output, encoding: .utf8).contains(words))
    }
}
