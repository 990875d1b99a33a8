/// What depends only on the roles and the languages of two enterprises, worked out once per kind of pair.
struct PairTables {
    private let served: Set<LanguagePair>
    private var roles = Kinds<[Enterprise.Role]>()
    private var languages = Kinds<[LanguageTag]>()
    private var fits: [Double] = []
    private var acrossSectors: [Bool] = []
    private var languageFits: [Double] = []

    init(_ enterprises: [Enterprise], served: Set<LanguagePair>) {
        self.served = served
        for enterprise in enterprises {
            roles.append(Self.roles(enterprise))
            languages.append(Self.languages(enterprise))
        }
        fill()
    }

    /// - Complexity: O(1) unless the enterprise has roles or languages that none had together so far.
    mutating func replace(_ number: Int, with enterprise: Enterprise) {
        let isNewRole = roles.replace(number, with: Self.roles(enterprise))
        let isNewLanguage = languages.replace(number, with: Self.languages(enterprise))
        if isNewRole || isNewLanguage { fill() }
    }

    private mutating func fill() {
        fits = []
        acrossSectors = []
        for seller in roles.kinds {
            for buyer in roles.kinds {
                fits.append(RoleFit.best(sellers: seller, buyers: buyer)?.value ?? 0)
                acrossSectors.append(Self.isPlausibleAcrossSectors(seller, buyer))
            }
        }
        languageFits = languages.kinds.flatMap { one in
            languages.kinds.map { LanguageFit(one, $0, served: served).value }
        }
    }

    private static func roles(_ enterprise: Enterprise) -> [Enterprise.Role] {
        Set(enterprise.roles).sorted { $0.rawValue < $1.rawValue }
    }

    private static func languages(_ enterprise: Enterprise) -> [LanguageTag] {
        Set(enterprise.languages).sorted()
    }

    func roleFit(seller: Int, buyer: Int) -> Double {
        fits[roles.place(seller, buyer)]
    }

    /// Roles that make the two plausible partners whatever their sectors.
    func isAcrossSectors(seller: Int, buyer: Int) -> Bool {
        acrossSectors[roles.place(seller, buyer)]
    }

    func languageFit(_ one: Int, _ other: Int) -> Double {
        languageFits[languages.place(one, other)]
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

    /// The distinct values among those of many, numbered in order of first appearance.
    private struct Kinds<Kind: Hashable & Sendable> {
        private(set) var kinds: [Kind] = []
        private var numbers: [Int] = []
        private var known: [Kind: Int] = [:]

        mutating func append(_ value: Kind) { numbers.append(number(of: value)) }

        /// - Returns: whether the value is a new kind.
        mutating func replace(_ place: Int, with value: Kind) -> Bool {
            let count = kinds.count
            numbers[place] = number(of: value)
            return kinds.count > count
        }

        /// Where a table of all pairs of kinds has that of two values.
        func place(_ one: Int, _ other: Int) -> Int { numbers[one] * kinds.count + numbers[other] }

        private mutating func number(of value: Kind) -> Int {
            if let number = known[value] { return number }
            known[value] = kinds.count
            kinds.append(value)
            return kinds.count - 1
        }
    }
}
