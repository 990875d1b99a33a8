import FairwayCore

extension FairwayServer {
    /// Delegations: the tree, and what an agency does for its own.
    func delegations() -> [Route] {
        let delegations = DelegationsPage(store: store, renderer: renderer)
        let member = MemberFormPage(store: store, renderer: renderer, site: site)
        let importPage = DelegationImportPage(store: store, renderer: renderer, imports: imports)
        let letters = DelegationLettersPage(store: store, renderer: renderer)
        let files = DelegationFilesPage(store: store, renderer: renderer, workers: workers)
        let own = "/delegations/{delegation}"
        return [
            .get("/delegations", .parts([.organiser, .agency]), delegations.list),
            .get(own, .delegation, delegations.board),
            .post("\(own)/quotas", .organiser, delegations.setQuotas),
            .get("\(own)/enterprises/new", .delegation, member.show),
            .post("\(own)/enterprises/new", .delegation, member.register),
            .get("\(own)/import", .delegation, importPage.show),
            .post("\(own)/import", .delegation, importPage.preview),
            .post("\(own)/import/confirm", .delegation, importPage.confirm),
            .get("\(own)/import/refused", .delegation, importPage.refused),
            .get("\(own)/import/template", .delegation, importPage.template),
            .get("\(own)/letters", .delegation, letters.show),
            .post("\(own)/letters", .delegation, letters.send),
            .get("\(own)/programme.xlsx", .delegation, files.programmeXLSX),
            .get("\(own)/programme.csv", .delegation, files.programmeCSV),
            .get("\(own)/results.xlsx", .delegation, files.results),
        ]
    }
}
