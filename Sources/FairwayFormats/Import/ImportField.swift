import FairwayCore
import Foundation

/// A column that organisers' files may have, and what they call it.
struct ImportField: Sendable {
    let name: String
    let titles: LocalizedText
    /// Other headers that mean the same, normalised.
    let aliases: Set<String>
    /// What to write into it, for the templates.
    let note: LocalizedText
    let isRequired: Bool

    /// Case, width, spaces and punctuation do not count.
    static func normalized(_ header: String) -> String {
        let folded = header.precomposedStringWithCompatibilityMapping.lowercased()
        return String(folded.filter { $0.isLetter || $0.isNumber })
    }

    /// `name!|English|Russian|Chinese|aliases, …|note en|note ru|note zh`; `!` marks a required column;
    /// notes may be missing.
    fileprivate init(line: Substring) {
        var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        cells += [String](repeating: "", count: max(0, 8 - cells.count))
        isRequired = cells[0].hasSuffix("!")
        name = isRequired ? String(cells[0].dropLast()) : cells[0]
        titles = LocalizedText(zh: cells[3], ru: cells[2], en: cells[1])
        let others = cells[4].split(separator: ",").map(String.init)
        aliases = Set((others + [name, cells[1], cells[2], cells[3]]).map(Self.normalized)).subtracting([""])
        note = LocalizedText(zh: cells[7], ru: cells[6], en: cells[5])
    }

    static func fields(of kind: SourceTable.Kind) -> [ImportField] { all[kind] ?? [] }

    private static let all: [SourceTable.Kind: [ImportField]] = {
        var result: [SourceTable.Kind: [ImportField]] = [:]
        var kind: SourceTable.Kind?
        for line in (ImportFieldTable.registration + ImportFieldTable.programme).split(separator: "\n") {
            if line.hasPrefix("=") {
                kind = SourceTable.Kind(rawValue: String(line.dropFirst()))
            } else if let kind {
                result[kind, default: []].append(ImportField(line: line))
            }
        }
        return result
    }()
}
