import FairwayCore
import Foundation
import HTTPTypes
import ImageSamples
import Images
import NIOCore
import Testing

@testable import FairwayWeb

/// Images of products through the API.
struct APIImagesTests {
    private let fixture: APIFixture
    private let product: Product
    private var client: RouterClient { fixture.client }
    private var path: String { "enterprises/\(fixture.first)/products/\(product.id)/images" }

    init() async throws {
        fixture = try await APIFixture()
        let first = fixture.first
        product = try #require(APIFixture.data.products.first { $0.enterprise == first })
    }

    private func upload(_ file: [UInt8], token: String? = nil, _ headers: [String: String] = [:]) async throws
        -> RouterClient.Answer
    {
        let head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
        let body = Array(head.utf8) + file + Array("\r\n--x--\r\n".utf8)
        let own = [
            "content-type": "multipart/form-data; boundary=x", "accept-language": "en",
            "authorization": "Bearer \(token ?? fixture.firstToken)",
        ]
        return try await client.ask(
            .post,
            "/api/v1/\(path)",
            own.merging(headers) { $1 },
            ByteBuffer(bytes: body)
        )
    }

    @Test func areAddedListedOrderedAndRemoved() async throws {
        #expect(try await client.api(.get, path).json.items?.isEmpty == true)
        let first = try await upload(SampleImage.png(2000, 1000))
        #expect(first.status == 201)
        let image = try #require(first.json.items?.first)
        #expect(image["width"] == 1600 && image["height"] == 800)
        #expect(try await client.get(image["thumbnail"]?.text ?? "").status == 200)
        let both = try await upload(SampleImage.webp).json.items ?? []
        #expect(both.count == 2)
        let second = both.last?["id"]?.text ?? ""
        let images = "enterprises/\(fixture.first)/images"
        let token = fixture.firstToken
        #expect(try await client.api(.post, "\(images)/\(second)/first", token: token).status == 200)
        #expect(try await client.api(.get, path).json.items?.first?["id"]?.text == second)
        let products = try await client.api(.get, "enterprises/\(fixture.first)/products?limit=100").json
        let shown = products["items"]?.items?.first { $0["id"]?.text == product.id.code }
        #expect(shown?["images"]?.items?.count == 2)
        #expect(try await client.api(.delete, "\(images)/\(second)", token: token).status == 200)
        #expect(try await client.api(.delete, "\(images)/\(second)", token: token).status == 404)
        #expect(try await client.api(.get, path).json.items?.count == 1)
    }

    @Test func aKeyAndTheSameFileAddNothingTwice() async throws {
        let file = SampleImage.png(300, 300)
        let first = try await upload(file, ["idempotency-key": "image-00001"])
        #expect(try await upload(file, ["idempotency-key": "image-00001"]).body == first.body)
        #expect(try await upload(SampleImage.webp, ["idempotency-key": "image-00001"]).problem == "keyReused")
        #expect(try await upload(file).json.items?.count == 1)
    }

    @Test func whatIsNoImageIsRefused() async throws {
        #expect(try await upload(Array("%PDF-1.7".utf8)).problem == "unsupportedType")
        let cut = try await upload(Array(SampleImage.png(300, 300).prefix(5000)))
        #expect(cut.status == 422)
        let fault = cut.json["errors"]?.items?.first
        #expect(fault?["reason"] == "badImage")
        #expect(fault?["detail"]?.text?.contains("damaged or incomplete") == true)
        #expect(try await upload(SampleImage.png(50, 300)).status == 422)
        #expect(try await upload(SampleImage.png(200, 200), token: fixture.secondToken).status == 403)
        for side in 0..<6 { #expect(try await upload(SampleImage.png(200 + side, 200)).status == 201) }
        let full = try await upload(SampleImage.png(300, 200))
        #expect(full.status == 409 && full.problem == "tooManyImages")
        let foreign = path.replacing(product.id.code, with: "nobody")
        #expect(try await client.api(.get, foreign).status == 404)
    }
}
