import FairwayCore
@testable import FairwayStore
import Testing

struct SearchBoardTests {
    /// Each heading is asked for with the same statement, one after the other.
    @Test func goodsOfSeveralHeadingsComeTogether() async throws {
        let headings = ["1507", "1806", "2106"]
        var data = try ExpoFixture.data()
        let pattern = data.products[0]
        data.products = headings.enumerated().flatMap { place, heading in
            (0..<3).map { number in
                var product = pattern
                product.id = .init("H\(place)\(number)")
                product.hsCode = HSCode(heading)
                return product
            }
        }
        let store = try await TemporaryStore(data).store
        try await store.searchIndex.refresh(isCancelled: { false })
        var board = SearchBoard(SearchQuery(""))
        let guesses = headings.map { (heading: $0, share: 0.5) }
        try store.read { try board.addHeadings(guesses, in: $0) }
        #expect(board.ranked.filter { $0.kind == .product }.count == 9)
    }
}
