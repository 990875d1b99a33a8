import TextAnalysis

/// Words of tariff language that say nothing of the goods, in three languages.
struct TariffWords: Sendable {
    static let shared = TariffWords()

    private let empty: Set<String>

    private init() {
        empty = Set(
            (Self.russian + " " + Self.english + " " + Self.chinese).split(separator: " ").map(String.init)
        )
    }

    /// Whether the term is such a word, a short number or a single letter.
    func isEmpty(_ term: Term) -> Bool {
        if empty.contains(term.surface) { return true }
        if term.kind == .code {
            return term.text.utf8.count < 4 && term.text.utf8.allSatisfy { $0 < 0x3A }
                || term.text.contains(".")
        }
        return term.surface.utf8.count == 1
            || (term.surface.utf8.count == 2 && term.surface.utf8.first ?? 0 >= 0xD0)
    }

    static let russian = """
        и или а но не ни в во на с со к ко у о об от из за по под над при для до без как что то же ли бы их его ее они это этот эта эти \
        тот та те том чем так также либо другой другая другое другие других другого другим прочий прочая прочее прочие прочих прочего \
        прочей прочим прочими остальные кроме исключением исключая включая включенные включенный включенная поименованные поименованный \
        поименованная указанные указанный указанная упомянутые вид виде вида видов форма форме формы качестве качество содержащий содержащая \
        содержащее содержащие содержанием содержание имеющий имеющая имеющее имеющие предназначенный предназначенная предназначенное \
        предназначенные используемый используемая используемое используемые использования применяемые применяемый которые который которых \
        которая более менее не превышающий превышающая превышающее превышающей превышающие превышающего свыше массой мас масс массы масса \
        процентов процента толщиной шириной длиной диаметром мощностью объемом емкостью мм см м мкм кг г т тонн тонны л мл литр литра литров квт вт в месте другом \
        позиции позиций позиция товарной товарных субпозиции субпозиций группы группе раздела изделия изделие изделий товары товар товаров \
        продукты продукт продуктов аналогичные аналогичный аналогичных подобные подобный прочее основе основном основные готовые готовый \
        состоящие состоящий состоящая полученные полученный целей также числе части часть том т п др пр ч отдельные отдельный различные \
        различных любые любой только однако обычно которого своем свой собой расфасованные упаковках упаковке упакованные розничной продажи \
        которым него них неё ним нее которую оно он она сообразно соответствии между через после перед около кило шт штук упак пара единицы единица \
        обработанные обработанный необработанные дополнительно дальнейшей подвергнутые подвергнутый
        """
    static let english = """
        a an the of or and and/or in on at by for from to with without within into as is are be been being it its their thereof therefor \
        therein therewith thereto this that these those which such whether not nor no but than other others otherwise else nesoi nes noi nspf \
        including included includes excluding excluded except excepting specified elsewhere heading headings subheading subheadings chapter \
        chapters section note notes kind kinds type types form forms used use uses using usable purpose purposes suitable similar like same \
        goods good article articles product products item items put up containing contain contains consisting consist composed having has \
        have made obtained presented exceeding exceed less more over under least weight percent per cent value valued each any all both \
        either only also if when where known so called principally solely primarily chiefly mainly wholly partly further worked prepared \
        mm cm m km kg g l ml kw w v kva sq dtex measuring weighing thickness width length diameter capacity power retail sale \
        unit units litre litres liter liters kilo kilos gram grams tonne tonnes inch inches pcs various certain based description one two three
        """
    static let chinese = """
        其他 其它 其 他 货 列 名 方 所列 的 或 及 和 与 以及 等 用 制 品 未 不 不论 是否 无论 包括 除 外 除外 以外 但 按 计 重量 重量计 含 含有 超过 不超过 以上 以下 至 \
        在 以 为 由 于 所 列 所列 已 经 经过 供 可 者 之 该 其 类 类似 类似品 例如 税目 税号 品目 子目 章 货品 商品 列名 未列名 税 编号 零售 包装 零售包装 \
        适用于 适用 用于 主要 专用 专用于 主要用于 或者 非 各种 任何 仅 另 一 二 三 个 每 具有 装有 带 带有 制成 制成的 做成 厚度 宽度 长度 直径 功率 容量 \
        毫米 厘米 米 公斤 毫升 吨 千克 克 升 千瓦 重 平方米 型 式 状 形 件 零售用 制的 用的 其中 上述 上 下 中 对 被 把 进行 进一步 加工 未经 而 且 均 又 也 即 
        """
}
