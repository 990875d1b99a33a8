import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import ImageSamples
import Images
import Testing

@testable import FairwayWeb

/// Images of products: the page that adds them, the files behind them, and where they are shown.
struct ImagePagesTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let product: Product = {
        let approved = Set(data.enterprises.filter { $0.status == .approved }.map(\.id))
        return data.products.first { approved.contains($0.enterprise) } ?? data.products[0]
    }()
    private static let owner = product.enterprise
    private static let path = "/enterprises/\(owner)/images"
    private static let png = SampleImage.png(640, 480)

    private func client(_ data: ExpoData = data) async throws -> RouterClient {
        try await RouterClient(data: data, as: .enterprise(Self.owner))
    }

    /// What a browser sends for an input with several files.
    private func upload(
        _ files: [(name: String, bytes: [UInt8])],
        to product: Product.ID = product.id,
        path: String = path,
        token: String? = nil,
        in language: Language = .en,
        _ client: RouterClient
    ) async throws -> RouterClient.Answer {
        if client.cookies[GuardMiddleware.tokenCookie] == nil { _ = try await client.get("/account") }
        let token = token ?? client.cookies[GuardMiddleware.tokenCookie] ?? ""
        var body: [UInt8] = []
        for (name, value) in [("token", token), ("product", product.code)] {
            body += "--B\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            body +=
                "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n\r\n".utf8
            body += file.bytes + Array("\r\n".utf8)
        }
        return try await client.post(
            path,
            bytes: body + Array("--B--\r\n".utf8),
            type: "multipart/form-data; boundary=B",
            ["accept-language": language.rawValue]
        )
    }

    @Test func areAddedShownAndServed() async throws {
        let client = try await client()
        let answer = try await upload([("front.png", Self.png), ("back.webp", SampleImage.webp)], client)
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "\(Self.path)?saved=1#p-\(Self.product.id)")
        let images = try await client.store.images.all(of: Self.product.id)
        #expect(images.map { [$0.width, $0.height] } == [[640, 480], [120, 100]])
        let id = try #require(images.first).id
        client.signOut()
        for size in ImageSize.allCases {
            let file = try await client.get("/images/\(id)/\(size.rawValue)")
            #expect(file.status == 200)
            #expect(file.headers[.contentType] == "image/jpeg")
            #expect(file.headers[.cacheControl] == "public, max-age=86400")
            #expect(ImageFormat(of: file.bytes) == .jpeg)
            let tag = try #require(file.headers[.eTag])
            let again = try await client.get("/images/\(id)/\(size.rawValue)", ["if-none-match": tag])
            #expect(again.status == 304 && again.bytes.isEmpty)
        }
        for path in ["/products/\(Self.product.id)", "/enterprises/\(Self.owner)"] {
            #expect(try await client.get(path).body.contains("src=\"/images/\(id)/"), "\(path)")
        }
        let page = try await client.get("/products/\(Self.product.id)").body
        #expect(page.contains("\"image\":[\"http://127.0.0.1:8080/images/\(id)/large\""))
        let name = try #require(Self.product.name.nearest(to: .en)).text
        try await client.store.searchIndex.refresh()
        let found = try await client.get("/search?q=\(PageParameters.encoded(name))")
        #expect(found.body.contains("/images/\(id)/thumbnail"))
        let feed = try await client.get("/catalogue/en/products.xml")
        #expect(feed.body.contains("/images/\(id)/large</g:image_link>"))
        #expect(feed.body.contains("/large</g:additional_image_link>"))
    }

    @Test(arguments: Language.allCases) func everyFileThatIsNoneIsNamedWithItsReason(language: Language)
        async throws
    {
        let client = try await client()
        let answer = try await upload(
            [
                ("a.png", Self.png), ("b.jpg", Array("<svg/>".utf8)),
                ("<c>.png", Array(Self.png.dropLast(999))),
            ],
            in: language,
            client
        )
        #expect(answer.status == 422)
        #expect(
            answer.body.contains("<strong>b.jpg</strong>: \(ImageFlaw.unknownFormat.words(in: language))")
        )
        #expect(answer.body.contains("&lt;c&gt;.png</strong>: \(ImageFlaw.damaged.words(in: language))"))
        #expect(!answer.body.contains("images."), "every word is there")
        #expect(try await client.store.images.all(of: Self.product.id).count == 1, "the good one is kept")
    }

    @Test func isOrderedAndRemoved() async throws {
        let client = try await client()
        _ = try await upload([("a", Self.png), ("b", SampleImage.webp)], client)
        let ids = try await client.store.images.all(of: Self.product.id).map(\.id)
        let first = ["do": "first", "product": Self.product.id.code]
        #expect(try await client.submit("\(Self.path)/\(ids[1])", first).status == 303)
        #expect(try await client.store.images.all(of: Self.product.id).map(\.id) == [ids[1], ids[0]])
        #expect(try await client.submit("\(Self.path)/\(ids[1])", ["do": "remove"]).status == 303)
        #expect(try await client.get("/images/\(ids[1])/card").status == 404)
        #expect(try await client.submit("\(Self.path)/\(ids[1])", ["do": "remove"]).status == 404)
        #expect(try await client.submit("\(Self.path)/\(ids[0])", ["do": "burn"]).status == 400)
    }

    @Test func whatIsTooMuchOrNothingIsSaid() async throws {
        let client = try await client()
        #expect(try await upload([], client).status == 400)
        #expect(try await upload([("", [])], client).status == 400)
        let pad = [UInt8](repeating: 0, count: ImagePress.mostBytes)
        #expect(try await upload([("a", Self.png + pad)], client).body.contains("10 MB"))
        #expect(try await upload((1...4).map { ("\($0)", pad) }, client).status == 413)
        let seven = (1...7).map { ("\($0).png", SampleImage.png(200 + $0, 200)) }
        let answer = try await upload(seven, client)
        #expect(answer.status == 422 && answer.body.contains("<strong>7.png</strong>"))
        #expect(!answer.body.contains("<strong>6.png</strong>"))
        #expect(answer.body.contains("There is no room"))
        #expect(try await upload([("a", Self.png)], token: "x", client).status == 403)
        let foreign = try #require(Self.data.products.first { $0.enterprise != Self.owner })
        #expect(try await upload([("a", Self.png)], to: foreign.id, client).status == 422)
        #expect(try await client.store.images.all(of: foreign.id).isEmpty)
    }

    /// The count is cheap and decoding is not: a damaged file of a full product is not found out to be damaged.
    @Test func whatHasNoRoomIsNotDecoded() async throws {
        let client = try await client()
        for number in 1...6 {
            _ = try await upload([("\(number)", SampleImage.png(200 + number, 200))], client)
        }
        let damaged = SampleImage.png(640, 480, rows: 1)
        let answer = try await upload([("damaged.png", damaged)], client)
        #expect(answer.status == 422 && answer.body.contains("can have 6 images"))
        #expect(!answer.body.contains("damaged or incomplete"))
    }

    /// Nor is what would take half a gigabyte: its header says so.
    @Test func whatTakesTooMuchMemoryIsRefusedByItsHeader() async throws {
        let header: [UInt8] = [0, 0, 32, 0, 0, 0, 24, 0, 16, 6, 0, 0, 1, 0, 0, 0, 0]
        let file =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + header
            + [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0]
        let answer = try await upload([("glutton.png", file)], try client())
        #expect(answer.status == 422 && answer.body.contains("512 MB"))
    }

    @Test func areHiddenUntilTheEnterpriseIsApproved() async throws {
        var data = Self.data
        let index = try #require(data.enterprises.firstIndex { $0.id == Self.owner })
        data.enterprises[index].status = .registered
        let client = try await client(data)
        _ = try await upload([("a", Self.png)], client)
        let id = try #require(try await client.store.images.all(of: Self.product.id).first).id
        let own = try await client.get("/images/\(id)/card")
        #expect(own.status == 200 && own.headers[.cacheControl] == "private, no-store")
        client.signOut()
        #expect(try await client.get("/images/\(id)/card").status == 404)
        let other = try #require(data.enterprises.first { $0.id != Self.owner })
        try await client.signIn(as: .enterprise(other.id))
        #expect(try await client.get("/images/\(id)/card").status == 404)
        #expect(try await client.get("/images/\(id)/huge").status == 404)
        try await client.signIn(as: .organiser)
        #expect(try await client.get("/images/\(id)/card").status == 200)
    }
}
