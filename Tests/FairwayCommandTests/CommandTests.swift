import fairway
import FairwayCore
import FairwayStore
import Foundation
import Testing

/// What a user sees on the terminal.
struct CommandTests {
    private let process: FairwayProcess

    init() throws { process = try FairwayProcess() }

    private func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: process.path(name), atomically: true, encoding: .utf8)
        return process.path(name)
    }

    private static let slots = """
        number,date,session,starts,ends
        0,2031-06-17,am,09:00,09:25
        1,2031-06-17,am,09:30,09:55

        """

    @Test(arguments: [
        ("zh", "没有数据库"), ("ru", "Ошибка: Нет базы данных"), ("en", "Error: There is no database"),
    ])
    func errorsAreInTheLanguageAskedFor(_ language: String, _ words: String) throws {
        defer { process.remove() }
        let (status, output) = try process.run("match", "--language", language)
        #expect(status == 1)
        #expect(output.contains(words))
        #expect(!FileManager.default.fileExists(atPath: process.path("expo.sqlite")))
    }

    @Test(arguments: [
        ("--port", "99999", "en", "There is no port 99999"), ("--port", "0", "ru", "Порта 0 не бывает"),
        ("--site", "notaurl", "zh", "“notaurl”不能作为网站地址"),
        ("--site", "https://a.example/b", "en", "cannot be the site's"),
    ])
    func whatCannotBeServedIsRefusedBeforeAnythingIsOpened(
        option: String,
        value: String,
        language: String,
        words: String
    ) throws {
        defer { process.remove() }
        let (status, output) = try process.run("serve", option, value, "--language", language)
        #expect(status == 1 && output.contains(words), "\(output)")
        #expect(!FileManager.default.fileExists(atPath: process.path("expo.sqlite")))
    }

    /// A number without a range ends the process somewhere.
    @Test(arguments: [
        ["match", "--per-enterprise", "9223372036854775807"], ["match", "--per-enterprise", "1000000000"],
        ["match", "--max-gini", "nan"], ["schedule", "--workers", "9223372036854775807"],
        ["schedule", "--time-limit", "inf"], ["audit", "--limit", "99999999999"], ["publish", "--run", "0"],
        ["sample", "--scale", "1e300"], ["expo", "--retention-days", "36501"],
    ])
    func numbersBeyondTheirRangeAreRefused(arguments: [String]) throws {
        defer { process.remove() }
        let (status, output) = try process.run(arguments)
        #expect(status == 64 && output.contains("is needed"), "\(output)")
        #expect(output.contains(arguments[1]), "it names the option: \(output)")
    }

    @Test func aFileThatIsNoInstanceIsNamedWithTheValue() throws {
        defer { process.remove() }
        let path = try write(#"{"format": "fairway-instance/1", "name": "x", "slots": 3}"#, to: "bad.json")
        let arguments = [
            "schedule", "--instance", path, "--output", process.path("out.json"), "--language=ru",
        ]
        let output = process.path("output.txt")
        let started = try process.start(arguments, output: output)
        started.waitUntilExit()
        #expect(started.terminationStatus == 1)
        let text = try String(contentsOfFile: output, encoding: .utf8)
        #expect(text.contains("bad.json: "))
        #expect(text.contains("slots") && text.contains("значение не того типа"))
        #expect(!FileManager.default.fileExists(atPath: process.path("out.json")))
    }

    @Test func aDryRunSaysWhatWouldChangeAndChangesNothing() async throws {
        defer { process.remove() }
        let file = try write("code,name_en,economy,roles\nE1,Snowspring,CN,brand\n", to: "enterprises.csv")
        #expect(try process.run("import", file).status == 0)
        _ = try write(
            "code,name_en,economy,roles\nE1,Silverfir,CN,brand\nE2,Redmoss,RU,brand\n",
            to: "enterprises.csv"
        )
        let (status, output) = try process.run("import", file, "--dry-run")
        #expect(status == 0)
        #expect(output.contains("~ enterprises E1  name_en: Snowspring → Silverfir"))
        #expect(output.contains("+ enterprises E2"))
        #expect(output.contains("1 new, 1 changed"))
        let store = try ExpoStore(path: process.path("expo.sqlite"), now: { 0 })
        #expect(try await store.enterprises.find("E1")?.enterprise.name.en == "Snowspring")
        #expect(try await store.enterprises.find("E2") == nil)
    }

    @Test func aDryRunLeavesNoNewDatabase() throws {
        defer { process.remove() }
        let file = try write("code,name_en,economy,roles\nE1,Snowspring,CN,brand\n", to: "enterprises.csv")
        let (status, output) = try process.run("import", file, "--dry-run", database: "new/expo.sqlite")
        #expect(status == 0)
        #expect(output.contains("1 new"))
        #expect(!FileManager.default.fileExists(atPath: process.path("new")))
    }

    @Test func badRowsAreCorrectedAndImportedAgain() async throws {
        defer { process.remove() }
        let file = try write(
            "code;name_ru;economy;roles\nE1;Снежный Родник;Россия;бренд\nE2;Ель;Росия;бренд\n",
            to: "предприятия.csv"
        )
        #expect(try process.run("import", file).status == 1)
        let bad = process.path("bad")
        let (status, output) = try process.run(
            "import",
            file,
            "--skip-bad-rows",
            "--bad-rows",
            bad,
            "--language",
            "zh"
        )
        #expect(status == 0)
        #expect(output.contains("第 3 行") && output.contains("Росия"))
        let rejected = try #require(try FileManager.default.contentsOfDirectory(atPath: bad).first)
        let path = bad + "/" + rejected
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("Росия", with: "Россия").write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try process.run("import", bad).status == 0)
        let store = try ExpoStore(path: process.path("expo.sqlite"), now: { 0 })
        #expect(try await store.expo.data().enterprises.map(\.id).sorted() == ["E1", "E2"])
    }

    @Test func badRowsThatAreBeingCorrectedAreNotWrittenOver() throws {
        defer { process.remove() }
        let file = try write(
            "code;name_ru;economy;roles\nE2;Ель;Росия;бренд\n",
            to: "предприятия.csv"
        )
        let bad = process.path("bad")
        func take(_ path: String) throws -> String {
            try process.run("import", path, "--skip-bad-rows", "--bad-rows", bad).output
        }
        #expect(try take(file).contains("\(bad)/enterprises.csv"))
        let first = try String(contentsOfFile: bad + "/enterprises.csv", encoding: .utf8)
        #expect(try take(bad).contains("\(bad)-2/enterprises.csv"))
        #expect(try take(bad + "-2/").contains("\(bad)-3/enterprises.csv"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: bad) == ["enterprises.csv"])
        #expect(try String(contentsOfFile: bad + "/enterprises.csv", encoding: .utf8) == first)
        let again = try String(contentsOfFile: bad + "-3/enterprises.csv", encoding: .utf8)
        #expect(again.split(separator: "\r\n").first == first.split(separator: "\r\n").first)
    }

    @Test func theExpoGetsItsNameAndTimeZone() throws {
        defer { process.remove() }
        let file = try write(Self.slots, to: "slots.csv")
        #expect(try process.run("import", file).status == 0)
        let (status, output) = try process.run(
            "expo",
            "--name-ru",
            "Северный базар",
            "--time-zone",
            "Asia/Yakutsk"
        )
        #expect(status == 0)
        #expect(output.contains("name_ru\tСеверный базар") && output.contains("time_zone\tAsia/Yakutsk"))
        #expect(output.contains("slots\t2"))
        #expect(try process.run("expo", "--time-zone", "Mars/Olympus").status != 0)
        #expect(try process.run("audit").output.contains("Северный базар"))
    }

    @Test func whatIsNotThereIsCalledByItsName() throws {
        defer { process.remove() }
        #expect(try process.run("sample", "--scale", "0.01").status == 0)
        let restored = try process.run("restore", process.path("missing.bak"), "--language", "ru")
        #expect(restored.status == 1 && restored.output.contains("Нет файла"))
        let checked = try process.run("check", "--run", "99")
        #expect(checked.status == 1 && checked.output.contains("There is no run 99"))
        #expect(try process.run("check").output.contains("There is no programme yet"))
    }

    @Test func aReplanFollowsAChangeAndCanBePublished() throws {
        defer { process.remove() }
        #expect(try process.run("sample", "--scale", "0.02").status == 0)
        #expect(try process.run("replan").output.contains("There is no programme yet"))
        #expect(try process.run("schedule", "--steps", "5000").status == 0)
        #expect(try process.run("publish").status == 0)
        let unknown = try process.run("replan", "--late", "X9=2027-05-18", "--language", "ru")
        #expect(
            unknown.status == 1 && unknown.output.contains("Нет ни предприятия, ни делегации с кодом «X9»")
        )
        #expect(try process.run("replan", "--ill", "I001=18-17").output.contains("“18-17” names no slots"))
        let trial = try process.run("replan", "--ill", "I001=0-95", "--dry-run")
        #expect(trial.status == 0 && trial.output.contains("weight"))
        #expect(try process.run("check", "--run", "2").output.contains("There is no run 2"))
        #expect(try process.run("replan", "--ill", "I001=0-95").output.contains("Run 2:"))
        #expect(try process.run("check", "--run", "2").output.contains("Valid, no violations"))
        #expect(try process.run("publish", "--run", "2").status == 0)
        #expect(try process.run("schedule", "--steps", "5000").status == 0)
        #expect(try process.run("check").output.contains("Valid, no violations"))
        let desk = try process.run("walk-in", "E00002", "--slots", "20-21", "--run", "2")
        #expect(desk.status == 0 && desk.output.contains("Could meet"))
    }

    @Test func aTokenIsPrintedAndNothingElse() throws {
        defer { process.remove() }
        _ = try process.run("sample", "--seed", "1", "--scale", "0.01")
        let email = "a@example.com"
        let added = try process.run(
            "account",
            "add",
            "--email",
            email,
            "--name",
            "A",
            "--role",
            "visitor"
        )
        #expect(added.status == 0)
        func token(_ scopes: String) throws -> (status: Int32, output: String) {
            try process.run("account", "token", "--email", email, "--scopes", scopes)
        }
        let made = try token("catalogue:read,requests:read")
        #expect(made.status == 0)
        #expect(made.output.wholeMatch(of: /fairway_[A-Za-z0-9_\-]{43}\n/) != nil)
        let refused = try token("organiser")
        #expect(refused.status != 0 && refused.output.contains("organiser is none of"))
    }
}
