import FairwayCore
import Foundation
import Meaning
import Nomenclature

/// Ranks a text and writes the answer, as a table for people or as a line of JSON.
struct ClassificationPrinter {
    let ranker: HeadingRanker
    let source: (any VectorSource)?
    let language: Language
    let limit: Int
    let isJSON: Bool
    let isTimed: Bool

    func lines(for text: String, row: Int?) async throws -> String {
        let began = ContinuousClock.now
        let vector = try await source?.vectors(of: [text])
        let ranked = ranker.rank(text, vector: vector, limit: limit)
        let elapsed = began.duration(to: .now)
        guard isJSON else { return table(ranked, under: row == nil ? nil : text) }
        let answer = Answer(
            headings: ranked.map(heading),
            microseconds: isTimed ? Int(elapsed / .microseconds(1)) : nil,
            row: row,
            text: text
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }

    private struct Answer: Encodable {
        struct Heading: Encodable {
            let heading: String
            let name: String
            let reasons: [Reason]
            let score: Double
        }

        struct Reason: Encodable {
            let share: Double
            let word: String
        }

        let headings: [Heading]
        let microseconds: Int?
        let row: Int?
        let text: String
    }

    private func heading(_ ranked: RankedHeading) -> Answer.Heading {
        Answer.Heading(
            heading: ranked.code,
            name: name(ranked),
            reasons: ranked.reasons.map { Answer.Reason(share: Self.rounded($0.share), word: $0.word) },
            score: Self.rounded(ranked.score)
        )
    }

    private func table(_ ranked: [RankedHeading], under title: String?) -> String {
        let rows = ranked.map { ranked in
            let words = ranked.reasons.map(\.word).joined(separator: ", ")
            return "\(ranked.code)\t\(String(format: "%.3f", ranked.score))\t\(name(ranked))\t\(words)"
        }
        let none = language.pick(zh: "没有找到品目。", ru: "Ни одной позиции не найдено.", en: "No heading found.")
        return ((title.map { [$0] } ?? []) + (rows.isEmpty ? [none] : rows)).joined(separator: "\n")
    }

    private func name(_ ranked: RankedHeading) -> String {
        let name = ranker.classifier.nomenclature.headings[ranked.place].name
        return language.pick(zh: name.zh, ru: name.ru, en: name.en)
    }

    private static func rounded(_ value: Float) -> Double { (Double(value) * 10_000).rounded() / 10_000 }
}
