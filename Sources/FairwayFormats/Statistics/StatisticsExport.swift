package import FairwayCore
import Foundation

/// An expo's figures as text, CSV and JSON.
package struct StatisticsExport: Sendable {
    private let statistics: ExpoStatistics

    package init(statistics: ExpoStatistics) {
        self.statistics = statistics
    }

    /// Totals and lists for a terminal.
    package func text(in language: Language) -> String {
        let numbers = NumberWords(language)
        let date = statistics.asOf.words(in: language)
        var text = language.pick(zh: "截至 \(date)\n", ru: "По состоянию на \(date)\n", en: "As of \(date)\n")
        for (name, value) in totals(language) { text += "  \(name): \(numbers.integer(value))\n" }
        for (title, counts) in lists(language) where !counts.isEmpty {
            text += "\n\(title)\n"
            for count in counts {
                text +=
                    "  \(numbers.integer(count.enterprises))\t\(count.name.text(in: language)) (\(count.code))\n"
            }
        }
        return text
    }

    /// One row for each figure: as of, group, code, name, enterprises.
    package func csv(in language: Language) -> String {
        let header =
            language == .zh
            ? ["截至", "分组", "代码", "名称", "数量"]
            : language == .ru
                ? ["На дату", "Группа", "Код", "Название", "Число"]
                : ["As of", "Group", "Code", "Name", "Number"]
        let date = statistics.asOf.description
        let total = language.pick(zh: "总计", ru: "Всего", en: "Totals")
        var rows = [header] + totals(language).map { [date, total, "", $0.name, String($0.value)] }
        for (title, counts) in lists(language) {
            rows += counts.map { [date, title, $0.code, $0.name.text(in: language), String($0.enterprises)] }
        }
        return CSVText.document(rows)
    }

    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(statistics), as: UTF8.self) + "\n"
    }

    private func totals(_ language: Language) -> [(name: String, value: Int)] {
        let totals = statistics.totals
        return [
            (language.pick(zh: "企业", ru: "Предприятий", en: "Enterprises"), totals.enterprises),
            (language.pick(zh: "参展商", ru: "Экспонентов", en: "Exhibitors"), totals.exhibitors),
            (language.pick(zh: "采购商", ru: "Покупателей", en: "Buyers"), totals.buyers),
            (
                language.pick(zh: "国家和地区", ru: "Стран и территорий", en: "Countries and regions"),
                totals.economies
            ),
            (
                language.pick(zh: "中国省区市", ru: "Провинций Китая", en: "Chinese provinces"),
                totals.chineseRegions
            ),
            (
                language.pick(zh: "俄罗斯联邦主体", ru: "Субъектов РФ", en: "Russian federal entities"),
                totals.russianRegions
            ),
            (language.pick(zh: "代表团", ru: "Делегаций", en: "Delegations"), totals.delegations),
            (language.pick(zh: "产品", ru: "Товаров", en: "Products"), totals.products),
            (language.pick(zh: "需求", ru: "Запросов на закупку", en: "Demands"), totals.demands),
            (language.pick(zh: "会面申请", ru: "Заявок на встречи", en: "Meeting requests"), totals.requests),
        ]
    }

    private func lists(_ language: Language) -> [(title: String, counts: [ExpoStatistics.Count])] {
        [
            (
                language.pick(zh: "按国家和地区", ru: "По странам", en: "By country and region"),
                statistics.byEconomy
            ),
            (
                language.pick(zh: "按中国省区市", ru: "По провинциям Китая", en: "By Chinese province"),
                statistics.byChineseRegion
            ),
            (
                language.pick(zh: "按俄罗斯联邦主体", ru: "По субъектам РФ", en: "By Russian federal entity"),
                statistics.byRussianRegion
            ),
            (language.pick(zh: "按行业", ru: "По отраслям", en: "By sector"), statistics.bySector),
            (language.pick(zh: "按角色", ru: "По ролям", en: "By role"), statistics.byRole),
            (language.pick(zh: "按代表团", ru: "По делегациям", en: "By delegation"), statistics.byDelegation),
        ]
    }
}
