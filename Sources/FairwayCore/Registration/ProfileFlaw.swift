package import TextAnalysis

/// What is wrong with a field of a profile, or missing from it.
package struct ProfileFlaw: Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        case missing
        case unknown(String)
        case badHSCode(String)
        case unknownHeading(String)
        case badGTIN(String)
        case badEmail(String)
        case badWebsite(String)
        case badCount(String)
        case badQuantity(String)
        case tooLong(most: Int)
        case regionElsewhere(String)
        case namelessPerson
        case namelessGood
        /// Characters that deceive the reader.
        case unsafe(TextFlaw)
        /// What makes a web or mail address of a person's name.
        case addressInName(String)
        /// Signs alone, where a name should be.
        case unreadableName
    }

    /// As the form names it: `name_zh`, `people-0-email`.
    package var field: String
    package var problem: Problem

    package init(_ field: String, _ problem: Problem) {
        self.field = field
        self.problem = problem
    }

    /// Something that is not there yet: no flaw of a draft, but of a profile.
    package var isGap: Bool { [.missing, .namelessPerson, .namelessGood].contains(problem) }

    package func words(in language: Language) -> String {
        switch problem {
        case .missing:
            language.pick(zh: "请填写", ru: "нужно заполнить", en: "is needed")
        case .unknown(let code):
            language.pick(zh: "没有“\(code)”", ru: "нет такого значения: «\(code)»", en: "“\(code)” is unknown")
        case .badHSCode(let code):
            language.pick(
                zh: "“\(code)”不是 HS 编码：应为 2、4、6、8 或 10 位数字",
                ru: "«\(code)» — не код ТН ВЭД: нужно 2, 4, 6, 8 или 10 цифр",
                en: "“\(code)” is no HS code: it has 2, 4, 6, 8 or 10 digits"
            )
        case .unknownHeading(let heading):
            language.pick(
                zh: "2022 年版 HS 没有品目 \(heading)",
                ru: "в ТН ВЭД (ГС 2022 года) нет позиции \(heading)",
                en: "HS 2022 has no heading \(heading)"
            )
        case .badGTIN(let code):
            language.pick(
                zh: "“\(code)”不是 GTIN（校验位不符）",
                ru: "«\(code)» — не GTIN: контрольная цифра не сходится",
                en: "“\(code)” is no GTIN: its check digit does not fit"
            )
        case .badEmail(let text):
            language.pick(
                zh: "“\(text)”不是电子邮箱地址",
                ru: "«\(text)» — не адрес электронной почты",
                en: "“\(text)” is not an e-mail address"
            )
        case .badWebsite(let text):
            language.pick(
                zh: "“\(text)”不是网址，例如 https://example.com",
                ru: "«\(text)» — не адрес сайта; пример: https://example.com",
                en: "“\(text)” is no web address such as https://example.com"
            )
        case .badCount(let text):
            language.pick(
                zh: "“\(text)”应为 0 至 1000000 的整数",
                ru: "«\(text)»: нужно целое число от 0 до 1000000",
                en: "“\(text)”: a whole number from 0 to 1000000"
            )
        case .badQuantity(let text):
            language.pick(
                zh: "“\(text)”应为 1 至 \(MinimumOrder.most) 的整数",
                ru: "«\(text)»: нужно целое число от 1 до \(MinimumOrder.most)",
                en: "“\(text)”: a whole number from 1 to \(MinimumOrder.most)"
            )
        case .tooLong(let most):
            language.pick(
                zh: "不超过 \(most) 个字符",
                ru: "не больше \(CountedNoun.character.counted(most, in: .ru))",
                en: "at most \(CountedNoun.character.counted(most, in: .en))"
            )
        case .regionElsewhere(let code):
            language.pick(
                zh: "地区 \(code) 不属于所选的国家",
                ru: "регион \(code) — другой страны",
                en: "region \(code) is in another country"
            )
        case .namelessPerson:
            language.pick(
                zh: "至少填写一个姓名（任何文字均可）",
                ru: "нужно хотя бы одно имя, на любом письме",
                en: "one name in any script is needed"
            )
        case .unsafe(let flaw): flaw.words(in: language)
        case .addressInName(let mark):
            language.pick(
                zh: "姓名中不能有“\(mark)”：请只填写姓名，不要填写网址或邮箱",
                ru: "в имени не может быть «\(mark)»: укажите только имя, без адресов сайтов и почты",
                en: "a name has no “\(mark)” in it: give the name only, without web or mail addresses"
            )
        case .unreadableName:
            language.pick(
                zh: "至少要有一个文字或数字",
                ru: "нужна хотя бы одна буква или цифра",
                en: "needs at least one letter or digit"
            )
        case .namelessGood:
            language.pick(
                zh: "至少用一种语言填写名称",
                ru: "нужно название хотя бы на одном языке",
                en: "a name in one language is needed"
            )
        }
    }
}

