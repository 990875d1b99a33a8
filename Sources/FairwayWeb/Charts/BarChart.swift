import FairwayCore

/// A horizontal bar chart as values for its SVG template; lengths are user units.
struct BarChart {
    static let width = 640
    static let labelWidth = 236
    static let rowHeight = 26

    let title: String
    /// - Parameter link: Where a bar's label leads.
    let bars: [[String: Any]]
    let height: Int

    init(
        title: String,
        counts: [ExpoStatistics.Count],
        language: Language,
        most: Int = 12,
        link: (ExpoStatistics.Count) -> String?
    ) {
        self.title = title
        let shown = counts.prefix(most)
        let longest = max(1, shown.map(\.enterprises).max() ?? 1)
        let room = Self.width - Self.labelWidth - 60
        let numbers = NumberWords(language)
        bars = shown.enumerated().map { index, count in
            let length = max(2, count.enterprises * room / longest)
            let name = count.name.text(in: language)
            return [
                "y": index * Self.rowHeight, "textY": index * Self.rowHeight + 17,
                "barY": index * Self.rowHeight + 4,
                "length": length, "valueX": Self.labelWidth + length + 6, "name": Self.shortened(name),
                "fullName": name, "value": numbers.integer(count.enterprises), "link": link(count) ?? "",
            ]
        }
        height = shown.count * Self.rowHeight + 4
    }

    var model: [String: Any] {
        [
            "title": title, "bars": bars, "height": height, "width": Self.width,
            "labelX": Self.labelWidth - 8,
            "barX": Self.labelWidth, "hasBars": !bars.isEmpty,
        ]
    }

    /// Han characters are twice as wide.
    private static func shortened(_ name: String) -> String {
        var width = 0
        var result = ""
        for character in name {
            width += (character.unicodeScalars.first?.value ?? 0) > 0x2E80 ? 2 : 1
            if width > 27 { return result + "…" }
            result.append(character)
        }
        return result
    }
}
