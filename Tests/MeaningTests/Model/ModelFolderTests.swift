import Foundation
import Testing

@testable import Meaning

struct ModelFolderTests {
    @Test func readsTensorsWhereTheManifestSays() throws {
        try withFolder(manifest(type: "f32", shape: "[2, 2]", offset: 4)) { path in
            let folder = try ModelFolder(path: path)
            #expect(folder.manifest.name == "small")
            #expect(try folder.numbers("rows", [2, 2]) == [1, 2, 3, 4])
        }
    }

    @Test(arguments: [
        ("f32", "[2, 3]", 0), ("u8", "[2, 2]", 0), ("f32", "[2, 2]", 8), ("f32", "[2, 2]", -4),
        ("f32", "[2, 2]", Int.max), ("f32", "[-2, -2]", 0),
    ])
    func refusesATensorThatIsNotAsExpected(type: String, shape: String, offset: Int) throws {
        try withFolder(manifest(type: type, shape: shape, offset: offset)) { path in
            let folder = try ModelFolder(path: path)
            #expect(throws: ModelError.tensor("rows", expected: "f32 of shape [2, 2]")) {
                try folder.numbers("rows", [2, 2])
            }
        }
    }

    @Test func saysWhatToDoWhereThereIsNoModel() {
        #expect(throws: ModelError.missing(folder: "/nowhere")) { try SentenceEncoder(folder: "/nowhere") }
        #expect(ModelError.missing(folder: "/nowhere").description.contains("scripts/install-model"))
    }

    @Test func refusesAnotherFormat() throws {
        let other = manifest(type: "f32", shape: "[2, 2]", offset: 4)
            .replacingOccurrences(of: "\"format\": 1", with: "\"format\": 2")
        try withFolder(other) { path in
            #expect(throws: ModelError.unknownFormat(2, file: path + "/manifest.json")) {
                try ModelFolder(path: path)
            }
        }
    }

    @Test func refusesAManifestThatIsNone() throws {
        try withFolder("{}") { path in
            #expect(
                throws: ModelError.unreadable(
                    file: path + "/manifest.json",
                    reason: "It is not the manifest of a model."
                )
            ) { try ModelFolder(path: path) }
        }
    }

    @Test func refusesAFolderThatIsNotWhole() throws {
        try withFolder(manifest(type: "f32", shape: "[2, 2]", offset: 4)) { path in
            #expect(throws: ModelError.tensor("piece.numbers", expected: "there")) {
                try SentenceEncoder(folder: path)
            }
            try FileManager.default.removeItem(atPath: path + "/weights.bin")
            #expect(throws: ModelError.self) { try ModelFolder(path: path) }
        }
    }

    private func manifest(type: String, shape: String, offset: Int) -> String {
        """
        {"format": 1, "name": "small", "version": "1", "dimension": 2, "tensors": [
        {"name": "rows", "type": "\(type)", "shape": \(shape), "offset": \(offset)}]}
        """
    }

    private func withFolder(_ manifest: String, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(manifest.utf8).write(to: folder.appendingPathComponent("manifest.json"))
        let numbers: [Float] = [0, 1, 2, 3, 4]
        let data = numbers.withUnsafeBytes { Data($0) }
        try data.write(to: folder.appendingPathComponent("weights.bin"))
        try body(folder.path)
    }
}
