/// Words that join others and name nothing: a search asks for them only when there is nothing else to ask for.
///
/// Words that deny (without, без, 不含) are none of them.
package enum FunctionWords {
    /// Whether a term is such a word, as it stands in the text.
    package static func contains(_ term: Term) -> Bool { words.contains(term.surface) }

    private static let words = Set(
        """
        а в во да для до же за и из или к ко ли на над о об обо от по под при про с со то у через это
        a an and at by for from in into is its of on or our the their to with your
        与 个 为 之 了 于 和 在 及 或 把 是 用于 的 等 以及
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
