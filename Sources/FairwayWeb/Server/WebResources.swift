import FairwayCore
import Foundation
import Mustache

/// Templates, wordings and static files, read once at the start.
struct WebResources: Sendable {
    let templates: MustacheLibrary
    let words: [Language: [String: String]]
    /// The same for templates.
    let nestedWords: [Language: WordGroups]
    let files: [String: (bytes: [UInt8], type: String)]
    /// Changes with the content of the static files, so that they can be cached for ever.
    let version: String

    /// The folder beside the program, where the build puts it.
    static var defaultFolder: String {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        let folder = URL(fileURLWithPath: program).deletingLastPathComponent().path
        return folder + "/fairway_FairwayWeb.resources/Resources"
    }

    /// - Throws: `WebResourcesError` when a file is missing or a template is wrong.
    init(folder: String = WebResources.defaultFolder) throws {
        func contents(_ path: String) throws -> Data {
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
                throw WebResourcesError.missing(folder + "/" + path)
            }
            return data
        }
        func names(_ path: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder + "/" + path).sorted()
        }
        MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
        var templates: [String: MustacheTemplate] = [:]
        for name in try names("templates") where name.hasSuffix(".mustache") {
            let text = String(decoding: try contents("templates/" + name), as: UTF8.self)
            // Partials do not take over what the page said of itself.
            let safe = "{{% CONTENT_TYPE: \(HTMLText.name)}}" + text
            templates[String(name.dropLast(9))] = try MustacheTemplate(string: safe)
        }
        self.templates = MustacheLibrary(templates: templates)
        var words: [Language: [String: String]] = [:]
        for name in try names("words") {
            let data = try contents("words/" + name)
            for (key, text) in try JSONDecoder().decode([String: LocalizedText].self, from: data) {
                for language in Language.allCases {
                    guard let word = text[language] else {
                        throw WebResourcesError.missingWord(key, language)
                    }
                    let other = words[language, default: [:]].updateValue(word, forKey: key)
                    if other != nil { throw WebResourcesError.wordTwice(key, file: name) }
                }
            }
        }
        self.words = words
        nestedWords = words.mapValues { WordGroups($0) }
        var files: [String: (bytes: [UInt8], type: String)] = [:]
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in try names("static") {
            let bytes = [UInt8](try contents("static/" + name))
            files[name] = (bytes, Self.type(of: name))
            for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        self.files = files
        version = String(digest, radix: 36)
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}

enum WebResourcesError: Error, Equatable {
    case missing(String)
    case missingWord(String, Language)
    case wordTwice(String, file: String)
}

/// Wordings as templates name them: "run.gap" is `t.run.gap`.
struct WordGroups: MustacheParent, Sendable {
    private struct Group: MustacheParent, Sendable {
        var words: [String: String] = [:]

        func child(named name: String) -> Any? { words[name] }
    }

    private let groups: [String: any Sendable]

    init(_ words: [String: String]) {
        var groups: [String: any Sendable] = [:]
        var nested: [String: Group] = [:]
        for (key, word) in words {
            let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                nested[parts[0], default: Group()].words[parts[1]] = word
            } else {
                groups[key] = word
            }
        }
        for (name, group) in nested { groups[name] = group }
        self.groups = groups
    }

    func child(named name: String) -> Any? { groups[name] }
}
