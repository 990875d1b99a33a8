import FairwayCore
import FairwayStore
import Hummingbird

/// Every route with its right, in one place: what is not in this table does not exist.
extension FairwayServer {
    func routes() throws -> [Route] {
        let figures = FigureCache(store)
        let passwords = try PasswordService(store: store, cost: site.passwordCost, threads: hashing)
        let files = FileDoors(probe: StoreProbe(store), renderer: renderer)
        return files.routes
            + catalogue(figures)
            + searching()
            + feeds()
            + imagePages(images)
            + requests()
            + programme()
            + accounts(passwords)
            + registration(passwords)
            + organiser(passwords)
            + delegations()
            + api(figures, passwords)
    }

    private func catalogue(_ figures: FigureCache) -> [Route] {
        let overview = OverviewPage(store: store, renderer: renderer, figures: figures)
        let enterprises = EnterprisesPage(store: store, renderer: renderer, figures: figures)
        let enterprise = EnterprisePage(store: store, renderer: renderer, workers: workers)
        return [
            .get("/", .anyone, overview.show),
            .get("/enterprises", .anyone, enterprises.show),
            .get("/enterprises/{enterprise}", .anyone, enterprise.show),
            .get("/enterprises/{enterprise}/calendar.ics", .enterprise, enterprise.calendar),
            .get("/enterprises/{enterprise}/schedule.pdf", .enterprise, enterprise.printed),
        ]
    }

    private func programme() -> [Route] {
        let programme = ProgrammePage(store: store, renderer: renderer)
        let interpreter = InterpreterPage(store: store, renderer: renderer)
        return [
            .get("/interpreters/{interpreter}", .interpreter, interpreter.show),
            .get("/programme", .staff, programme.show),
            .get("/programme/unplaced", .staff, programme.unplaced),
        ]
    }

    func confirmation(_ passwords: PasswordService) -> ConfirmPage {
        ConfirmPage(renderer: renderer, identity: identity(passwords))
    }

    private func identity(_ passwords: PasswordService) -> IdentityCheck {
        IdentityCheck(store: store, throttle: throttle, passwords: passwords)
    }

    private func accounts(_ passwords: PasswordService) -> [Route] {
        let signIn = SignInPage(
            store: store,
            renderer: renderer,
            site: site,
            passwords: passwords,
            throttle: throttle
        )
        let account = AccountPage(
            store: store,
            renderer: renderer,
            site: site,
            passwords: passwords,
            identity: identity(passwords),
            confirmation: confirmation(passwords)
        )
        return [
            .get("/sign-in", .anyone, signIn.show),
            .post("/sign-in", .anyone, signIn.submit),
            .get("/sign-in/code", .anyone, signIn.showCode),
            .post("/sign-in/code", .anyone, signIn.postCode),
            .post("/sign-in/code/use", .anyone, signIn.useCode),
            .get("/sign-in/link", .anyone, signIn.showLink),
            .post("/sign-in/link", .anyone, signIn.useLink),
            .get("/sign-in/second-factor", .anyone, signIn.showSecondFactor),
            .post("/sign-in/second-factor", .anyone, signIn.submitSecondFactor),
            .post("/sign-out", .anyone, signIn.leave),
            .get("/account", .signedIn, account.show),
            .post("/account/password", .signedIn, account.setPassword),
            .post("/account/sign-ins/end", .signedIn, account.endSignIn),
            .post("/account/second-factor", .signedIn, account.addSecondFactor),
            .post("/account/second-factor/remove", .signedIn, account.removeSecondFactor),
            .post("/account/second-factor/codes", .signedIn, account.makeRecoveryCodes),
            .post("/account/second-factor/lost", .signedIn, account.askForRemoval),
            .post("/account/second-factor/keep", .signedIn, account.cancelRemoval),
            .post("/account/code", .signedIn, account.postCode),
            .post("/account/act/stop", .signedIn, account.stopActing),
        ]
    }

    private func organiser(_ passwords: PasswordService) -> [Route] {
        let organiser = OrganiserPage(store: store, renderer: renderer, jobs: jobs, meaning: meaning)
        let accounts = AccountsPage(
            store: store,
            renderer: renderer,
            site: site,
            confirmation: confirmation(passwords)
        )
        let reset = FactorResetPage(
            store: store,
            renderer: renderer,
            site: site,
            confirmation: confirmation(passwords)
        )
        return [
            .get("/organiser", .organiser, organiser.show),
            .get("/organiser/progress", .organiser, organiser.progress),
            .post("/organiser/match", .organiser, organiser.match),
            .post("/organiser/schedule", .organiser, organiser.schedule),
            .post("/organiser/job/cancel", .organiser, organiser.cancel),
            .post("/organiser/publish", .organiser, organiser.publish),
            .get("/organiser/accounts", .organiser, accounts.show),
            .post("/organiser/accounts", .organiser, accounts.create),
            .post("/organiser/accounts/{account}/status", .organiser, accounts.setStatus),
            .post("/organiser/accounts/{account}/act", .organiser, accounts.act),
            .get("/organiser/accounts/{account}/second-factor", .organiser, reset.show),
            .post("/organiser/accounts/{account}/second-factor", .organiser, reset.submit),
            .get("/organiser/mail", .organiser, accounts.mail),
        ]
    }
}
