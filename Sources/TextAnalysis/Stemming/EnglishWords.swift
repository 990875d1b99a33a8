/// English words whose stem Snowball does not find or confuses with another word of trade.
struct EnglishWords: Sendable {
    static let shared = EnglishWords()

    /// The stem of each form listed.
    let stems: [String: String]
    /// The stem of an adjective → that of its noun.
    let roots: [String: String]

    private init() {
        var stems: [String: String] = [:]
        for line in Self.words {
            let forms = line.split(separator: " ").map(String.init)
            for form in forms { stems[form] = forms[0] }
        }
        self.stems = stems
        roots = Dictionary(
            uniqueKeysWithValues: Self.adjectives.map { line in
                let parts = line.split(separator: " ").map(String.init)
                return (parts[0], parts[1])
            }
        )
    }

    /// The word in American spelling, as far as it matters to goods (fibre is fiber).
    func american(_ word: String) -> String {
        var letters = Array(word.utf8)
        var isChanged = false
        for (british, american) in Self.spellings {
            guard let start = Self.place(of: british, in: letters) else { continue }
            letters.replaceSubrange(start..<start + british.count, with: american)
            isChanged = true
        }
        return isChanged ? String(decoding: letters, as: UTF8.self) : word
    }

    private static func place(of part: [UInt8], in word: [UInt8]) -> Int? {
        guard word.count >= part.count else { return nil }
        return (0...word.count - part.count).first { start in
            word[start] == part[0] && word[start..<start + part.count].elementsEqual(part)
        }
    }

    private static let spellings = [
        ("fibre", "fiber"), ("sulph", "sulf"), ("aluminium", "aluminum"), ("colour", "color"),
        ("mould", "mold"),
        ("plough", "plow"), ("jewellery", "jewelry"), ("woollen", "woolen"), ("yoghurt", "yogurt"),
        ("caesium", "cesium"),
        ("vapour", "vapor"), ("centre", "center"), ("tyre", "tire"), ("draught", "draft"),
        ("pyjama", "pajama"),
        ("whiskey", "whisky"), ("grey", "gray"), ("litre", "liter"), ("metre", "meter"),
        ("travell", "travel"),
        ("labell", "label"), ("enamell", "enamel"), ("haem", "hem"), ("oestr", "estr"), ("anaesth", "anesth"),
        ("paediat", "pediat"), ("orthopaed", "orthoped"), ("manoeuvr", "maneuver"), ("liquorice", "licorice"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// The first form is the stem of all.
    private static let words = [
        "knife knives", "leaf leaves", "wolf wolves", "calf calves", "half halves", "shelf shelves",
        "loaf loaves",
        "hoof hooves hoofs", "scarf scarves scarfs", "hull hulls", "woman women", "man men", "child children",
        "foot feet",
        "tooth teeth", "goose geese", "mouse mice", "ox oxen", "die dies dice", "sheep", "fishing", "ironing",
        "organic",
        "coated coating coatings", "suited", "dressed", "dressing dressings", "clothes clothing",
        "bearing bearings",
        "stocking stockings", "painting paintings", "lighting", "tire tires tyre tyres", "skiing", "news",
        "gas gases gaseous",
        "lens lenses", "axis axes", "axe", "ski skis", "tie ties", "pie pies", "shoe shoes",
        "canvas canvases", "bus buses",
        "animal animals", "animate animated", "number numbers", "numeral numerals", "general",
        "generator generators",
        "university", "universal", "instrument instruments", "ware wares", "wear", "worn", "wool wools",
        "mineral minerals",
    ]

    /// Each line: stem, root.
    private static let adjectives = [
        "wooden wood", "woolen wool", "golden gold", "silken silk", "earthen earth", "earthenwar earth",
        "waxen wax",
        "leatherett leather", "metal metal", "metallic metal", "electr electr",
    ]
}
