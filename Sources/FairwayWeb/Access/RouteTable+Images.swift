import FairwayCore

/// The routes of images of products.
extension FairwayServer {
    func imagePages(_ service: ImageService) -> [Route] {
        let door = ImageDoor(store: store)
        let page = ImagesPage(store: store, renderer: renderer, service: service)
        return [
            .get("/images/{image}/{size}", .anyone, door.file),
            .get("/enterprises/{enterprise}/images", .enterprise, page.show),
            .post("/enterprises/{enterprise}/images", .enterprise, page.add),
            .post("/enterprises/{enterprise}/images/{image}", .enterprise, page.change),
        ]
    }
}
