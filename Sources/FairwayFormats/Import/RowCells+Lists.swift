import FairwayCore
import Foundation

/// Cells with several values.
extension RowCells {
    func parts(_ field: String, isKnown: (String) -> Bool = { _ in false }) -> [String] {
        text(field).map { ListCell.parts($0, isKnown: isKnown) } ?? []
    }

    /// Bad parts of one cell that are reported: a cell of prose has hundreds.
    private static let mostReported = 10
    /// Values of one cell; a list of all languages has fewer.
    private static let maxValues = 500

    /// The values of the list, each once; a part without one is reported.
    private mutating func values<Value: Equatable>(
        _ field: String,
        _ value: (String) -> Value?,
        problem: (String) -> Diagnostic.Problem
    ) -> [Value] {
        guard let text = text(field) else { return [] }
        if let known = meaning(field, text, { Self.allValues(text, value) }) { return known }
        var result: [Value] = []
        var bad = 0
        for part in parts(field, isKnown: { value($0) != nil }) {
            guard let value = value(part) else {
                bad += 1
                if bad <= Self.mostReported { report(field, part, problem(part)) }
                continue
            }
            if !result.contains(value) { result.append(value) }
            if result.count > Self.maxValues {
                report(field, text, .beyondLimit(.init(.listValues, most: Self.maxValues)))
                break
            }
        }
        return result
    }

    private static func allValues<Value: Equatable>(
        _ text: String,
        _ value: (String) -> Value?
    ) -> [Value]? {
        var result: [Value] = []
        for part in ListCell.parts(text, isKnown: { value($0) != nil }) {
            guard let value = value(part) else { return nil }
            if !result.contains(value) { result.append(value) }
            if result.count > maxValues { return nil }
        }
        return result
    }

    mutating func choices<Value: Equatable>(_ field: String, _ choices: Choices<Value>) -> [Value] {
        let cache = cache
        return values(field, choices.value) { text in
            .unknownValue(maybe: cache.suggestion(field, text) { choices.suggestion(for: text) })
        }
    }

    mutating func languages(_ field: String) -> [LanguageTag] {
        values(field, LanguageNames.tag) { _ in .invalidLanguage }
    }

    /// Codes of economies and regions.
    mutating func places(_ field: String, _ names: RegionNames) -> [String] {
        let cache = cache
        return values(field, names.placeCode) { text in
            .unknownValue(maybe: cache.suggestion(field, text) { names.suggestion(for: text) })
        }
    }

    /// "zh-ru; zh-en".
    mutating func pairs(_ field: String) -> [LanguagePair] {
        if text(field) == nil { report(field, nil, .missingValue) }
        return values(field, Self.pair) { _ in .invalidPair }
    }

    private static func pair(_ text: String) -> LanguagePair? {
        let sides = text.split(whereSeparator: { "-–—−－↔⇄<>=~".contains($0) }).map { String($0).trimmedCell }
        guard sides.count == 2, let one = LanguageNames.tag(sides[0]), let other = LanguageNames.tag(sides[1])
        else { return nil }
        return LanguagePair(one, other)
    }

    /// Numbers of slots of one cell: as many as the engine takes slots of an expo.
    ///
    /// Six bytes say `0-4095`.
    static let maxSlots = 1024

    /// "0-15; 20" → slot numbers, ascending.
    mutating func slots(_ field: String) -> [Int] {
        let ranges = values(field, Self.slotRange, problem: { _ in .notANumber })
        var numbers: [Int] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            // What of the range is there already, since none before it begins later.
            let first = max(range.lowerBound, (numbers.last ?? -1) + 1)
            guard first <= range.upperBound else { continue }
            numbers.append(contentsOf: first...range.upperBound)
            if numbers.count > Self.maxSlots {
                let cell = text(field)
                report(field, cell, .beyondLimit(.init(.listValues, most: Self.maxSlots)))
                return []
            }
        }
        return numbers
    }

    private static func slotRange(_ text: String) -> ClosedRange<Int>? {
        let folded = text.precomposedStringWithCompatibilityMapping
        let ends = folded.split(whereSeparator: { "-–—−".contains($0) }, omittingEmpty: false)
            .map { Int(String($0).trimmedCell, in: Slot.numberRange) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
        else { return nil }
        return first...last
    }
}

extension String {
    fileprivate func split(whereSeparator isSeparator: (Character) -> Bool, omittingEmpty: Bool)
        -> [Substring]
    {
        split(maxSplits: .max, omittingEmptySubsequences: omittingEmpty, whereSeparator: isSeparator)
    }
}
