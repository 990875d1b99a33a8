import ArgumentParser
import FairwayCore
import FairwayWeb
import Foundation
import Meaning
import Nomenclature
import TextAnalysis

/// `fairway classify`: headings of the Harmonized System for a text in any of the three languages.
struct ClassifyCommand: AsyncParsableCommand {
    /// What may speak for a heading.
    enum Evidence: String, ExpressibleByArgument, CaseIterable {
        /// Words and meaning together; words alone when there is no model.
        case fused
        case lexical, semantic
    }

    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Propose headings of the Harmonized System (HS 2022) for the description of a product.",
        discussion: """
            The text may be in Chinese, Russian or English. With --batch each line of a file is a text (of a table, its first \
            column); with --json each gives one line of JSON: headings in order with score, name and the words that spoke for them.
            """
    )

    @Argument(help: "The description.") var text: String?
    @Option(help: "A file with one text a line instead; - is standard input.") var batch: String?
    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Also print how long each text took, in microseconds (JSON only).") var timing = false
    @Option(help: "At most so many headings.", transform: NumberOption.whole(1...2000)) var limit = 10
    @Option(help: "The language of names and messages: zh, ru or en (default: from $LANG).")
    var language: Language?

    @Option(help: "What may speak for a heading: fused, lexical or semantic.") var evidence = Evidence.fused
    @OptionGroup var meaning: MeaningOptions

    func validate() throws {
        guard (text == nil) != (batch == nil) else {
            throw ValidationError("Give either a text or --batch FILE.")
        }
    }

    func run() async throws {
        let shown = language ?? Language.ofTerminal
        let rows = try batch.map { try TextRows(path: $0).rows } ?? []
        let classifier = try self.classifier()
        let source = try await openedSource()
        let printer = ClassificationPrinter(
            ranker: HeadingRanker(
                classifier: classifier,
                meaning: try await headingMeaning(classifier.nomenclature, source)
            ),
            source: source,
            language: shown,
            limit: limit,
            isJSON: json,
            isTimed: timing
        )
        if let text {
            guard text.contains(where: { !$0.isWhitespace }) else { throw ClassifyError.emptyText }
            print(try await printer.lines(for: text, row: nil))
            return
        }
        try await run(over: rows, of: batch ?? "-", printer, shown)
    }

    private func headingMeaning(_ nomenclature: Nomenclature, _ source: (any VectorSource)?) async throws
        -> HeadingMeaning?
    {
        guard let source else { return nil }
        if let learnt = try HeadingMeaning.installed(for: nomenclature, source) { return learnt }
        let vectors = try await source.vectors(of: HeadingMeaning.texts(of: nomenclature))
        return HeadingMeaning(vectors: vectors, dimension: source.model.dimension)
    }

    private func openedSource() async throws -> (any VectorSource)? {
        guard evidence != .lexical else { return nil }
        do {
            return try await meaning.settings().open()
        } catch let error as ModelError {
            // Words do without a model; who asks for meaning alone gets no other answer.
            guard evidence == .fused else { throw error }
            return nil
        }
    }

    private func classifier() throws -> HeadingClassifier {
        var weights = ClassifierWeights()
        if evidence == .semantic { weights.lexical = 0 }
        do {
            return HeadingClassifier(
                try Nomenclature.installed(),
                analyser: try TextAnalyser(),
                weights: weights
            )
        } catch let error as NomenclatureError {
            throw ClassifyError.nomenclature(error)
        } catch let error as TextAnalyserError {
            throw ClassifyError.analyser(error)
        }
    }

    /// A row that is no text is named and gives an empty list, so that the answers stay in step with the file.
    private func run(
        over rows: [TextRows.Row],
        of path: String,
        _ printer: ClassificationPrinter,
        _ shown: Language
    ) async throws {
        var isWhole = true
        for row in rows {
            if let problem = row.problem {
                Terminal().note(ClassifyError.badRow(file: path, row: row.number, problem).words(in: shown))
                isWhole = false
            }
            print(try await printer.lines(for: row.text, row: row.number))
        }
        if !isWhole { throw ExitCode.failure }
    }
}
