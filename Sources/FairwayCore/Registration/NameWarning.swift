/// Why a company's name may be taken for another's: said to the organiser before approval, never acted upon (UTS #39).
package enum NameWarning: Equatable, Sendable {
    /// A word with letters of scripts that look alike.
    case mixedScripts(word: String)
    /// It looks like this name of another company, of its names in several languages the one that does, and is spelt with
    /// other letters.
    case looksLike(Enterprise.ID, name: String)

    package func words(in language: Language) -> String {
        switch self {
        case .mixedScripts(let word):
            let word = language.quoted(word)
            return language.pick(
                zh: "\(word)一词混用了外形相近的不同文字（如拉丁字母与西里尔字母），请核对名称。",
                ru:
                    "В слове \(word) смешаны похожие буквы разных алфавитов (например, латинские и русские); проверьте название.",
                en:
                    "The word \(word) mixes letters of alphabets that look alike, such as Latin and Cyrillic: check the name."
            )
        case .looksLike(let id, let name):
            let name = language.quoted(name)
            return language.pick(
                zh: "名称外形与\(name)（\(id)）相同，但所用字母不同，可能冒充他人。",
                ru:
                    "Название выглядит как \(name) (\(id)), но написано другими буквами; возможно, его выдают за чужое.",
                en:
                    "The name looks like \(name) (\(id)) but is spelt with other letters; it may pass for another company."
            )
        }
    }
}
