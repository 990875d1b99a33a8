/// The order of equally good partners: fixed by the identifiers of the two, and another one for each enterprise.
///
/// Were it simply the order of identifiers, the first carrier in the list would be proposed to everybody. An enterprise
/// that comes or goes leaves the order of the others as it was.
struct TieOrder {
    private let keys: [UInt64]

    /// - Parameter enterprises: In order of identifiers.
    init(_ enterprises: [Enterprise]) {
        keys = enterprises.map { TieOrder.key($0.id) }
    }

    var count: Int { keys.count }

    /// Whether `enterprise` is rather proposed `one` than `other`; all are numbers of enterprises.
    func isBefore(_ one: Int, _ other: Int, for enterprise: Int) -> Bool {
        let first = rank(one, for: enterprise)
        let second = rank(other, for: enterprise)
        return first == second ? one < other : first < second
    }

    /// SplitMix64's mixing of both keys (Steele, Lea, Flood 2014).
    private func rank(_ partner: Int, for enterprise: Int) -> UInt64 {
        var mixed = keys[enterprise] &* 0x9E37_79B9_7F4A_7C15 &+ keys[partner]
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static func key(_ id: Enterprise.ID) -> UInt64 {
        id.code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
