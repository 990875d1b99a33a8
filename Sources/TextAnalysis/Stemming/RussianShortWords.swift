/// Short Russian words that Snowball cuts too far or confuses, with their forms.
struct RussianShortWords: Sendable {
    static let shared = RussianShortWords()

    /// The stem of each form listed.
    let stems: [String: String]
    /// Snowball's stem of a derived word → its own stem and root, where the root is one of the words above.
    let derived: [String: (stem: String, root: String?)]

    /// A stem of one or two letters says too little: then the word is kept but for its last vowel.
    static func guarded(_ word: String, stem: String) -> String {
        let letters = word.unicodeScalars.count
        guard letters > 3, stem.unicodeScalars.count < 3 else { return letters <= 3 ? word : stem }
        return String(word.dropLast())
    }

    private init() {
        var stems: [String: String] = [:]
        for line in Self.nouns {
            let forms = line.split(separator: " ").map(String.init)
            for form in forms { stems[form] = forms[0] }
        }
        self.stems = stems
        var derived: [String: (stem: String, root: String?)] = [:]
        for line in Self.adjectives {
            let parts = line.split(separator: " ").map(String.init)
            derived[parts[0]] = parts[1] == "=" ? (parts[2], nil) : (parts[0], parts[1])
        }
        self.derived = derived
    }

    /// The first form is the stem of all.
    private static let nouns = [
        "соя сои сое сою соей", "чай чая чаю чаем чае чаи чаев чаям чаями чаях", "лен льна льну льном льне",
        "рожь ржи рожью", "овес овса овсу овсом овсе", "лед льда льду льдом льде",
        "яйцо яйца яиц яйцу яйцом яйце яйцам яйцами яйцах",
        "клей клея клею клеем клее клеи клеев клеям клеями клеях",
        "медь меди медью", "ось оси осей осью осям осями осях", "шов шва швы швов швам швами швах швом",
        "уголь угля углю углем угле угли углей углям углями углях", "литий лития литию литием литии",
        "семя семени семенем семена семян семенам семенами семенах", "змея змеи змей змею змеей змеям змеями",
        "печенье печенья печений печеньем печеньям печеньями печеньях", "печень печени печенью", "кофе",
        "какао",
        "шея шеи шее шею шеей", "пальто", "дети детей детям детьми детях", "чума чумы чуме",
        "дно дна дну дном дне",
        "хна хны хне хну хной", "йод йода йоду йодом йоде", "иод иода",
        "газ газа газу газом газе газы газов газам газами",
        "сок сока соку соком соке соки соков сокам соками соках", "мак мака маку маком маки",
        "лак лака лаку лаком лаки лаков",
        "мех меха меху мехом мехе мехов мехам мехами мехах",
        "жир жира жиру жиром жире жиры жиров жирам жирами жирах",
        "мед меда меду медом меде", "сыр сыра сыру сыром сыре сыры сыров сырам сырами сырах",
        "лом лома лому ломом ломе", "зуб зуба зубу зубом зубы зубов зубам зубами",
        "вал вала валы валов валу валом валам валами",
        "уха ухи ухе уху ухой", "ухо уши ушей ушам ушами", "еж ежи ежей ежа", "уж ужи ужей",
    ]

    /// `stem root`, or `stem = word` when the two are one to a search.
    private static let adjectives = [
        "соев = соя", "чайн чай", "льнян = лен", "льня = лен", "ржан = рожь", "ржа = рожь", "овсян = овес",
        "овся = овес",
        "ледян лед", "ледя лед", "яичн = яйцо", "клеев = клей", "клеящ клей", "медн = медь", "угольн = уголь",
        "литиев = литий",
        "семен семя", "семенн семя", "печеночн печень", "кофейн = кофе", "детск = дети", "йодн йод",
        "газов = газ", "газообразн газ",
        "сочн сок", "маков = мак", "лаков = лак", "лакирован лак", "лакирова лак", "мехов = мех",
        "жиров = жир", "жирн жир",
        "медов = мед", "сырн = сыр", "зубн = зуб",
    ]
}
