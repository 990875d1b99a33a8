package import Scheduling

extension Replan {
    /// The outcome in one line: `3 meetings moved (at least 2 had to), 1 lost, 5 new; weight 72,301 → 72,296`.
    package func summary(in language: Language) -> String {
        let numbers = NumberWords(language)
        var parts = [movedWords(language)]
        func part(_ count: Int, zh: String, ru: String, en: String) {
            guard count > 0 else { return }
            let number = numbers.integer(count)
            parts.append(language.pick(zh: zh + number + " 场", ru: ru + number, en: number + en))
        }
        part(difference.cancelled.count, zh: "取消 ", ru: "отменено: ", en: " called off")
        part(difference.lost.count, zh: "失去 ", ru: "потеряно: ", en: " lost")
        part(difference.added.count, zh: "新增 ", ru: "новых: ", en: " new")
        part(
            difference.reinterpreted.count,
            zh: "更换翻译 ",
            ru: "с другим переводчиком: ",
            en: " with another interpreter"
        )
        let (old, new) = (numbers.integer(previousWeight), numbers.integer(value.placedWeight))
        return parts.joined(separator: language.pick(zh: "，", ru: ", ", en: ", "))
            + language.pick(
                zh: "；权重 \(old) → \(new)",
                ru: "; вес \(old) → \(new)",
                en: "; weight \(old) → \(new)"
            )
    }

    private func movedWords(_ language: Language) -> String {
        guard moves > 0 else {
            return language.pick(zh: "没有洽谈改期", ru: "ни одна встреча не перенесена", en: "no meeting moved")
        }
        let counted = CountedNoun.meeting.counted(moves, in: language)
        let words = language.pick(
            zh: "改动 \(counted)",
            ru: RussianPlural.form(moves) == .one ? "перенесена \(counted)" : "перенесено \(counted)",
            en: "\(counted) moved"
        )
        return words + forcedWords(language)
    }

    /// How many of the moves are proven to be forced.
    private func forcedWords(_ language: Language) -> String {
        let least = NumberWords(language).integer(movesBound)
        if hasFewestMoves {
            return language.pick(zh: "（已是最少）", ru: " (меньше нельзя)", en: " (no fewer would do)")
        }
        guard movesBound > 0 else { return "" }
        return language.pick(
            zh: "（至少 \(least) 场必须改动）",
            ru: " (не менее \(least) – вынужденно)",
            en: " (at least \(least) had to)"
        )
    }
}
