/// A noun of the trade that pages and reports count: `3 встречи`, `1 meeting`, `5 场洽谈`.
package enum CountedNoun: Sendable, CaseIterable {
    case agency
    case character
    case gap
    case day
    case delegation
    case demand
    case digit
    case economy
    case enterprise
    case exhibitor
    case buyer
    case hall
    case hit
    case interpreter
    case letter
    case match
    case partner
    case registration
    case meeting
    case product
    case region
    case representative
    case request
    case row
    case slot
    case stand
    case table

    /// The number with the noun in the form it calls for.
    package func counted(_ count: Int, in language: Language) -> String {
        let number = NumberWords(language).integer(count)
        let forms = forms
        switch language {
        case .zh: return "\(number) \(forms.zh)"
        case .ru: return "\(number)\u{A0}\(russian(count))"
        case .en: return "\(number) \(count.magnitude == 1 ? forms.en.one : forms.en.many)"
        }
    }

    /// The noun alone, in the form it takes after `count`.
    package func form(after count: Int, in language: Language) -> String {
        switch language {
        case .zh: forms.noun
        case .ru: russian(count)
        case .en: count.magnitude == 1 ? forms.en.one : forms.en.many
        }
    }

    private func russian(_ count: Int) -> String {
        switch RussianPlural.form(count) {
        case .one: forms.ru.one
        case .few: forms.ru.few
        case .many: forms.ru.many
        }
    }

    private struct Forms {
        /// Chinese measure word and noun, as after a number.
        var zh: String
        /// The Chinese noun alone.
        var noun: String
        var ru: (one: String, few: String, many: String)
        var en: (one: String, many: String)

        init(_ measure: String, _ noun: String, _ one: String, _ few: String, _ many: String, _ en: String...)
        {
            zh = measure + noun
            self.noun = noun
            ru = (one, few, many)
            self.en = (en.first ?? "", en.last ?? "")
        }
    }

    private var forms: Forms {
        switch self {
        case .agency: Forms("个", "组织机构", "организация", "организации", "организаций", "agency", "agencies")
        case .character: Forms("个", "字符", "знак", "знака", "знаков", "character", "characters")
        case .gap: Forms("个", "空档", "окно", "окна", "окон", "gap", "gaps")
        case .day: Forms("", "天", "день", "дня", "дней", "day", "days")
        case .delegation:
            Forms("个", "代表团", "делегация", "делегации", "делегаций", "delegation", "delegations")
        case .demand: Forms("条", "需求", "запрос", "запроса", "запросов", "demand", "demands")
        case .digit: Forms("", "位", "цифра", "цифры", "цифр", "digit", "digits")
        case .economy:
            Forms(
                "个",
                "国家和地区",
                "страна или территория",
                "страны и территории",
                "стран и территорий",
                "economy",
                "economies"
            )
        case .enterprise:
            Forms("家", "企业", "предприятие", "предприятия", "предприятий", "enterprise", "enterprises")
        case .exhibitor:
            Forms("家", "参展商", "экспонент", "экспонента", "экспонентов", "exhibitor", "exhibitors")
        case .buyer: Forms("家", "采购商", "покупатель", "покупателя", "покупателей", "buyer", "buyers")
        case .hall: Forms("个", "展馆", "павильон", "павильона", "павильонов", "hall", "halls")
        case .hit: Forms("条", "结果", "результат", "результата", "результатов", "result", "results")
        case .interpreter:
            Forms("名", "翻译", "переводчик", "переводчика", "переводчиков", "interpreter", "interpreters")
        case .letter: Forms("封", "邮件", "письмо", "письма", "писем", "letter", "letters")
        case .match: Forms("个", "匹配", "совпадение", "совпадения", "совпадений", "match", "matches")
        case .partner:
            Forms(
                "家",
                "潜在合作伙伴",
                "возможный партнёр",
                "возможных партнёра",
                "возможных партнёров",
                "possible partner",
                "possible partners"
            )
        case .registration:
            Forms("份", "注册申请", "регистрация", "регистрации", "регистраций", "registration", "registrations")
        case .meeting: Forms("场", "洽谈", "встреча", "встречи", "встреч", "meeting", "meetings")
        case .product: Forms("种", "产品", "товар", "товара", "товаров", "product", "products")
        case .region: Forms("个", "地区", "регион", "региона", "регионов", "region", "regions")
        case .representative:
            Forms(
                "名",
                "代表",
                "представитель",
                "представителя",
                "представителей",
                "representative",
                "representatives"
            )
        case .request: Forms("份", "洽谈申请", "заявка", "заявки", "заявок", "request", "requests")
        case .row: Forms("", "行", "строка", "строки", "строк", "row", "rows")
        case .slot: Forms("个", "时段", "слот", "слота", "слотов", "slot", "slots")
        case .stand: Forms("个", "展位", "стенд", "стенда", "стендов", "stand", "stands")
        case .table: Forms("张", "洽谈桌", "стол", "стола", "столов", "table", "tables")
        }
    }
}
