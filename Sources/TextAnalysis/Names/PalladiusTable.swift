/// Every syllable of Chinese in pinyin with its transcription, composed from initials and finals.
enum PalladiusTable {
    static let syllables: [(pinyin: String, cyrillic: String)] = composed + listed

    private static let composed: [(String, String)] = initials.flatMap { initial, letters, finals in
        finals.split(separator: " ").compactMap { final in
            rhymes[String(final)].map { (initial + final, letters + $0) }
        }
    }

    private static let rhymes = [
        "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань",
        "en": "энь",
        "ang": "ан", "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю",
        "ian": "янь",
        "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай",
        "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ü": "юй", "üe": "юэ", "üan": "юань",
        "ün": "юнь",
    ]

    private static let initials: [(String, String, String)] = [
        ("b", "б", "a o ai ei ao an en ang eng i ie iao ian in ing u"),
        ("p", "п", "a o ai ei ao ou an en ang eng i ie iao ian in ing u"),
        ("m", "м", "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u"),
        ("f", "ф", "a o ei ou an en ang eng u"),
        ("d", "д", "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un"),
        ("t", "т", "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un"),
        ("n", "н", "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe"),
        ("l", "л", "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe"),
        ("g", "г", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
        ("k", "к", "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang"),
        ("h", "х", "a e ai ei ao ou an en ang eng ong u ua uo uai uan un uang"),
        ("zh", "чж", "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang"),
        ("ch", "ч", "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang"),
        ("sh", "ш", "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang"),
        ("r", "ж", "e ao ou an en ang eng ong i u ua uo ui uan un"),
        ("z", "цз", "a e ai ei ao ou an en ang eng ong u uo ui uan un"),
        ("c", "ц", "a e ai ao ou an en ang eng ong u uo ui uan un"),
        ("s", "с", "a e ai ao ou an en ang eng ong u uo ui uan un"),
        ("j", "цз", "i ia ie iao iu ian in iang ing iong"), ("q", "ц", "i ia ie iao iu ian in iang ing iong"),
        ("x", "с", "i ia ie iao iu ian in iang ing iong"),
    ]

    /// What does not follow from initial and final (hui is written хуэй).
    private static let listed = [
        ("a", "а"), ("o", "о"), ("e", "э"), ("ai", "ай"), ("ei", "эй"), ("ao", "ао"), ("ou", "оу"),
        ("an", "ань"),
        ("en", "энь"), ("ang", "ан"), ("eng", "эн"), ("er", "эр"), ("hui", "хуэй"), ("zi", "цзы"),
        ("ci", "цы"),
        ("si", "сы"), ("ju", "цзюй"), ("jue", "цзюэ"), ("juan", "цзюань"), ("jun", "цзюнь"), ("qu", "цюй"),
        ("que", "цюэ"), ("quan", "цюань"), ("qun", "цюнь"), ("xu", "сюй"), ("xue", "сюэ"), ("xuan", "сюань"),
        ("xun", "сюнь"), ("ya", "я"), ("yo", "йо"), ("ye", "е"), ("yao", "яо"), ("you", "ю"), ("yan", "янь"),
        ("yang", "ян"), ("yi", "и"), ("yin", "инь"), ("ying", "ин"), ("yong", "юн"), ("yu", "юй"),
        ("yue", "юэ"),
        ("yuan", "юань"), ("yun", "юнь"), ("wa", "ва"), ("wo", "во"), ("wai", "вай"), ("wei", "вэй"),
        ("wan", "вань"),
        ("wen", "вэнь"), ("wang", "ван"), ("weng", "вэн"), ("wu", "у"),
    ]
}
