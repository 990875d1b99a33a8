import FairwayCore
import Foundation
import PowerCutVFS
import Testing

/// A server whose disk is full says so to whoever watches it, and to whoever wants to save something.
struct ReadinessTests {
    private final class FullDisk: @unchecked Sendable {
        let folder = FileManager.default.temporaryDirectory.path + "/full-\(UUID().uuidString)"
        private let disk: OpaquePointer

        init() throws {
            try #require(powercut_install() == 0)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            disk = try #require(powercut_watch(folder, 1))
        }

        deinit {
            powercut_unwatch(disk)
            try? FileManager.default.removeItem(atPath: folder)
        }

        /// SQLITE_FULL.
        func fill() { powercut_fail_writes(disk, 13, 0) }
    }

    @Test func aFullDiskIsNotReadyAndSaysWhyInTheAskersLanguage() async throws {
        let disk = try FullDisk()
        let client = try await RouterClient(data: nil, path: disk.folder + "/expo.sqlite")
        disk.fill()
        let answer = try await client.get("/readyz", ["accept-language": "ru"])
        #expect(answer.status == 503)
        #expect(answer.body.contains("диск данных заполнен"))
        #expect(!answer.body.contains(disk.folder))
        #expect(try await client.get("/healthz").status == 200, "alive it is")
    }

    @Test func aServerThatCanWriteIsReady() async throws {
        let answer = try await RouterClient(data: nil).get("/readyz", ["accept-language": "en"])
        #expect(answer.status == 200)
        #expect(answer.body == "ready\n")
    }

    @Test(arguments: [
        ("en", "Nothing was saved"), ("ru", "Ничего не сохранено"), ("zh", "内容未保存"),
    ])
    func whoSavesOnAFullDiskIsToldSo(language: String, words: String) async throws {
        let disk = try FullDisk()
        let client = try await RouterClient(data: nil, as: nil, path: disk.folder + "/expo.sqlite")
        _ = try await client.get("/language/\(language)")
        _ = try await client.get("/sign-in")
        disk.fill()
        let answer = try await client.submit("/register", ["email": "a@firm.example", "name": "A"])
        #expect(answer.status == 503, "\(answer.status)")
        #expect(answer.body.contains(words))
    }
}
