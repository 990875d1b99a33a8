/// What depends only on the roles and the languages of two enterprises, worked out once per kind of pair.
struct PairTables {
    private var roleKinds: [Int32] = []
    private var languageKinds: [Int32] = []
    private var roleKindCount = 0
    private var languageKindCount = 0
    private var fits: [Double] = []
    private var acrossSectors: [Bool] = []
    private var languageFits: [Double] = []

    init(_ enterprises: [Enterprise], served: Set<LanguagePair>) {
        let roles = Self.kinds(enterprises.map { Set($0.roles).sorted { $0.rawValue < $1.rawValue } })
        let languages = Self.kinds(enterprises.map { Set($0.languages).sorted() })
        (roleKinds, roleKindCount) = (roles.numbers, roles.kinds.count)
        (languageKinds, languageKindCount) = (languages.numbers, languages.kinds.count)
        for seller in roles.kinds {
            for buyer in roles.kinds {
                fits.append(RoleFit.best(sellers: seller, buyers: buyer)?.value ?? 0)
                acrossSectors.append(Self.isPlausibleAcrossSectors(seller, buyer))
            }
        }
        for one in languages.kinds {
            for other in languages.kinds {
                languageFits.append(LanguageFit(one, other, served: served).value)
            }
        }
    }

    func roleFit(seller: Int, buyer: Int) -> Double {
        fits[Int(roleKinds[seller]) * roleKindCount + Int(roleKinds[buyer])]
    }

    /// Roles that make the two plausible partners whatever their sectors.
    func isAcrossSectors(seller: Int, buyer: Int) -> Bool {
        acrossSectors[Int(roleKinds[seller]) * roleKindCount + Int(roleKinds[buyer])]
    }

    func languageFit(_ one: Int, _ other: Int) -> Double {
        languageFits[Int(languageKinds[one]) * languageKindCount + Int(languageKinds[other])]
    }

    private static func isPlausibleAcrossSectors(_ sellers: [Enterprise.Role], _ buyers: [Enterprise.Role])
        -> Bool
    {
        sellers.contains { seller in
            buyers.contains { buyer in
                RoleFit.isAcrossSectors(seller: seller, buyer: buyer)
                    && RoleFit.value(seller: seller, buyer: buyer) >= RoleFit.plausible
            }
        }
    }

    /// Numbers the distinct values in order of first appearance.
    private static func kinds<Kind: Hashable>(_ values: [Kind]) -> (numbers: [Int32], kinds: [Kind]) {
        var known: [Kind: Int32] = [:]
        var kinds: [Kind] = []
        let numbers = values.map { value in
            if let number = known[value] { return number }
            let number = Int32(truncatingIfNeeded: kinds.count)
            known[value] = number
            kinds.append(value)
            return number
        }
        return (numbers, kinds)
    }
}
