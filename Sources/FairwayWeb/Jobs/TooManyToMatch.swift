import FairwayCore

/// More enterprises than a worker can weigh against each other in the memory that it may have.
struct TooManyToMatch: WordedError, Equatable {
    /// Ten times the sample; measured with 39,000, while 64,000 were too many.
    static let most = 40_000

    let count: Int

    func words(in language: Language) -> String {
        let numbers = NumberWords(language)
        let (count, most) = (numbers.integer(count), numbers.integer(Self.most))
        return language.pick(
            zh: "企业数（\(count)）超过可匹配的上限（\(most)）。请先婉拒不参展的企业。",
            ru:
                "Предприятий \(count), а подобрать партнёров можно не более чем для \(most). Отклоните тех, кто не участвует.",
            en:
                "There are \(count) enterprises, and partners can be found for at most \(most). Decline those that do not take part."
        )
    }
}
