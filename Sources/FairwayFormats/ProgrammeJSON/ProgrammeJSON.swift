package import FairwayCore
import Foundation

/// Reads and writes problems and programmes as JSON (docs/formats/programme-json.md).
package enum ProgrammeJSON {
    /// - Throws: `ProgrammeJSONError` naming the file and what is wrong in it.
    package static func instance(readingFrom path: String) throws -> ProgrammeInstance {
        try read(path, format: ProgrammeInstance.format, keys: .instance)
    }

    package static func programme(readingFrom path: String) throws -> ProgrammeFile {
        try read(path, format: ProgrammeFile.format, keys: .programme)
    }

    package static func write(_ instance: ProgrammeInstance, to path: String) throws {
        try write(Formatted(format: ProgrammeInstance.format, content: instance), path)
    }

    package static func write(_ programme: ProgrammeFile, to path: String) throws {
        try write(Formatted(format: ProgrammeFile.format, content: programme), path)
    }

    private static func write(_ value: some Encodable, _ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(value).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    private static func read<Content: Decodable>(_ path: String, format: String, keys: KnownKeys) throws
        -> Content
    {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProgrammeJSONError(file: path, problem: .unreadable)
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
            throw ProgrammeJSONError(file: path, problem: .malformed(error))
        } catch let error as ProgrammeFileError {
            throw ProgrammeJSONError(file: path, problem: .contradiction(error))
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
