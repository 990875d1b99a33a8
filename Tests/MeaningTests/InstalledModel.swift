import Foundation
import Testing

@testable import Meaning

/// The model as `scripts/install-model` put it, if it did.
enum InstalledModel {
    static let hint: Comment = "needs the model that scripts/install-model fetches"

    static let folder: String = {
        if let folder = ProcessInfo.processInfo.environment["FAIRWAY_MODEL"] { return folder }
        return (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appendingPathComponent("data/model").path
    }()

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/manifest.json") }
}

/// A line of `golden.tsv`, which `Golden/make-golden` wrote.
struct GoldenText: Sendable, CustomTestStringConvertible {
    var text: String
    var pieces: [UInt32]
    /// Only the direction counts.
    var vector: [Float]

    var testDescription: String { text }

    static func all() throws -> [GoldenText] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/golden.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return try lines.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            let bytes = try #require(Data(base64Encoded: String(cells[2])))
            return GoldenText(
                text: String(cells[0]),
                pieces: cells[1].split(separator: " ").compactMap { UInt32($0) },
                vector: bytes.map { Float(Int8(bitPattern: $0)) }
            )
        }
    }
}
