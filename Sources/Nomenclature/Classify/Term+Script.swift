import TextAnalysis

extension Term {
    /// Whether it begins with a Han character: in UTF-8 they come after all Latin and Cyrillic.
    var isHan: Bool { text.utf8.first ?? 0 >= 0xE3 }
    var isCyrillic: Bool { (0xD0...0xD3).contains(text.utf8.first ?? 0) }
}
