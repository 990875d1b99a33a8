import FairwayCore
import Testing

struct HSCodeTests {
    @Test(arguments: [
        ("18", "18"), ("1806", "1806"), ("18.06", "1806"), ("1806 32", "180632"), ("1806.32.90", "180632"),
        ("1806329000", "180632"),
    ])
    func readsTheUsualSpellings(text: String, digits: String) {
        #expect(HSCode(text)?.digits == digits)
    }

    @Test(arguments: ["", "1", "180", "18063", "7701", "9801", "0001", "18a6", "１８０６", "-1806"])
    func refusesWhatIsNoCode(text: String) {
        #expect(HSCode(text) == nil)
    }

    @Test func countsSharedDigitsInPairs() throws {
        let filled = try #require(HSCode("180631"))
        #expect(filled.sharedDigits(with: try #require(HSCode("1806"))) == 4)
        #expect(filled.sharedDigits(with: try #require(HSCode("180632"))) == 4)
        #expect(filled.sharedDigits(with: try #require(HSCode("1704"))) == 0)
        #expect(filled.sharedDigits(with: filled) == 6)
    }

    @Test(arguments: [("4006381333931", true), ("4006381333932", false), ("96385074", true), ("123", false)])
    func checksTheCheckDigitOfAGTIN(text: String, isValid: Bool) {
        #expect((GTIN(text) != nil) == isValid)
    }
}
