import FairwayCore
import Foundation

/// The values of an enumeration by every name a file may use.
struct Choices<Value: Sendable>: Sendable {
    private let values: [String: Value]
    private let spelling: SpellingList

    init(_ pairs: [(names: [String], value: Value)]) {
        var values: [String: Value] = [:]
        var spelling = SpellingList()
        for (aliases, value) in pairs {
            for alias in aliases {
                let key = ImportField.normalized(alias)
                values[key] = value
                spelling.add(key, meaning: alias)
            }
        }
        self.values = values
        self.spelling = spelling
    }

    func value(_ text: String) -> Value? { values[ImportField.normalized(text)] }

    func suggestion(for text: String) -> String? { spelling.nearest(to: ImportField.normalized(text)) }
}

/// The enumerations of the model as files spell them.
enum ImportVocabulary {
    static let roles = Choices<Enterprise.Role>(
        Enterprise.Role.allCases.map { role in
            ([role.rawValue] + Language.allCases.map { role.displayName(in: $0) }, role)
        }
            + [
                (["retail chain", "supermarket", "сеть", "розничная сеть", "连锁", "超市", "零售"], .retailChain),
                (["producer", "завод", "厂家", "制造商", "生产商", "生产企业", "工厂"], .manufacturer),
                (["importer", "оптовик", "贸易商", "分销商"], .distributor),
            ]
    )
    static let sectors = Choices<Sector.ID>(
        Sector.all.map { sector in
            ([sector.id.code] + Language.allCases.compactMap { sector.name[$0] }, sector.id)
        }
    )
    static let statuses = Choices<Enterprise.Status>(
        Enterprise.Status.allCases.map { status in
            ([status.rawValue] + Language.allCases.map { status.displayName(in: $0) }, status)
        }
    )
    static let requestStatuses = Choices<MeetingRequest.Status>(
        MeetingRequest.Status.allCases.map { status in
            ([status.rawValue] + Language.allCases.map { status.displayName(in: $0) }, status)
        }
    )
    static let agencyKinds = Choices<Agency.Kind>(
        Agency.Kind.allCases.map { kind in
            ([kind.rawValue] + Language.allCases.map { kind.displayName(in: $0) }, kind)
        }
    )
    static let sessions = Choices<Session>([
        (["am", "morning", "утро", "上午"], .am),
        (["pm", "afternoon", "день", "вторая половина дня", "下午"], .pm),
    ])
    static let booleans = Choices<Bool>([
        (["yes", "true", "1", "x", "да", "是", "y", "+"], true),
        (["no", "false", "0", "нет", "否", "n", "-"], false),
    ])
}

/// Languages by tag or by name.
enum LanguageNames {
    static func tag(_ text: String) -> LanguageTag? {
        if let known = names[ImportField.normalized(text)] { return known }
        return text.count <= 3 || text.dropFirst(2).first == "-" ? LanguageTag(text) : nil
    }

    private static let names: [String: LanguageTag] = {
        var result: [String: LanguageTag] = [:]
        for tag in LanguageTag.common {
            for language in Language.allCases {
                result[ImportField.normalized(tag.displayName(in: language))] = tag
            }
        }
        let usual = [
            ("汉语", "zh"), ("普通话", "zh"), ("кит", "zh"), ("рус", "ru"), ("англ", "en"), ("mandarin", "zh"),
        ]
        for (name, code) in usual { result[name] = LanguageTag(code) }
        return result
    }()
}

/// Dates as people write them.
enum WrittenDate {
    /// ISO 8601, day.month.year, year/month/day, 年月日, and Excel's day number.
    ///
    /// Slashes with the year last are read as day/month/year, as in all countries concerned but one.
    static func parse(_ text: String) -> CivilDate? {
        let folded = text.precomposedStringWithCompatibilityMapping
        let groups = folded.split(whereSeparator: { !$0.isNumber }).map(String.init)
        // An ISO date may have a time after it, a Chinese one a day of the week: only what is between the numbers counts.
        let numbers = groups.prefix(3).compactMap { Int($0, in: 0...9999) }
        if numbers.count == 3, hasDateSeparators(folded) {
            if numbers[0] > 31 { return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
            let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
            return CivilDate(year: year, month: numbers[1], day: numbers[0])
        }
        if groups.count == 1, folded.count == 8, let number = Int(folded, in: 0...99_999_999) {
            return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        // A spreadsheet's number; the part after the point is the time of day.
        if groups.count <= 2, let number = Double(folded, in: 20_000...79_999) {
            return ExcelDate.date(Int(number))
        }
        return nil
    }

    /// Whether a sign of a date, or 年 and 月, stands between the first number and the second, and the second and the third.
    private static func hasDateSeparators(_ text: String) -> Bool {
        var separators = [""]
        var hasDigits = false
        for character in text.prefix(24) {
            if character.isNumber {
                if !(separators.last ?? "").isEmpty, hasDigits { separators.append("") }
                hasDigits = true
            } else if hasDigits {
                separators[separators.count - 1].append(character)
            } else {
                return false
            }
        }
        guard separators.count >= 3 else { return false }
        return separators.prefix(2).allSatisfy {
            ["-", ".", "/", "年", "月", "–"].contains($0.filter { !$0.isWhitespace })
        }
    }
}
