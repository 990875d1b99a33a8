import TextAnalysis

/// Every number that the classifier weighs evidence with.
///
/// Tuned on texts of our own (`Benchmarks/Search/trial.tsv`) and on words held out of the table, the weights of the goods phrase and of
/// meaning on `tune.tsv`, `second-tune.tsv` and one half of the held-out words; never on the test texts.
package struct ClassifierWeights: Sendable, Equatable {
    // BM25F over a heading's name and words (Robertson, Zaragoza, Taylor 2004).

    /// How soon more occurrences of a word stop counting.
    package var saturation: Float = 2
    /// How much a long list of words is held against a heading, 0…1.
    package var lengthNorm: Float = 0.3
    package var nameField: Float = 1.6
    package var wordsField: Float = 1

    // Kinds of terms.

    /// The root of a derived word, beside a word with 1.
    package var root: Float = 0.45
    /// Two neighbouring Han characters that are no word of the dictionary.
    package var pair: Float = 0.6
    /// A Han word of one character.
    package var character: Float = 1
    /// A character inside a longer Han word.
    package var inner: Float = 0.25
    /// A word found only by its beginning, a piece of a compound or a slip of the keyboard.
    package var approximate: Float = 0.5

    // The parts of the lexical score, each 0…1.

    package var heading: Float = 0.5
    /// The best single phrase of the heading.
    package var phrase: Float = 0.2
    package var chapter: Float = 0.15

    // Words of the text.

    /// A word behind "other than", "кроме", "除…外".
    package var excluded: Float = 0.15
    /// A word behind "whether or not".
    package var optional: Float = 0.4
    /// The words that name the goods (`GoodsPhrase`), beside what is said about them.
    package var goods: Float = 1.3
    /// The noun that names the goods, as `HeadNoun` guesses it.
    package var head: Float = 1.3
    /// How much a word after the first ten counts for less with each further word.
    package var fading: Float = 0.04

    // Fusion with meaning.

    package var lexical: Float = 1
    /// How much meaning counts, per standard deviation of a similarity above the mean of all headings, as `sureness` bends it.
    package var semantic: Float = 0.015
    /// How many times more it counts for a word or two that no phrase of the table has.
    package var semanticUnknown: Float = 6
    /// Words of such a short text; of more of them some are known in any case.
    package var fewWords: Float = 2

    package init() {}

    /// How much meaning counts beside words for a text of so many words, whose likeness to the best phrase of the table, 0…1, is known.
    func semantic(words: Int, phrase: Float) -> Float {
        let shortness = min(1, fewWords / Float(max(1, words)))
        return semantic * (1 + semanticUnknown * (1 - phrase) * shortness * shortness)
    }

    /// What a similarity in standard deviations counts: its square, for a model knows well what it is sure of, and little of the rest.
    ///
    /// Four deviations, about the best of most texts, stay four.
    func sureness(_ deviations: Float) -> Float { deviations * abs(deviations) / 4 }

    /// How much a term counts by its kind.
    func weight(of term: Term) -> Float {
        switch term.kind {
        case .part where term.isHan: return term.text.utf8.count == 3 ? inner : pair
        case .part: return root
        case .word where term.isHan && term.text.utf8.count == 3: return character
        case .word, .code: return 1
        }
    }
}
