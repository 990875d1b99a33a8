import Foundation
package import FairwayCore

/// Reads every economy (ISO 3166-1) and region (ISO 3166-2) with its names from Debian's packages
/// `iso-codes` and `unicode-cldr-core`, as those packages give them.
///
/// Economies are named by `iso-codes` (the common name if there is one) and, where that has no translation, by CLDR;
/// in Chinese it is the other way round, because the translation of `iso-codes` has misspelt names (柬埔塞, 马尔他).
/// Regions take their Chinese name from `iso-codes`, then from CLDR in simplified characters (CLDR mixes scripts here);
/// their Russian and English names from CLDR, then from `iso-codes`. Without the translations of `iso-codes`
/// (slim container images leave `/usr/share/locale` out) CLDR gives the names.
package enum GeographyReader {
    package static func read(
        isoCodes: String = "/usr/share/iso-codes/json",
        cldr: String = "/usr/share/unicode/cldr/common",
        locale: String = "/usr/share/locale"
    ) throws -> (economies: [Economy], regions: [Region]) {
        let source = GeographyFiles(isoCodes: isoCodes, cldr: cldr, locale: locale)
        return (try economies(from: source), try regions(from: source))
    }

    private static func economies(from source: GeographyFiles) throws -> [Economy] {
        let entries = try source.economyEntries()
        let chinese = try source.translations(locale: "zh_CN", domain: "iso_3166-1")
        let russian = try source.translations(locale: "ru", domain: "iso_3166-1")
        let cldrChinese = try source.cldrNames("main/zh.xml", element: "territory")
        let cldrRussian = try source.cldrNames("main/ru.xml", element: "territory")
        let economies = entries.map { entry in
            let english = entry.commonName ?? entry.name
            return Economy(
                id: Economy.ID(entry.code),
                name: LocalizedText(
                    zh: Script.han.first(of: [
                        cldrChinese[entry.code].flatMap(withoutQualifier), chinese[english],
                        cldrChinese[entry.code],
                        chinese[entry.name],
                    ]),
                    ru: Script.cyrillic.first(of: [
                        russian[english], cldrRussian[entry.code], russian[entry.name],
                    ]),
                    en: english
                )
            )
        }
        return economies.sorted { $0.id < $1.id }
    }

    private static func regions(from source: GeographyFiles) throws -> [Region] {
        let entries = try source.regionEntries()
        let chinese = try source.translations(locale: "zh_CN", domain: "iso_3166-2")
        let russian = try source.translations(locale: "ru", domain: "iso_3166-2")
        let cldrChinese = try source.cldrNames("subdivisions/zh.xml", element: "subdivision")
        let cldrRussian = try source.cldrNames("subdivisions/ru.xml", element: "subdivision")
        let cldrEnglish = try source.cldrNames("subdivisions/en.xml", element: "subdivision")
        let regions = entries.map { entry in
            let key = entry.code.filter { $0 != "-" }.lowercased()
            return Region(
                id: Region.ID(entry.code),
                economy: Economy.ID(String(entry.code.prefix { $0 != "-" })),
                name: LocalizedText(
                    zh: Script.han.first(of: [chinese[entry.name]]) ?? cldrChinese[key].map(simplified),
                    ru: Script.cyrillic.first(of: [cldrRussian[key], russian[entry.name]]),
                    en: cldrEnglish[key] ?? entry.name
                )
            )
        }
        return regions.sorted { $0.id < $1.id }
    }

    /// nil for CLDR's long forms (中国大陆, 中国香港特别行政区), for which `iso-codes` has the everyday name.
    private static func withoutQualifier(_ name: String) -> String? {
        name.hasPrefix("中国") ? nil : name
    }

    /// The text in simplified characters (ICU's transform `Hant-Hans`).
    private static func simplified(_ text: String) -> String {
        text.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? text
    }
}

/// The script a name must be written in to count as a translation: some entries repeat the English name.
private enum Script {
    case han
    case cyrillic

    func first(of candidates: [String?]) -> String? {
        candidates.lazy.compactMap { $0 }.first { $0.unicodeScalars.contains(where: isLetter) }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .han: (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
        case .cyrillic: (0x0400...0x052F).contains(scalar.value)
        }
    }
}
