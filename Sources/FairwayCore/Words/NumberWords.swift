/// Numbers as a reader of one language expects them: `12,345.6` in Chinese and English, `12 345,6` in Russian.
package struct NumberWords: Sendable {
    private let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// Grouped by thousands; Russian leaves four digits together and separates with a no-break space.
    package func integer(_ value: Int) -> String {
        (value < 0 ? minus : "") + grouped(String(value.magnitude))
    }

    /// Rounded half away from zero to `places` decimals (0 … 9).
    package func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "—" }
        let places = min(max(places, 0), 9)
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard let digits = UInt64(exactly: scaled) else { return "\(value)" }
        let text = String(digits)
        let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
        let sign = value < 0 && digits > 0 ? minus : ""
        let whole = sign + grouped(String(padded.dropLast(places)))
        return places == 0 ? whole : whole + language.pick(zh: ".", ru: ",", en: ".") + padded.suffix(places)
    }

    /// A share of 1 in percent: `0.873` is `87.3%`, in Russian `87,3 %`.
    package func percent(_ share: Double, places: Int = 0) -> String {
        decimal(share * 100, places: places) + language.pick(zh: "%", ru: "\u{A0}%", en: "%")
    }

    private var minus: String { language.pick(zh: "-", ru: "−", en: "-") }

    private func grouped(_ digits: String) -> String {
        guard digits.count > (language == .ru ? 4 : 3) else { return digits }
        let separator = language.pick(zh: ",", ru: "\u{A0}", en: ",")
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
