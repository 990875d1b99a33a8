import FairwayCore
import Testing

@testable import FairwayWeb

/// Addresses that are longer than any link of ours: each link of the page would repeat them.
struct AddressLengthTests {
    @Test(arguments: [("zh", "网址过长"), ("ru", "Слишком длинный адрес"), ("en", "The address is too long")])
    func aLongQueryIsRefused(language: String, words: String) async throws {
        let client = try await RouterClient(data: APIFixture.data, as: nil)
        for query in [
            "q=steel&x=" + String(repeating: "!", count: 1400), String(repeating: "a", count: 4097),
        ] {
            let page = try await client.get("/search?" + query, ["accept-language": language])
            #expect(page.status == 400 && page.body.contains(words))
        }
    }

    /// Two hundred signs of three bytes each, and narrowed lists.
    @Test func aLongQuestionIsAnswered() async throws {
        let client = try await RouterClient(data: APIFixture.data, as: nil)
        let question = PageParameters.encoded(String(repeating: "钢", count: 200))
        let page = try await client.get("/search?q=\(question)&kind=product&kind=enterprise")
        #expect(page.status == 200)
        let longest = try await client.get("/search?x=" + String(repeating: "a", count: 4000))
        #expect(longest.status == 200 && longest.body.utf8.count < 1 << 20)
    }
}
