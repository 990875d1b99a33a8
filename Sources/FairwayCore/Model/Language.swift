/// A working language of Fairway itself: pages, messages and stored texts exist in these three.
package enum Language: String, Sendable, Codable, CaseIterable {
    case zh
    case ru
    case en

    /// The order in which a missing text is looked for in the others.
    package var fallbacks: [Language] {
        switch self {
        case .zh: [.en, .ru]
        case .ru: [.en, .zh]
        case .en: [.ru, .zh]
        }
    }
}
