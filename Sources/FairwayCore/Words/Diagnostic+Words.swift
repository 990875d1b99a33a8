import TextAnalysis

extension Diagnostic {
    /// "enterprises.csv, row 14, column "Country": "Chnia" is unknown. Maybe "China (CN)"?"
    package func words(in language: Language) -> String {
        var place = TextSafety.writtenOut(file)
        if let row { place += language.pick(zh: "，第 \(row) 行", ru: ", строка \(row)", en: ", row \(row)") }
        if let column {
            let name = quoted(column, language)
            place += language.pick(zh: "，\(name)列", ru: ", столбец \(name)", en: ", column \(name)")
        }
        let mark = severity == .warning ? language.pick(zh: "（提示）", ru: " (замечание)", en: " (note)") : ""
        return place + mark + language.pick(zh: "：", ru: ": ", en: ": ") + sentence(language)
    }

    private func sentence(_ language: Language) -> String {
        let cell = quoted(value ?? "", language)
        return fileSentence(language) ?? valueSentence(cell, language) ?? slotSentence(cell, language)
            ?? requestSentence(cell, language) ?? rowSentence(cell, language)
    }

    /// What the file says, which may hold characters that would turn the sentence around.
    private func quoted(_ text: String, _ language: Language) -> String {
        language.quoted(TextSafety.writtenOut(text))
    }

    private func fileSentence(_ language: Language) -> String? {
        switch problem {
        case .unreadableFile(let what):
            let detail = what.isEmpty ? "" : " (\(what))"
            return language.pick(
                zh: "文件无法读取\(detail)。",
                ru: "Файл не читается\(detail).",
                en: "The file cannot be read\(detail)."
            )
        case .beyondLimit(let limit):
            return limit.words(in: language)
        case .unknownTable(let expected):
            let list = expected.joined(separator: ", ")
            return language.pick(
                zh: "没有找到可识别的表头。可导入：\(list)。",
                ru: "Не найдена строка заголовков. Можно импортировать: \(list).",
                en: "No header row was recognised. What can be imported: \(list)."
            )
        case .missingColumn(let name):
            let name = language.quoted(name)
            return language.pick(
                zh: "缺少\(name)列。",
                ru: "Нет столбца \(name).",
                en: "The column \(name) is missing."
            )
        case .unknownColumn:
            return language.pick(
                zh: "未知的列，已忽略。",
                ru: "Неизвестный столбец пропущен.",
                en: "Unknown column, passed over."
            )
        case .duplicateColumn(let first):
            let first = quoted(first, language)
            return language.pick(
                zh: "与\(first)列含义相同，已忽略。",
                ru: "Означает то же, что столбец \(first); пропущен.",
                en: "It means the same as the column \(first) and was passed over."
            )
        default: return nil
        }
    }

    private func valueSentence(_ cell: String, _ language: Language) -> String? {
        switch problem {
        case .missingValue:
            return language.pick(zh: "必须填写。", ru: "Значение обязательно.", en: "A value is required.")
        case .notANumber:
            return language.pick(
                zh: "\(cell)不是数字。",
                ru: "\(cell) — не число.",
                en: "\(cell) is not a number."
            )
        case .outOfRange(let least, let most):
            return language.pick(
                zh: "\(cell)应在 \(least) 到 \(most) 之间。",
                ru: "\(cell): допустимо от \(least) до \(most).",
                en: "\(cell) must be between \(least) and \(most)."
            )
        case .unknownValue(let maybe):
            let hint = maybe.map { text in
                let text = language.quoted(text)
                return language.pick(zh: "是否为\(text)？", ru: " Возможно, \(text)?", en: " Maybe \(text)?")
            }
            return language.pick(zh: "无法识别\(cell)。", ru: "\(cell) неизвестно.", en: "\(cell) is unknown.")
                + (hint ?? "")
        case .unknownReference(let table):
            return language.pick(
                zh: "\(table) 中没有\(cell)。",
                ru: "В таблице \(table) нет \(cell).",
                en: "There is no \(cell) in \(table)."
            )
        case .missingHSCode:
            return language.pick(
                zh: "没有 HS 编码：会在名录中展示，但暂不参与匹配。",
                ru: "Нет кода ТН ВЭД: в каталоге видно, но в подборе партнёров не участвует.",
                en: "No HS code: shown in the catalogue, but not matched yet."
            )
        case .invalidHSCode:
            return language.pick(
                zh: "\(cell)不是 HS 编码（应为 2022 年版章号或品目开头的 2、4、6、8 或 10 位数字）。",
                ru:
                    "\(cell) — не код ТН ВЭД (2, 4, 6, 8 или 10 цифр, с группы или позиции редакции 2022 года).",
                en:
                    "\(cell) is no HS code (2, 4, 6, 8 or 10 digits that begin with a chapter or heading of 2022)."
            )
        case .invalidGTIN:
            return language.pick(
                zh: "\(cell)不是有效的 GTIN（应为 8、12、13 或 14 位数字，末位为校验位）。",
                ru: "\(cell) — неверный GTIN (нужны 8, 12, 13 или 14 цифр, последняя — контрольная).",
                en: "\(cell) is no valid GTIN (8, 12, 13 or 14 digits, the last a check digit)."
            )
        case .invalidDate:
            return language.pick(
                zh: "\(cell)不是有效的日期或时间。",
                ru: "\(cell) — не дата и не время.",
                en: "\(cell) is no date or time."
            )
        case .invalidLanguage:
            return language.pick(zh: "\(cell)不是语言。", ru: "\(cell) — не язык.", en: "\(cell) is no language.")
        case .invalidPair:
            return language.pick(
                zh: "\(cell)不是语对（如 zh-ru）。",
                ru: "\(cell) — не языковая пара (например, zh-ru).",
                en: "\(cell) is no language pair (such as zh-ru)."
            )
        default: return nil
        }
    }

