import FairwayCore
import Foundation
import Testing

@testable import FairwayWeb

/// What is a sign of HTML to a browser is one to us, whatever stands beside it.
struct HTMLTextTests {
    /// U+0600 makes one `Character` with what follows it, U+0308 with what stands before it.
    private static let hidden = "\u{600}<meta http-equiv=refresh>\"\u{308} autofocus '\u{FE0F} \u{600}&amp"

    /// A mark on a quotation mark hides it from whoever looks at `Character`s, macros of tests among them.
    private static let quote = "\"\u{308}"

    @Test func escapesEachSignByItself() {
        #expect(HTMLText.escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;")
        #expect(HTMLText.escaped("Шоколад 巧克力") == "Шоколад 巧克力")
        let escaped = HTMLText.escaped(Self.hidden)
        #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
        let start = "\u{600}&lt;meta"
        #expect(escaped.hasPrefix(start))
    }

    @Test func aSearchCannotLeaveItsAttribute() async throws {
        let client = try await RouterClient(
            data: SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
        )
        let query = PageParameters.encoded(Self.hidden)
        for path in ["/enterprises?q=\(query)", "/search?q=\(query)", "/enterprises?sort=\(query)"] {
            let page = try await client.get(path).body
            #expect(!Self.isWithin("<meta http-equiv=refresh>", page), "\(path)")
            #expect(!Self.isWithin(Self.quote, page), "\(path)")
        }
    }

    @Test func namesCannotBecomeTagsInPartialsAndLists() async throws {
        var data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
        let name = LocalizedText(zh: Self.hidden, ru: Self.hidden, en: Self.hidden)
        for index in data.enterprises.indices { data.enterprises[index].name = name }
        for index in data.products.indices { data.products[index].name = name }
        let client = try await RouterClient(data: data)
        let (enterprise, product) = (data.enterprises[0].id.code, data.products[0].id.code)
        let paths = [
            "/", "/enterprises", "/enterprises/\(enterprise)", "/enterprises/\(enterprise)/requests",
            "/enterprises/\(enterprise)/matches", "/products/\(product)", "/programme", "/programme/unplaced",
            "/delegations", "/catalogue",
        ]
        for path in paths {
            let answer = try await client.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(!Self.isWithin("<meta http-equiv=refresh>", answer.body), "\(path)")
            // JSON-LD has its own escape for it.
            let page = answer.body.replacing(/<script type="application\/ld\+json">.*?<\/script>/, with: "")
            #expect(!Self.isWithin(Self.quote, page), "\(path)")
        }
    }

    /// By bytes, as a browser reads.
    private static func isWithin(_ part: String, _ text: String) -> Bool {
        Data(text.utf8).range(of: Data(part.utf8)) != nil
    }
}
