import fairway
import FairwayCore
import FairwayStore
import Foundation
import Testing

/// kill -9 at random moments: the store is as before or as after, never between.
@Suite(.serialized)
struct KillTests {
    /// What a store holds, as far as an operation can have changed it.
    private struct Contents: Equatable, CustomStringConvertible {
        var enterprises: Int
        var products: Int
        var runs: Int
        var meetings: Int
        var publication: Int

        var description: String {
            "enterprises \(enterprises), products \(products), runs \(runs), meetings \(meetings), "
                + "publication \(publication)"
        }

        init(of path: String) async throws {
            let store = try ExpoStore(path: path, now: { 0 })
            let data = try await store.expo.data()
            enterprises = data.enterprises.count
            products = data.products.count
            let last = try await store.programmes.latestRun()
            runs = try await store.programmes.runs().count
            meetings = 0
            if let last { meetings = try await store.programmes.programme(of: last.id)?.meetings.count ?? 0 }
            publication = try await store.publications.latest()?.number ?? 0
        }
    }

    /// Runs `command` once to its end on a copy, then many times killed at random, each on a fresh copy.
    private func survives(_ command: [String], in fairway: FairwayProcess, rounds: Int) async throws {
        var generator = SystemRandomNumberGenerator()
        let before = try await Contents(of: fairway.path("expo.sqlite"))
        try #require(try fairway.run("compact").status == 0)
        let began = ContinuousClock.now
        try copy(in: fairway)
        let whole = try fairway.start(command, database: "copy.sqlite", output: fairway.path("whole.txt"))
        whole.waitUntilExit()
        let duration = began.duration(to: .now)
        let text = try fairway.text("whole.txt")
        try #require(whole.terminationStatus == 0, "\(text)")
        let after = try await Contents(of: fairway.path("copy.sqlite"))
        #expect(before != after, "the command must change something, else the test shows nothing")

        var killed = 0
        for round in 0..<rounds {
            try copy(in: fairway)
            let process = try fairway.start(
                command,
                database: "copy.sqlite",
                output: fairway.path("killed.txt")
            )
            let share = Double.random(in: 0.02...1, using: &generator)
            try await Task.sleep(for: .seconds(duration.seconds * share))
            if process.isRunning {
                kill(process.processIdentifier, SIGKILL)
                killed += 1
            }
            process.waitUntilExit()
            let found = try await Contents(of: fairway.path("copy.sqlite"))
            #expect(
                found == before || found == after,
                "round \(round), killed at \(share) of \(duration): \(found) is neither \(before) nor \(after)"
            )
        }
        #expect(killed * 2 >= rounds, "most rounds must really be killed")
    }

    private func copy(in fairway: FairwayProcess) throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: fairway.path("copy.sqlite" + suffix))
        }
        try FileManager.default.copyItem(
            atPath: fairway.path("expo.sqlite"),
            toPath: fairway.path("copy.sqlite")
        )
    }

    private func withSample(_ body: (FairwayProcess) async throws -> Void) async throws {
        let fairway = try FairwayProcess()
        defer { fairway.remove() }
        let sample = try fairway.run("sample", "--scale", "0.02", "--seed", "3")
        try #require(sample.status == 0, "\(sample.output)")
        try await body(fairway)
    }

    @Test func importLeavesTheStoreWhole() async throws {
        try await withSample { fairway in
            let lines = (1...4_000).map { "K\($0),Компания номер \($0),RU,manufacturer,ru" }
            let csv = "id,name_ru,economy,roles,languages\n" + lines.joined(separator: "\n") + "\n"
            try csv.write(toFile: fairway.path("enterprises.csv"), atomically: true, encoding: .utf8)
            try await survives(["import", fairway.path("enterprises.csv")], in: fairway, rounds: 15)
        }
    }

    @Test func scheduleLeavesTheStoreWhole() async throws {
        try await withSample { fairway in
            // The number of meetings depends on the time; the count of runs says whether it was stored,
            // the checker that it was stored whole.
            let command = ["schedule", "--time-limit", "1"]
            try #require(try fairway.run("compact").status == 0)
            for round in 0..<15 {
                try copy(in: fairway)
                let process = try fairway.start(
                    command,
                    database: "copy.sqlite",
                    output: fairway.path("killed.txt")
                )
                try await Task.sleep(for: .seconds(Double.random(in: 0.05...2.5)))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let found = try await Contents(of: fairway.path("copy.sqlite"))
                #expect(found.runs <= 1, "round \(round)")
                #expect((found.runs == 1) == (found.meetings > 0), "round \(round): \(found)")
                if found.runs == 1 {
                    #expect(try fairway.run("check", database: "copy.sqlite").status == 0)
                }
            }
        }
    }

    @Test func publishLeavesTheStoreWhole() async throws {
        try await withSample { fairway in
            let run = try fairway.run("schedule", "--time-limit", "1")
            try #require(run.status == 0, "\(run.output)")
            try await survives(["publish"], in: fairway, rounds: 15)
        }
    }
}

extension FairwayProcess {
    fileprivate func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