    /// As a form says it of the field.
    private func formSentence(
        _ problem: ProfileFlaw.Problem,
        _ cell: String,
        _ language: Language
    ) -> String {
        let words = ProfileFlaw(column ?? "", problem).words(in: language)
        return language.pick(
            zh: "\(cell)：\(words)。",
            ru: "\(cell): \(words).",
            en: "\(cell): \(words)."
        )
    }

    private func rowSentence(_ cell: String, _ language: Language) -> String {
        switch problem {
        case .unsafeText(let flaw):
            language.pick(
                zh: "\(cell)\(flaw.words(in: .zh))。",
                ru: "\(cell): \(flaw.words(in: .ru)).",
                en: "\(cell) \(flaw.words(in: .en))."
            )
        case .addressInName(let mark): formSentence(.addressInName(mark), cell, language)
        case .invalidText:
            language.pick(
                zh: "\(cell)含有不允许的字符，或过长。",
                ru: "\(cell): недопустимые знаки или слишком длинно.",
                en: "\(cell) has characters that are not allowed, or is too long."
            )
        case .tooLong(let most):
            language.pick(
                zh: "\(cell)过长，最多 \(NumberWords(language).integer(most)) 个字符。",
                ru: "\(cell): слишком длинно, не больше \(NumberWords(language).integer(most)) знаков.",
                en: "\(cell) is too long: at most \(NumberWords(language).integer(most)) characters."
            )
        case .duplicateIdentifier(let row):
            language.pick(
                zh: "代码\(cell)重复" + (row.map { "（首见于第 \($0) 行）。" } ?? "。"),
                ru: "Код \(cell) повторяется" + (row.map { " (впервые в строке \($0))." } ?? "."),
                en: "The code \(cell) is used twice" + (row.map { " (first in row \($0))." } ?? ".")
            )
        case .duplicateEnterprise(let other):
            language.pick(
                zh: "\(cell)与企业 \(other) 名称和地区相同，可能重复登记；未合并。",
                ru: "\(cell): то же название и регион, что у \(other). Возможно, повтор; не объединено.",
                en: "\(cell) has the name and region of \(other): perhaps registered twice; not merged."
            )
        case .foreignRegion(let owner, let economy):
            language.pick(
                zh: "\(cell)是 \(owner) 的地区，不属于 \(economy)。",
                ru: "\(cell) — регион страны \(owner), а не \(economy).",
                en: "\(cell) is a region of \(owner), not of \(economy)."
            )
        case .notAfter(let start):
            language.pick(
                zh: "结束时间\(cell)应晚于开始时间\(quoted(start, language))。",
                ru: "Конец \(cell) должен быть позже начала \(quoted(start, language)).",
                en: "The end \(cell) must be after the start \(quoted(start, language))."
            )
        case .cellWithoutHeader:
            language.pick(
                zh: "\(cell)上方没有列标题，已忽略；该行是否多了分隔符？",
                ru: "Над \(cell) нет заголовка столбца, значение пропущено. Лишний разделитель в строке?",
                en:
                    "There is no header above \(cell); it was passed over. Does the row have one delimiter too many?"
            )
        case .otherDelegation:
            language.pick(
                zh: "\(cell)不属于本代表团；只能更改本代表团的企业及其数据。",
                ru: "\(cell) не из этой делегации: менять можно только её предприятия и их данные.",
                en:
                    "\(cell) is not of this delegation: only its own enterprises and what is theirs can be changed."
            )
        case .tooManyMembers(let most):
            language.pick(
                zh: "一个代表团最多可导入 \(most) 家企业；更多企业请由组织方导入。",
                ru:
                    "Делегация может привезти не больше \(CountedNoun.enterprise.counted(most, in: .ru)); остальные "
                    + "загружает организатор.",
                en: "A delegation brings at most \(most) enterprises; more are the organiser's to import."
            )
        case .organisersTable:
            language.pick(
                zh: "这类表格由组织方导入；此处可导入企业、代表、产品和需求。",
                ru:
                    "Такие таблицы загружает организатор; здесь — предприятия, представители, товары и запросы.",
                en:
                    "Such tables are the organiser's; here go enterprises, representatives, products and demands."
            )
        case .organisersStatus:
            language.pick(
                zh: "状态\(cell)由组织方决定，已保留原状态。",
                ru: "Статус \(cell) присваивает организатор; прежний сохранён.",
                en: "The status \(cell) is the organiser's to give; it was left as it is."
            )
        case .samePartyOnBothSides:
            language.pick(
                zh: "双方是同一企业。",
                ru: "С обеих сторон одно предприятие.",
                en: "Both sides are the same enterprise."
            )
        default:
            language.pick(
                zh: "说明行，已跳过。",
                ru: "Строка-примечание пропущена.",
                en: "A row of notes, passed over."
            )
        }
    }
}
