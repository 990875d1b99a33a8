import FairwayCore
import Foundation

@testable import FairwayFormats

/// A folder with miniatures of the files of `iso-codes` and `unicode-cldr-core`.
struct GeographyFixture {
    let root = NSTemporaryDirectory() + "fairway-geography-" + UUID().uuidString

    init() throws {
        try write(
            """
            {"3166-1": [
              {"alpha_2": "TR", "name": "Türkiye"},
              {"alpha_2": "CN", "name": "China", "official_name": "People's Republic of China"},
              {"alpha_2": "KR", "name": "Korea, Republic of", "common_name": "South Korea"},
              {"alpha_2": "XX", "name": "Nowhere"}
            ]}
            """,
            to: "iso/iso_3166-1.json"
        )
        try write(
            """
            {"3166-2": [
              {"code": "RU-QQ", "name": "Kukuj", "type": "District"},
              {"code": "RU-BU", "name": "Burjatija, Respublika", "type": "Republic"},
              {"code": "CN-HL", "name": "Heilongjiang Sheng", "type": "Province"}
            ]}
            """,
            to: "iso/iso_3166-2.json"
        )
        try writeCatalogues()
        try writeCLDR()
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: root)
    }

    func read(
        isoCodes: String? = nil,
        cldr: String? = nil,
        locale: String? = nil
    ) throws -> (economies: [Economy], regions: [Region]) {
        try GeographyReader.read(
            isoCodes: isoCodes ?? root + "/iso",
            cldr: cldr ?? root + "/cldr",
            locale: locale ?? root + "/locale"
        )
    }

    func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    private func writeCatalogues() throws {
        let chinese = ["China": "中国", "South Korea": "韩国", "Korea, Republic of": "大韩民国"]
        try write(MOFile.bytes(chinese), to: "locale/zh_CN/LC_MESSAGES/iso_3166-1.mo")
        let russian = ["China": "Китай", "South Korea": "Южная Корея", "Türkiye": "Türkiye"]
        try write(MOFile.bytes(russian), to: "locale/ru/LC_MESSAGES/iso_3166-1.mo")
        try write(MOFile.bytes(["Heilongjiang Sheng": "黑龙江省"]), to: "locale/zh_CN/LC_MESSAGES/iso_3166-2.mo")
        try write(MOFile.bytes(["Kukuj": "Кукуй"]), to: "locale/ru/LC_MESSAGES/iso_3166-2.mo")
    }

    private func writeCLDR() throws {
        try writeNames(
            "main/zh.xml",
            "territory",
            #"<territory type="CN">中国大陆</territory><territory type="TR">土耳其</territory>"#
                + #"<territory type="XX" alt="short">无</territory><territory type="XX">↑↑↑</territory>"#
        )
        try writeNames(
            "main/ru.xml",
            "territory",
            #"<territory type="CN">Китай</territory><territory type="TR">Турция</territory>"#
        )
        try writeNames(
            "subdivisions/zh.xml",
            "subdivision",
            #"<subdivision type="cnhl">黑龍江省</subdivision><subdivision type="rubu">布里亞特共和國</subdivision>"#
        )
        try writeNames(
            "subdivisions/ru.xml",
            "subdivision",
            #"<subdivision type="cnhl">Хэйлунцзян</subdivision><subdivision type="rubu">Бурятия</subdivision>"#
        )
        try writeNames(
            "subdivisions/en.xml",
            "subdivision",
            #"<subdivision type="cnhl">Heilongjiang</subdivision>"#
                + #"<subdivision type="rubu">Buryat &amp; more</subdivision>"#
        )
    }

    private func writeNames(_ path: String, _ element: String, _ content: String) throws {
        let list = element == "territory" ? "territories" : "subdivisions"
        try write(
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <!DOCTYPE ldml SYSTEM "../../common/dtd/ldml.dtd">
            <ldml><localeDisplayNames><\(list)>\(content)</\(list)></localeDisplayNames></ldml>
            """,
            to: "cldr/" + path
        )
    }
}
