/// Which form a Russian noun takes after a number (CLDR plural rules, `ru`, integers).
package enum RussianPlural: Sendable, CaseIterable {
    /// 1, 21, 101: «встреча».
    case one
    /// 2 … 4, 22 … 24: «встречи».
    case few
    /// 0, 5 … 20, 25 … 30: «встреч».
    case many

    package static func form(_ count: Int) -> RussianPlural {
        let lastTwo = count.magnitude % 100
        guard !(11...14).contains(lastTwo) else { return .many }
        switch lastTwo % 10 {
        case 1: return .one
        case 2...4: return .few
        default: return .many
        }
    }
}
