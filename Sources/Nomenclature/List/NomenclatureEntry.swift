/// A chapter or heading of the Harmonized System with its name and search words, written for Fairway.
package struct NomenclatureEntry: Sendable, Equatable {
    /// Two digits for a chapter, four for a heading.
    package let code: String
    package let name: Trilingual<String>
    /// Goods that belong here, in the words of trade and of customs.
    package let words: Trilingual<[String]>

    package var isHeading: Bool { code.utf8.count == 4 }
    package var chapter: String { String(code.prefix(2)) }
}
