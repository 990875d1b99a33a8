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

    /// The word in American spelling, as far as it matters to goods: fibre → fiber, sulphate → sulfate.
    func american(_ word: String) -> String {
        var word = word
        for (british, american) in Self.spellings where word.utf8.count >= british.utf8.count {
            guard let place = word.firstRange(of: british) else { continue }
            word.replaceSubrange(place, with: american)
        }
        return word
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
    ]

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

    /// `stem root`
    private static let adjectives = [
        "wooden wood", "woolen wool", "golden gold", "silken silk", "earthen earth", "earthenwar earth",
        "waxen wax",
        "leatherett leather", "metal metal", "metallic metal", "electr electr",
    ]
}