/// Finds what is wrong with a profile; what it may refer to comes in as plain values.
package struct ProfileCheck: Sendable {
    private let economies: Set<String>
    /// The economy of each region.
    private let regions: [String: String]
    package static let longestName = 200
    package static let longestText = 2000
    package static let mostRows = 60

    package init(economies: some Sequence<String>, regions: [String: String]) {
        self.economies = Set(economies)
        self.regions = regions
    }

    /// In the order of the form.
    package func flaws(in draft: ProfileDraft) -> [ProfileFlaw] {
        var flaws: [ProfileFlaw] = []
        if draft.name.isEmpty { flaws.append(.init("name_zh", .missing)) }
        add(draft.name, "name", Self.longestName, .name, &flaws)
        addUnreadable(draft.name, "name", &flaws)
        add(draft.about, "about", Self.longestText, .text, &flaws)
        addPlace(draft, &flaws)
        if !draft.website.isEmpty, !Self.isWebsite(draft.website) {
            flaws.append(.init("website", .badWebsite(draft.website)))
        }
        for (field, text) in [
            ("chains", draft.chains), ("stores", draft.stores), ("distributors", draft.distributors),
        ] where !text.isEmpty {
            if Self.count(text) == nil { flaws.append(.init(field, .badCount(text))) }
        }
        for (index, person) in draft.people.enumerated() where !person.isEmpty {
            add(person, "people-\(index)", &flaws)
        }
        for (index, good) in draft.products.enumerated() where !good.isEmpty {
            add(good, "products-\(index)", &flaws)
        }
        for (index, good) in draft.demands.enumerated() where !good.isEmpty {
            add(good, "demands-\(index)", &flaws)
        }
        return flaws
    }

    private func addPlace(_ draft: ProfileDraft, _ flaws: inout [ProfileFlaw]) {
        if draft.economy.isEmpty {
            flaws.append(.init("economy", .missing))
        } else if !economies.contains(draft.economy) {
            flaws.append(.init("economy", .unknown(draft.economy)))
        }
        guard !draft.region.isEmpty else { return }
        guard let economy = regions[draft.region] else {
            flaws.append(.init("region", .unknown(draft.region)))
            return
        }
        if economy != draft.economy { flaws.append(.init("region", .regionElsewhere(draft.region))) }
    }

    private func add(_ person: ProfileDraft.Person, _ field: String, _ flaws: inout [ProfileFlaw]) {
        if person.names.isEmpty { flaws.append(.init("\(field)-han-family", .namelessPerson)) }
        for script in NameScript.allCases {
            let name = person.names[script]
            for (part, text) in [
                ("family", name.family), ("given", name.given), ("patronymic", name.patronymic),
                ("display", name.display),
            ] {
                guard let problem = Self.problem(ofPerson: text ?? "") else { continue }
                flaws.append(.init("\(field)-\(script)-\(part)", problem))
            }
        }
        add(person.position, "\(field)-position", Self.longestName, .name, &flaws)
        if !person.email.isEmpty, !EmailAddress.isValid(person.email) {
            flaws.append(.init("\(field)-email", .badEmail(person.email)))
        }
        add(person.phone, "\(field)-phone", 60, .name, &flaws)
    }

    private func add(_ good: ProfileDraft.Good, _ field: String, _ flaws: inout [ProfileFlaw]) {
        if !good.hs.isEmpty {
            let code = HSCode(good.hs)
            if code == nil { flaws.append(.init("\(field)-hs", .badHSCode(good.hs))) }
            if let code, !code.isInNomenclature {
                flaws.append(.init("\(field)-hs", .unknownHeading(code.heading ?? good.hs)))
            }
        }
        if good.name.isEmpty { flaws.append(.init("\(field)-name_zh", .namelessGood)) }
        add(good.name, "\(field)-name", Self.longestText, .name, &flaws)
        addUnreadable(good.name, "\(field)-name", &flaws)
        add(good.about, "\(field)-about", Self.longestText, .text, &flaws)
        if !good.gtin.isEmpty, GTIN(good.gtin) == nil {
            flaws.append(.init("\(field)-gtin", .badGTIN(good.gtin)))
        }
        flaws += good.terms?.flaws(field) ?? []
        for code in good.targetCodes where !economies.contains(code) && regions[code] == nil {
            flaws.append(.init("\(field)-targets", .unknown(code)))
        }
    }

    private func add(
        _ text: LocalizedText,
        _ field: String,
        _ most: Int,
        _ kind: TextSafety.Kind,
        _ flaws: inout [ProfileFlaw]
    ) {
        for language in Language.allCases {
            add(text[language] ?? "", "\(field)_\(language)", most, kind, &flaws)
        }
    }

    private func add(
        _ text: String,
        _ field: String,
        _ most: Int,
        _ kind: TextSafety.Kind,
        _ flaws: inout [ProfileFlaw]
    ) {
        if text.count > most { flaws.append(.init(field, .tooLong(most: most))) }
        if let flaw = TextSafety.flaw(in: text, kind) { flaws.append(.init(field, .unsafe(flaw))) }
    }

    private func addUnreadable(_ name: LocalizedText, _ field: String, _ flaws: inout [ProfileFlaw]) {
        for language in Language.allCases {
            guard let text = name[language], !text.isEmpty, !TextSafety.isReadable(text),
                TextSafety.flaw(in: text, .name) == nil
            else { continue }
            flaws.append(.init("\(field)_\(language)", .unreadableName))
        }
    }

    /// What is wrong with a person's name, or with a part of it; nil when nothing is, or nothing is there.
    package static func problem(ofPerson name: String) -> ProfileFlaw.Problem? {
        if name.isEmpty { return nil }
        if name.count > longestName { return .tooLong(most: longestName) }
        if let flaw = TextSafety.flaw(in: name, .name) { return .unsafe(flaw) }
        if let mark = TextSafety.addressMark(in: name) { return .addressInName(mark) }
        return TextSafety.isReadable(name) ? nil : .unreadableName
    }

    /// A whole number from 0 to a million.
    package static func count(_ text: String) -> Int? {
        Int(text.filter { $0 != " " && $0 != "\u{A0}" }, in: 0...1_000_000)
    }

    static func isWebsite(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
        let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return text.count <= 300 && host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
            && !text.unicodeScalars.contains {
                $0.properties.isWhitespace || "<>\"".unicodeScalars.contains($0)
            }
    }
}

/// What looks like an address for electronic mail.
package enum EmailAddress {
    /// Scalar by scalar: a comma after U+0600 is one `Character` with it, and still parts two addresses.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned,
            .privateUse:
            true
        default: "<>\",;:()[]\\".unicodeScalars.contains(scalar)
        }
    }

    /// Something on both sides of one "@", a dot in the domain, no blanks: whether it exists only mail can tell.
    package static func isValid(_ text: String) -> Bool {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, text.utf8.count(where: { $0 == UInt8(ascii: "@") }) == 1,
            text.utf8.count <= 254,
            !sides[0].isEmpty
        else { return false }
        let labels = sides[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
            && !text.unicodeScalars.contains(where: isForbidden)
    }
}
