import FairwayCore

extension FairwayServer {
    /// Pages of products, and the public catalogue as files.
    func feeds() -> [Route] {
        let product = ProductPage(store: store, renderer: renderer, site: site)
        let files = CatalogueFilesPage(
            store: store,
            renderer: renderer,
            service: CatalogueFileService(store, workers: workers, site: site)
        )
        return [
            .get("/products/{product}", .anyone, product.show),
            .get("/catalogue", .anyone, files.show),
            .get("/catalogue/{language}/{file}", .anyone, files.file),
        ]
    }
}
