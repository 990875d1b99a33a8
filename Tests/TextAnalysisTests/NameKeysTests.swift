import Testing
import TextAnalysis

struct NameKeysTests {
    private let keys: NameKeys

    init() throws {
        keys = try NameKeys()
    }

    struct Meeting: Sendable {
        let first: String
        let second: String
        let key: String
    }

    @Test(arguments: [
        Meeting(first: "黑龙江", second: "Хэйлунцзян", key: "heilongjiang"),
        Meeting(first: "Heilongjiang", second: "Хэйлунцзян", key: "heilongjiang"),
        Meeting(first: "黑龍江省", second: "Hei Long Jiang", key: "heilongjiang"),
        Meeting(first: "哈尔滨", second: "Харбин", key: "haerbin"),
        Meeting(first: "厦门", second: "Сямэнь", key: "xiamen"),
        Meeting(first: "重庆", second: "Chongqing", key: "chongqing"),
        Meeting(first: "西安", second: "Xi'an", key: "xian"),
        Meeting(first: "Чанъань", second: "长安", key: "changan"),
        Meeting(first: "黑龙江恒丰纸业有限公司", second: "ООО «Хэнфэн»", key: "hengfeng"),
        Meeting(first: "Хабаровск", second: "Khabarovsk", key: "khabarovsk"),
        Meeting(first: "Хабаровск", second: "Habarovsk", key: "habarovsk"),
        Meeting(first: "哈巴罗夫斯克", second: "Хабаровск", key: "habaluofusike"),
        Meeting(first: "Енисей", second: "Yenisey", key: "yenisey"),
        Meeting(first: "Северная Звезда", second: "Severnaya Zvezda", key: "severnaya"),
        Meeting(first: "Сергей", second: "Sergei", key: "~sergei"),
        Meeting(first: "绿源", second: "Люйюань", key: "luyuan"),
    ])
    func meetUnder(_ meeting: Meeting) {
        #expect(keys.common(meeting.first, meeting.second).contains(meeting.key))
    }

    @Test func unrelatedNamesShareNothing() {
        #expect(keys.common("黑龙江", "Гуандун").isEmpty)
        #expect(keys.common("Томск", "Омск").isEmpty)
    }

    /// Every syllable in Cyrillic is read back as itself, or as one that Palladius writes the same.
    @Test func palladiusReadsBackWhatItWrites() {
        let syllables = [
            "hei", "long", "jiang", "zhi", "zi", "ci", "si", "xue", "yuan", "hui", "er", "nu", "guo", "weng",
            "ru", "yi",
        ]
        for syllable in syllables {
            let written = Palladius.shared.cyrillic(of: [syllable]) ?? ""
            #expect(
                Palladius.shared.readings(ofCyrillic: written).contains([syllable]),
                "\(syllable) \(written)"
            )
        }
        #expect(Palladius.shared.cyrillic(of: ["chang", "an"]) == "чанъань")
        #expect(Palladius.shared.cyrillic(of: ["qwe"]) == nil)
    }
}
