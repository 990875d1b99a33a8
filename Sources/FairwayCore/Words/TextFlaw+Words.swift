package import TextAnalysis

extension TextFlaw {
    /// What is wrong and with which character, so that it can be found and deleted.
    package func words(in language: Language) -> String {
        switch kind {
        case .control:
            language.pick(
                zh: "含有控制字符或换行（\(code)），请删除",
                ru: "управляющий знак или перенос строки (\(code)); удалите его",
                en: "has a control character or a line break (\(code)); delete it"
            )
        case .direction:
            language.pick(
                zh: "含有改变文字方向的字符（\(code)），请删除",
                ru: "знак, меняющий направление текста (\(code)); удалите его",
                en: "has a character that turns the direction of the text (\(code)); delete it"
            )
        case .invisible:
            language.pick(
                zh: "含有不可见字符（\(code)），请删除",
                ru: "невидимый знак (\(code)); удалите его",
                en: "has an invisible character (\(code)); delete it"
            )
        case .unassigned:
            language.pick(
                zh: "含有其他设备无法显示的字符（\(code)），请更换",
                ru: "знак, которого на других устройствах не видно (\(code)); замените его",
                en: "has a character that other devices cannot show (\(code)); replace it"
            )
        case .marks:
            language.pick(
                zh: "附加符号过多或位置不对（\(code)），请删除",
                ru: "лишние надстрочные знаки (\(code)); удалите их",
                en: "has too many marks on a letter, or a mark on nothing (\(code)); delete them"
            )
        }
    }
}
