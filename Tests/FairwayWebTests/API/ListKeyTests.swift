import FairwayCore
@testable import FairwayWeb
import Testing

struct ListKeyTests {
    @Test func numbersAreComparedAsNumbersAndTextsByTheirBytes() {
        #expect(ListKey(.number(9)) < ListKey(.number(10)))
        #expect(ListKey(.descending(10)) < ListKey(.descending(9)))
        #expect(ListKey(.text("E10")) < ListKey(.text("E9")))
        // As databases order them, and not as people do.
        #expect(ListKey(.text("Z")) < ListKey(.text("a")) && ListKey(.text("z")) < ListKey(.text("é")))
        #expect(ListKey(.number(1), .text("b")) < ListKey(.number(2), .text("a")))
        #expect(ListKey(.number(1), .text("a")) < ListKey(.number(1), .text("b")))
        #expect(!(ListKey(.number(1)) < ListKey(.number(1))))
    }

    @Test(arguments: [
        ListKey(.number(0)), ListKey(.descending(9_999_999_999)), ListKey(.text("")), ListKey(.text("n1 d2")),
        ListKey(.number(1), .descending(2), .text("九"), .text("E\u{301}")),
    ])
    func aCursorLeadsBackToItsKey(key: ListKey) {
        #expect(ListKey(key.texts) == key)
    }

    @Test(arguments: [[], [""], ["x1"], ["n"], ["n-1"], ["n1.5"], ["n99999999999"], ["d१"], ["tE1", "n 1"]])
    func whatNoKeyIsWrittenLikeIsNone(texts: [String]) {
        #expect(ListKey(texts) == nil)
    }
}
