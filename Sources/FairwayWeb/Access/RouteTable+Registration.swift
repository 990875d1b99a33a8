import FairwayCore

/// The routes of registrations, profiles and personal data.
extension FairwayServer {
    func registration(_ passwords: PasswordService) -> [Route] {
        let start = RegistrationPage(store: store, renderer: renderer, desk: registrationDesk)
        let form = RegistrationFormPage(store: store, renderer: renderer, search: search)
        let profile = ProfilePage(store: store, renderer: renderer, search: search)
        let waiting = RegistrationsPage(
            store: store,
            renderer: renderer,
            desk: registrationDesk,
            search: search
        )
        let data = PersonalDataPage(
            store: store,
            renderer: renderer,
            site: site,
            confirmation: confirmation(passwords)
        )
        return [
            .get("/register", .anyone, start.show),
            .post("/register", .anyone, start.begin),
            .get("/register/code", .anyone, start.showCode),
            .post("/register/code", .anyone, start.useCode),
            .get("/register/link", .anyone, start.showLink),
            .post("/register/link", .anyone, start.useLink),
            .post("/register/leave", .anyone, start.leave),
            .get("/register/form", .anyone, form.show),
            .post("/register/form", .anyone, form.submit),
            .get("/enterprises/{enterprise}/profile", .enterprise, profile.show),
            .post("/enterprises/{enterprise}/profile", .enterprise, profile.submit),
            .get("/organiser/registrations", .organiser, waiting.show),
            .post("/organiser/registrations/approve-imported", .organiser, waiting.approveImported),
            .post("/organiser/registrations/{enterprise}/approve", .organiser, waiting.approve),
            .post("/organiser/registrations/{enterprise}/decline", .organiser, waiting.decline),
            .post("/organiser/registrations/{enterprise}/ask", .organiser, waiting.ask),
            .get("/privacy", .anyone, data.privacy),
            .get("/account/data", .signedIn, data.export),
            .get("/account/erase", .signedIn, data.showErase),
            .post("/account/erase", .signedIn, data.erase),
            .get("/organiser/people", .organiser, data.people),
            .get("/organiser/people/data", .organiser, data.exportPerson),
            .post("/organiser/people/erase", .organiser, data.erasePerson),
        ]
    }
}
