import FairwayCore
import FairwayStore
import HTTPTypes
import Images

/// The images of products: everyone sees them, the enterprise's side adds, orders and removes them.
struct ImagesAPI: Sendable {
    let store: ExpoStore
    let service: ImageService

    private static let ofProduct = "/enterprises/{enterprise}/products/{product}/images"
    private static let one = "/enterprises/{enterprise}/images/{image}"

    var endpoints: [APIEndpoint] {
        [
            .get(
                Self.ofProduct,
                .anyone,
                .catalogueRead,
                "listImages",
                "The images of a product, the one that stands for it first.",
                Self.list
            ) { request in
                let (id, product) = try await place(request)
                guard try await store.enterprises.product(product)?.enterprise == id else {
                    throw APIProblem(.notFound)
                }
                return APIAnswer(Self.json(try await store.images.all(of: product)))
            },
            .post(
                Self.ofProduct,
                .enterprise,
                .profileWrite,
                "addImage",
                "Adds an image: JPEG, PNG or WebP up to 10 MB. It is stored anew in three sizes without what else the "
                    + "file holds; the same file again changes nothing.",
                .file(.image),
                Self.list,
                status: .created,
                [],
                add
            ).refusing(.conflict).keyed(in: store),
            .post(
                Self.one + "/first",
                .enterprise,
                .profileWrite,
                "putImageFirst",
                "Makes an image the one that stands for its product.",
                nil,
                APIShapes.done.schema,
                status: .ok
            ) { request in
                let (id, image) = try await image(request)
                guard try await store.images.putFirst(image, of: id, by: request.context.actor) else {
                    throw APIProblem(.notFound)
                }
                return APIAnswer(APIShapes.done.json(1))
            }.keyed(in: store),
            .delete(
                Self.one,
                .enterprise,
                .profileWrite,
                "removeImage",
                "Removes an image.",
                APIShapes.done.schema
            ) { request in
                let (id, image) = try await image(request)
                guard try await store.images.remove(image, of: id, by: request.context.actor) else {
                    throw APIProblem(.notFound)
                }
                return APIAnswer(APIShapes.done.json(1))
            },
        ]
    }

    private static let list = APISchema.list(
        APIShapes.productImage.schema,
        most: ProductImage.mostOfProduct,
        isUnique: false
    )

    private static func json(_ images: [ProductImage]) -> JSONValue {
        .array(images.map(APIShapes.productImage.json))
    }

    private func add(_ request: APIRequest) async throws -> APIAnswer {
        let (id, product) = try await place(request)
        guard let file = request.upload else { throw APIProblem(.missingBody) }
        do {
            let images = try await service.add(file.bytes, to: product, of: id, by: request.context.actor)
            return APIAnswer(Self.json(images), status: .created)
        } catch let flaw as ImageFlaw {
            let words = flaw.words(in: request.context.language)
            throw APIProblem(
                .invalidField,
                [APIFault(place: .pointer("/file"), reason: .badImage, argument: words)]
            )
        } catch ImageRefusal.noSuchProduct {
            throw APIProblem(.notFound)
        } catch ImageRefusal.tooMany(let most) {
            throw APIProblem(.tooManyImages, detail: "\(most)")
        }
    }

    private func place(_ request: APIRequest) async throws -> (Enterprise.ID, Product.ID) {
        let profile = try await EnterpriseAPI(store: store).profile(request)
        return (profile.enterprise.id, Product.ID(request.code("product")))
    }

    private func image(_ request: APIRequest) async throws -> (Enterprise.ID, ProductImage.ID) {
        let profile = try await EnterpriseAPI(store: store).profile(request)
        return (profile.enterprise.id, ProductImage.ID(request.code("image")))
    }
}

/// A product with its images.
struct ProductView: Sendable {
    var product: Product
    var images: [ProductImage]
}

extension APIShapes {
    static let productImage = APIShape<ProductImage>(
        "ProductImage",
        [
            .code("id") { $0.id.code },
            .integer("width", "Pixels of the large file.") { $0.width }, .integer("height") { $0.height },
            .code("large", "The path of a JPEG of at most 1600 pixels a side.") { $0.path(.large) },
            .code("card", "Of at most 480.") { $0.path(.card) },
            .code("thumbnail", "Of at most 160.") { $0.path(.thumbnail) },
        ]
    )
}
