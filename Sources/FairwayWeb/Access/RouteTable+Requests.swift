import FairwayCore
import Hummingbird

extension FairwayServer {
    /// An enterprise's own work: matches, requests, free time; and the organiser's rules for it.
    func requests() -> [Route] {
        let requests = RequestsPage(store: store, renderer: renderer)
        let matches = MatchesPage(store: store, renderer: renderer)
        let free = FreeSlotsPage(store: store, renderer: renderer)
        let rules = RequestRulesPage(store: store, renderer: renderer)
        return [
            .get("/enterprises/{enterprise}/matches", .enterprise, matches.show),
            .get("/enterprises/{enterprise}/requests", .enterprise, requests.show),
            .post("/enterprises/{enterprise}/requests", .enterprise, requests.ask),
            .post("/enterprises/{enterprise}/requests/{request}", .enterprise, requests.take),
            .post("/enterprises/{enterprise}/preferences", .enterprise, requests.prefer),
            .get("/enterprises/{enterprise}/free", .enterprise, free.show),
            .post("/enterprises/{enterprise}/free", .enterprise, free.submit),
            .get("/organiser/rules", .organiser, rules.show),
            .post("/organiser/rules", .organiser, rules.submit),
        ]
    }
}
