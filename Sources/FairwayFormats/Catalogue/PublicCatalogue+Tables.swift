import FairwayCore
import Foundation

extension PublicCatalogue {
    /// A table of the catalogue: its name in the language, and rows of which the first is the header.
    package struct Table: Sendable {
        package let name: String
        package let rows: [[String]]
        let widths: [Double]
    }

    package var productTable: Table {
        let rows = products.compactMap { product in owner(product.enterprise).map { row(product, of: $0) } }
        return Table(
            name: language.pick(zh: "产品", ru: "Товары", en: "Products"),
            rows: [productHeader] + rows,
            widths: [12, 12, 36, 18, 18, 10, 40, 60, 8, 18, 16, 10, 8, 10, 18, 24, 10, 44, 44]
        )
    }

    private var productHeader: [String] {
        language.pick(
            zh: "代码|企业代码|企业|国家或地区|省州|HS编码|名称|说明|语言|品牌|GTIN|最小起订量|单位|国际贸易术语|指定地点|认证|贴牌生产|网页|图片",
            ru:
                "Код|Код предприятия|Предприятие|Страна|Регион|Код ТН ВЭД|Название|Описание|Язык|Бренд|GTIN|Мин. партия|Единица|Инкотермс 2020|Место поставки|Сертификаты|Частная марка|Страница|Изображения",
            en:
                "Code|Enterprise code|Enterprise|Country or region|Province|HS code|Name|About|Language|Brand|GTIN|MOQ|Unit|Incoterms 2020|Named place|Certificates|Private label|Page|Images"
        ).split(separator: "|").map(String.init)
    }

    private func row(_ product: Product, of enterprise: Enterprise) -> [String] {
        let terms = product.terms ?? TradeTerms()
        return [
            product.id.code, enterprise.id.code, text(enterprise.name), place(enterprise.economy.code),
            place(enterprise.region?.code), product.hsCode?.digits ?? "", text(product.name),
            text(product.about),
            product.name.nearest(to: language)?.language.rawValue ?? "", terms.brand ?? "",
            product.gtin?.digits ?? "", terms.minimumOrder.map { String($0.quantity) } ?? "",
            terms.minimumOrder?.unit.displayName(in: language) ?? "", terms.delivery?.incoterm.rawValue ?? "",
            terms.delivery?.place ?? "", terms.certificates.joined(separator: "; "),
            terms.isPrivateLabel.map { words($0) } ?? "", link(product),
            imageLinks(product).joined(separator: " "),
        ]
    }

    private func words(_ isSo: Bool) -> String {
        isSo ? language.pick(zh: "是", ru: "да", en: "yes") : language.pick(zh: "否", ru: "нет", en: "no")
    }

    package var demandTable: Table {
        let header = language.pick(
            zh: "代码|企业代码|企业|HS编码|需求|目标地区",
            ru: "Код|Код предприятия|Предприятие|Код ТН ВЭД|Что ищет|Целевые регионы",
            en: "Code|Enterprise code|Enterprise|HS prefix|Sought|Target regions"
        ).split(separator: "|").map(String.init)
        let rows = demands.map { demand in
            [
                demand.id.code, demand.enterprise.code, owner(demand.enterprise).map { text($0.name) } ?? "",
                demand.hsPrefix?.digits ?? "", text(demand.text),
                demand.targetRegions.map { place($0) }.joined(separator: "; "),
            ]
        }
        return Table(
            name: language.pick(zh: "需求", ru: "Закупки", en: "Demands"),
            rows: [header] + rows,
            widths: [12, 12, 36, 10, 60, 30]
        )
    }

    package var enterpriseTable: Table {
        let header = language.pick(
            zh: "代码|名称|简介|国家或地区|省州|角色|行业|语言|网站|网页",
            ru: "Код|Название|О предприятии|Страна|Регион|Роли|Отрасли|Языки|Сайт|Страница",
            en: "Code|Name|About|Country or region|Province|Roles|Sectors|Languages|Website|Page"
        ).split(separator: "|").map(String.init)
        let rows = enterprises.map { enterprise in
            [
                enterprise.id.code, text(enterprise.name), text(enterprise.about),
                place(enterprise.economy.code),
                place(enterprise.region?.code),
                enterprise.roles.map { $0.displayName(in: language) }.joined(separator: "; "),
                enterprise.sectors.compactMap { Sector.sector($0).map { text($0.name) } }.joined(
                    separator: "; "
                ),
                enterprise.languages.map { $0.displayName(in: language) }.joined(separator: "; "),
                enterprise.website ?? "", link(enterprise.id),
            ]
        }
        return Table(
            name: language.pick(zh: "企业", ru: "Предприятия", en: "Enterprises"),
            rows: [header] + rows,
            widths: [12, 40, 60, 18, 18, 24, 30, 18, 30, 44]
        )
    }

    /// The three tables as sheets of one Excel workbook.
    package func writeXLSX(to path: String) throws {
        let book = try XLSXWriter(path: path, isLarge: true)
        for table in [productTable, enterpriseTable, demandTable] {
            let header = table.rows.first ?? []
            try book.addSheet(table.name, columns: header, widths: table.widths)
            for (index, row) in table.rows.dropFirst().enumerated() {
                // The minimum order is a number; codes and GTINs keep their leading zeros as text.
                book.addRow(row, at: index + 1, numbers: header.count == 19 ? [11] : [])
            }
            book.addFilter(rows: max(1, table.rows.count - 1), columns: header.count)
        }
        try book.close()
    }
}
