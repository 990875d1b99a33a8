import Testing

@testable import FairwayFormats

struct MessageCatalogueTests {
    @Test(arguments: [false, true])
    func readsBothByteOrders(isBigEndian: Bool) throws {
        let bytes = MOFile.bytes(
            ["": "Language: ru\n", "China": "Китай", "Peru": "Перу"],
            isBigEndian: isBigEndian
        )
        let catalogue = try MessageCatalogue(bytes)
        #expect(catalogue["China"] == "Китай")
        #expect(catalogue["Peru"] == "Перу")
        #expect(catalogue["Chile"] == nil)
        #expect(catalogue[""] == nil)
    }

    @Test func takesTheFirstOfPluralForms() throws {
        let catalogue = try MessageCatalogue(MOFile.bytes(["day\0days": "день\0дня\0дней"]))
        #expect(catalogue["day"] == "день")
    }

    @Test func refusesWhatIsNoCatalogue() {
        #expect(throws: MessageCatalogue.ParseError.noMagicNumber) {
            try MessageCatalogue(Array("hello".utf8))
        }
        #expect(throws: MessageCatalogue.ParseError.noMagicNumber) { try MessageCatalogue([]) }
    }

    @Test func refusesEveryTruncation() {
        let bytes = MOFile.bytes(["China": "中国", "Peru": "秘鲁"])
        for length in 4..<bytes.count {
            #expect(throws: MessageCatalogue.ParseError.truncated) {
                try MessageCatalogue(Array(bytes.prefix(length)))
            }
        }
    }

    @Test func refusesBytesThatAreNotUTF8() {
        var bytes = MOFile.bytes(["China": "AB"])
        bytes[bytes.count - 2] = 0xFF
        #expect(throws: MessageCatalogue.ParseError.notUTF8) { try MessageCatalogue(bytes) }
    }
}
