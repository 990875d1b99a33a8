extension LanguageTag {
    /// The language's name in a sentence (Russian in lower case); the tag itself when it is none of the common ones.
    package func displayName(in language: Language) -> String {
        LanguageTag.names[code]?.text(in: language) ?? code
    }

    /// The tags that have a name here, in alphabetical order: what a form offers.
    package static let common: [LanguageTag] = names.keys.sorted().compactMap { LanguageTag($0) }

    private static let names: [String: LocalizedText] = [
        "ar": LocalizedText(zh: "阿拉伯语", ru: "арабский", en: "Arabic"),
        "az": LocalizedText(zh: "阿塞拜疆语", ru: "азербайджанский", en: "Azerbaijani"),
        "be": LocalizedText(zh: "白俄罗斯语", ru: "белорусский", en: "Belarusian"),
        "bn": LocalizedText(zh: "孟加拉语", ru: "бенгальский", en: "Bengali"),
        "cs": LocalizedText(zh: "捷克语", ru: "чешский", en: "Czech"),
        "de": LocalizedText(zh: "德语", ru: "немецкий", en: "German"),
        "el": LocalizedText(zh: "希腊语", ru: "греческий", en: "Greek"),
        "en": LocalizedText(zh: "英语", ru: "английский", en: "English"),
        "es": LocalizedText(zh: "西班牙语", ru: "испанский", en: "Spanish"),
        "fa": LocalizedText(zh: "波斯语", ru: "персидский", en: "Persian"),
        "fi": LocalizedText(zh: "芬兰语", ru: "финский", en: "Finnish"),
        "fr": LocalizedText(zh: "法语", ru: "французский", en: "French"),
        "he": LocalizedText(zh: "希伯来语", ru: "иврит", en: "Hebrew"),
        "hi": LocalizedText(zh: "印地语", ru: "хинди", en: "Hindi"),
        "hu": LocalizedText(zh: "匈牙利语", ru: "венгерский", en: "Hungarian"),
        "hy": LocalizedText(zh: "亚美尼亚语", ru: "армянский", en: "Armenian"),
        "id": LocalizedText(zh: "印度尼西亚语", ru: "индонезийский", en: "Indonesian"),
        "it": LocalizedText(zh: "意大利语", ru: "итальянский", en: "Italian"),
        "ja": LocalizedText(zh: "日语", ru: "японский", en: "Japanese"),
        "ka": LocalizedText(zh: "格鲁吉亚语", ru: "грузинский", en: "Georgian"),
        "kk": LocalizedText(zh: "哈萨克语", ru: "казахский", en: "Kazakh"),
        "km": LocalizedText(zh: "高棉语", ru: "кхмерский", en: "Khmer"),
        "ko": LocalizedText(zh: "韩语", ru: "корейский", en: "Korean"),
        "ky": LocalizedText(zh: "吉尔吉斯语", ru: "киргизский", en: "Kyrgyz"),
        "lo": LocalizedText(zh: "老挝语", ru: "лаосский", en: "Lao"),
        "mn": LocalizedText(zh: "蒙古语", ru: "монгольский", en: "Mongolian"),
        "ms": LocalizedText(zh: "马来语", ru: "малайский", en: "Malay"),
        "my": LocalizedText(zh: "缅甸语", ru: "бирманский", en: "Burmese"),
        "nl": LocalizedText(zh: "荷兰语", ru: "нидерландский", en: "Dutch"),
        "pl": LocalizedText(zh: "波兰语", ru: "польский", en: "Polish"),
        "pt": LocalizedText(zh: "葡萄牙语", ru: "португальский", en: "Portuguese"),
        "ro": LocalizedText(zh: "罗马尼亚语", ru: "румынский", en: "Romanian"),
        "ru": LocalizedText(zh: "俄语", ru: "русский", en: "Russian"),
        "sr": LocalizedText(zh: "塞尔维亚语", ru: "сербский", en: "Serbian"),
        "sv": LocalizedText(zh: "瑞典语", ru: "шведский", en: "Swedish"),
        "tg": LocalizedText(zh: "塔吉克语", ru: "таджикский", en: "Tajik"),
        "th": LocalizedText(zh: "泰语", ru: "тайский", en: "Thai"),
        "tk": LocalizedText(zh: "土库曼语", ru: "туркменский", en: "Turkmen"),
        "tr": LocalizedText(zh: "土耳其语", ru: "турецкий", en: "Turkish"),
        "uk": LocalizedText(zh: "乌克兰语", ru: "украинский", en: "Ukrainian"),
        "ur": LocalizedText(zh: "乌尔都语", ru: "урду", en: "Urdu"),
        "uz": LocalizedText(zh: "乌兹别克语", ru: "узбекский", en: "Uzbek"),
        "vi": LocalizedText(zh: "越南语", ru: "вьетнамский", en: "Vietnamese"),
        "zh": LocalizedText(zh: "中文", ru: "китайский", en: "Chinese"),
    ]
}

extension LanguagePair {
    /// `Chinese–Russian`, `китайский — русский`, `中文–俄语`.
    package func displayName(in language: Language) -> String {
        first.displayName(in: language) + language.pick(zh: "–", ru: " — ", en: "–")
            + second.displayName(in: language)
    }
}
