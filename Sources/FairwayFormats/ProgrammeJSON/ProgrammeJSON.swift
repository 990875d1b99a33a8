package import FairwayCore
package import Foundation
import PrivateFiles
import TextAnalysis

/// Reads and writes problems and programmes as JSON (docs/formats/programme-json.md).
package enum ProgrammeJSON {
    /// Most bytes of a file: an instance of as many meetings as the engine takes is smaller.
    package static let maxBytes = 32 * 1024 * 1024

    /// - Throws: `ProgrammeJSONError` naming the file and what is wrong in it.
    package static func instance(readingFrom path: String) throws -> ProgrammeInstance {
        try instance(from: contents(of: path), named: path)
    }

    package static func programme(readingFrom path: String) throws -> ProgrammeFile {
        try programme(from: contents(of: path), named: path)
    }

    package static func instance(from data: Data, named file: String) throws -> ProgrammeInstance {
        try read(data, file, format: ProgrammeInstance.format, keys: .instance)
    }

    package static func programme(from data: Data, named file: String) throws -> ProgrammeFile {
        try read(data, file, format: ProgrammeFile.format, keys: .programme)
    }

    package static func write(_ instance: ProgrammeInstance, to path: String) throws {
        try PrivateFile.write(data(instance), to: path)
    }

    package static func write(_ programme: ProgrammeFile, to path: String) throws {
        try PrivateFile.write(data(programme), to: path)
    }

    package static func data(_ instance: ProgrammeInstance) throws -> Data {
        try encoded(Formatted(format: ProgrammeInstance.format, content: instance))
    }

    package static func data(_ programme: ProgrammeFile) throws -> Data {
        try encoded(Formatted(format: ProgrammeFile.format, content: programme))
    }

    private static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// Reads one byte more than is taken at most, so that a longer file is known without being read.
    private static func contents(of path: String) throws -> Data {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ProgrammeJSONError(file: path, problem: .unreadable)
        }
        defer { try? handle.close() }
        do {
            return try handle.read(upToCount: maxBytes + 1) ?? Data()
        } catch {
            throw ProgrammeJSONError(file: path, problem: .unreadable)
        }
    }

    private static func read<Content: Decodable>(
        _ data: Data,
        _ file: String,
        format: String,
        keys: KnownKeys
    ) throws -> Content {
        guard data.count <= maxBytes else {
            throw ProgrammeJSONError(file: file, problem: .tooLarge(mostBytes: maxBytes))
        }
        let isSafe = data.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: UInt8.self) { StreamSafeText.isSafe(json: $0) }
        }
        guard isSafe else {
            throw ProgrammeJSONError(file: file, problem: .tooManyMarks(most: StreamSafeText.maxMarks))
        }
        do {
            let decoder = JSONDecoder()
            let found = try decoder.decode(FormatOnly.self, from: data).format
            guard found == format else {
                throw ProgrammeFileError.wrongFormat(found: found, expected: format)
            }
            try keys.check(try JSONSerialization.jsonObject(with: data))
            return try decoder.decode(Content.self, from: data)
        } catch let error as DecodingError {
            throw ProgrammeJSONError(file: file, problem: .malformed(error))
        } catch let error as ProgrammeFileError {
            throw ProgrammeJSONError(file: file, problem: .contradiction(error))
        } catch {
            // The two readers of JSON do not agree on everything that is none.
            throw ProgrammeJSONError(file: file, problem: .malformed(path: "", .noJSON))
        }
    }
}

private struct FormatOnly: Decodable {
    var format: String
}

/// The content with the format's name beside its keys.
private struct Formatted<Content: Encodable>: Encodable {
    var format: String
    var content: Content

    enum CodingKeys: CodingKey { case format }

    func encode(to encoder: any Encoder) throws {
        try content.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(format, forKey: .format)
    }
}
