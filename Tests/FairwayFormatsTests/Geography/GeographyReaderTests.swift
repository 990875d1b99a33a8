import FairwayCore
import Foundation
import Testing

@testable import FairwayFormats

struct GeographyReaderTests {
    @Test func prefersTheCommonNameAndFallsBackToCLDR() throws {
        let files = try GeographyFixture()
        defer { files.remove() }
        let economies = try files.read().economies
        #expect(economies.map(\.id.code) == ["CN", "KR", "TR", "XX"])
        #expect(economies[0].name == LocalizedText(zh: "中国", ru: "Китай", en: "China"))
        #expect(economies[1].name == LocalizedText(zh: "韩国", ru: "Южная Корея", en: "South Korea"))
        // The catalogue repeats the English name here, so CLDR gives the Russian one.
        #expect(economies[2].name == LocalizedText(zh: "土耳其", ru: "Турция", en: "Türkiye"))
        // Neither has a Chinese name; the variant and the inheritance mark do not count.
        #expect(economies[3].name == LocalizedText(zh: nil, ru: nil, en: "Nowhere"))
    }

    @Test func namesRegionsInThreeLanguages() throws {
        let files = try GeographyFixture()
        defer { files.remove() }
        let regions = try files.read().regions
        #expect(regions.map(\.id.code) == ["CN-HL", "RU-BU", "RU-QQ"])
        #expect(regions.map(\.economy.code) == ["CN", "RU", "RU"])
        #expect(regions[0].name == LocalizedText(zh: "黑龙江省", ru: "Хэйлунцзян", en: "Heilongjiang"))
        #expect(regions[1].name == LocalizedText(zh: "布里亚特共和国", ru: "Бурятия", en: "Buryat & more"))
        #expect(regions[2].name == LocalizedText(zh: nil, ru: "Кукуй", en: "Kukuj"))
    }

    @Test func namesThePackageThatIsMissing() throws {
        let files = try GeographyFixture()
        defer { files.remove() }
        let isoPath = files.root + "/nothing/iso_3166-1.json"
        let isoError = #expect(throws: GeographyError.self) {
            try files.read(isoCodes: files.root + "/nothing")
        }
        #expect(isoError == .missing(path: isoPath, package: "iso-codes"))
        #expect(isoError?.description.contains("apt-get install iso-codes") == true)
        let cldrError = #expect(throws: GeographyError.self) { try files.read(cldr: files.root + "/nothing") }
        #expect(
            cldrError == .missing(path: files.root + "/nothing/main/zh.xml", package: "unicode-cldr-core")
        )
    }

    @Test func takesCLDRNamesWithoutTranslationsOfISOCodes() throws {
        let files = try GeographyFixture()
        defer { files.remove() }
        let economies = try files.read(locale: files.root + "/nothing").economies
        #expect(economies[0].name == LocalizedText(zh: "中国大陆", ru: "Китай", en: "China"))
    }

    @Test func saysWhichFileIsDamaged() throws {
        let files = try GeographyFixture()
        defer { files.remove() }
        try files.write("<ldml><territory", to: "cldr/main/ru.xml")
        let error = #expect(throws: GeographyError.self) { try files.read() }
        guard case .damaged(let path, let package, let detail) = error else {
            Issue.record("expected a damaged file, got \(String(describing: error))")
            return
        }
        #expect(path == files.root + "/cldr/main/ru.xml")
        #expect(package == "unicode-cldr-core")
        #expect(detail.hasPrefix("line 1: "))
    }
}

struct InstalledGeographyTests {
    static let isInstalled =
        FileManager.default.fileExists(atPath: "/usr/share/iso-codes/json/iso_3166-2.json")
        && FileManager.default.fileExists(atPath: "/usr/share/unicode/cldr/common/subdivisions/zh.xml")

    @Test(.enabled(if: isInstalled, "needs the packages iso-codes and unicode-cldr-core"))
    func everyChineseAndRussianRegionHasThreeNames() throws {
        let (economies, regions) = try GeographyReader.read()
        #expect(regions.filter { $0.economy == "CN" }.count == 34)
        #expect(regions.filter { $0.economy == "RU" }.count == 83)
        for region in regions where region.economy == "CN" || region.economy == "RU" {
            #expect(isComplete(region.name), "\(region)")
        }
        #expect(economies.count >= 249)
        for economy in economies {
            #expect(isComplete(economy.name), "\(economy)")
        }
        let names = Dictionary(uniqueKeysWithValues: regions.map { ($0.id, $0.name) })
        #expect(names["CN-HL"] == LocalizedText(zh: "黑龙江省", ru: "Хэйлунцзян", en: "Heilongjiang"))
        #expect(
            names["RU-ZAB"] == LocalizedText(zh: "外贝加尔边疆区", ru: "Забайкальский край", en: "Zabaykalsky Krai")
        )
    }

    private func isComplete(_ name: LocalizedText) -> Bool {
        let zh = name.zh ?? ""
        let ru = name.ru ?? ""
        let en = name.en ?? ""
        return zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            && ru.unicodeScalars.contains { (0x0400...0x04FF).contains($0.value) }
            && en.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
            && !en.unicodeScalars.contains {
                $0.value >= 0x0400 && $0.properties.isAlphabetic && $0.value < 0x1E00
            }
    }
}
