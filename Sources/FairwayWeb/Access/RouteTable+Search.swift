import FairwayCore

extension FairwayServer {
    func searching() -> [Route] {
        let page = SearchPage(store: store, renderer: renderer, search: search, names: PlaceNameCache(store))
        return [
            .get("/search", .anyone, page.show),
            .get("/search/suggest", .anyone, page.suggest),
            .get("/search/headings", .anyone, page.headings),
        ]
    }
}
