import FairwayCore
import Nomenclature
import Testing

/// Codes are checked against a list in the core, which knows no texts; both lists must be one.
struct KnownHeadingsTests {
    @Test func theCoreKnowsTheHeadingsOfTheNomenclatureAndNoOthers() throws {
        let nomenclature = try Nomenclature.installed()
        let headings = Set(nomenclature.headings.map(\.code))
        for number in 0..<10_000 {
            let text = String(repeating: "0", count: 4 - String(number).count) + String(number)
            let isKnown = HSCode(text)?.isInNomenclature ?? false
            #expect(isKnown == headings.contains(text), "\(text)")
        }
    }

    @Test(arguments: [("18", true), ("180632", true), ("1807", false), ("180799", false), ("8485", true)])
    func aSubheadingIsJudgedByItsHeading(code: String, isKnown: Bool) throws {
        #expect(try #require(HSCode(code)).isInNomenclature == isKnown)
    }
}
