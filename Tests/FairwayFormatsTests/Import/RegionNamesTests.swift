import FairwayCore
@testable import FairwayFormats
import Testing

/// Places as registration forms write them.
struct RegionNamesTests {
    private static let names: RegionNames? = (try? GeographyReader.read()).map {
        RegionNames(economies: $0.economies, regions: $0.regions)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var code: String
        var testDescription: String { text }

        init(_ text: String, _ code: String) { (self.text, self.code) = (text, code) }
    }

    @Test(arguments: [
        Case("广西", "CN-GX"), Case("广西壮族自治区", "CN-GX"), Case("宁夏", "CN-NX"), Case("新疆", "CN-XJ"),
        Case("内蒙古", "CN-NM"), Case("西藏", "CN-XZ"), Case("北京", "CN-BJ"), Case("吉林", "CN-JL"),
        Case("中国香港", "CN-HK"), Case("Jilin Province", "CN-JL"), Case("провинция Хэйлунцзян", "CN-HL"),
        Case("Гуанси", "CN-GX"), Case("Guangxi Zhuang Autonomous Region", "CN-GX"),
    ])
    func chineseRegionsAreFound(_ place: Case) throws {
        #expect(try #require(Self.names).region(place.text, in: "CN")?.code == place.code)
    }

    @Test(arguments: [
        Case("г. Москва", "RU-MOW"), Case("Город Москва", "RU-MOW"), Case("Moscow City", "RU-MOW"),
        Case("莫斯科市", "RU-MOW"), Case("Московская обл.", "RU-MOS"), Case("Moscow Oblast", "RU-MOS"),
        Case("Moscow region", "RU-MOS"), Case("г.Санкт-Петербург", "RU-SPE"), Case("СПб", "RU-SPE"),
        Case("Республика Татарстан", "RU-TA"), Case("Республика Бурятия", "RU-BU"),
        Case("Republic of Tatarstan", "RU-TA"), Case("Удмуртская Республика", "RU-UD"),
        Case("Чеченская респ.", "RU-CE"), Case("Республика Саха (Якутия)", "RU-SA"),
        Case("Республика Алтай", "RU-AL"), Case("Алтайский кр.", "RU-ALT"), Case("Altai Republic", "RU-AL"),
        Case("Altai Territory", "RU-ALT"), Case("Ханты-Мансийский АО — Югра", "RU-KHM"),
        Case("ХМАО", "RU-KHM"), Case("Ямало-Ненецкий АО", "RU-YAN"), Case("Еврейская АО", "RU-YEV"),
        Case("Кемеровская область — Кузбасс", "RU-KEM"), Case("Primorsky", "RU-PRI"),
        Case("Орловская обл", "RU-ORL"), Case("鞑靼斯坦", "RU-TA"),
    ])
    func russianRegionsAreFound(_ place: Case) throws {
        #expect(try #require(Self.names).region(place.text, in: "RU")?.code == place.code)
    }

    @Test(arguments: [
        Case("阿联酋", "AE"), Case("中国香港", "HK"), Case("中国澳门", "MO"), Case("中国台湾", "TW"),
        Case("香港特别行政区", "HK"), Case("中国台湾省", "TW"), Case("中华人民共和国", "CN"), Case("中国", "CN"),
        Case("大韩民国", "KR"), Case("Великобритания", "GB"), Case("Республика Корея", "KR"),
        Case("Корея, Республика", "KR"), Case("Республика Беларусь", "BY"), Case("Кыргызстан", "KG"),
        Case("Кыргызская Республика", "KG"), Case("Российская Федерация", "RU"), Case("КНР", "CN"),
        Case("Китайская Народная Республика", "CN"), Case("Чешская Республика", "CZ"),
        Case("Turkey", "TR"), Case("Czech Republic", "CZ"), Case("Republic of Korea", "KR"),
        Case("Republic of Kazakhstan", "KZ"), Case("United States of America", "US"),
        Case("Dominican Republic", "DO"), Case("Доминиканская Республика", "DO"), Case("Dominica", "DM"),
        Case("North Korea", "KP"), Case("China (CN)", "CN"), Case("Конго", "CG"),
        Case("Демократическая Республика Конго", "CD"), Case("South Africa", "ZA"), Case("Guinea", "GN"),
    ])
    func economiesAreFound(_ place: Case) throws {
        #expect(try #require(Self.names).economy(place.text)?.code == place.code)
    }

    @Test(arguments: ["阿尔泰", "Республика", "Oblast", "г.", "Московия"])
    func whatIsNoNameOrOfSeveralRegionsIsNotGuessed(text: String) throws {
        #expect(try #require(Self.names).region(text, in: "RU") == nil)
    }

    @Test func everyOfficialNameIsFound() throws {
        let geography = try GeographyReader.read()
        let names = try #require(Self.names)
        for economy in geography.economies {
            for language in Language.allCases {
                guard let name = economy.name[language] else { continue }
                #expect(names.economy(name) == economy.id, "\(name)")
            }
        }
        for region in geography.regions where ["CN", "RU"].contains(region.economy) {
            for name in Language.allCases.compactMap({ region.name[$0] }) {
                #expect(names.region(name, in: region.economy) == region.id, "\(name)")
            }
        }
    }
}
