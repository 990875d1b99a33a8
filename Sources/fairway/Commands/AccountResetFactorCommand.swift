import ArgumentParser
import FairwayCore
import FairwayStore
import FairwayWeb

extension AccountCommand {
    /// `fairway account reset-factor`: for the last organiser, whom no other can help.
    struct ResetFactor: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset-factor",
            abstract: "Take the second factor off an account whose owner lost it.",
            discussion: "Ends all sign-ins and access tokens of the account and tells its owner by letter."
        )

        @OptionGroup var store: StoreOptions
        @Option(help: "E-mail address of the account.") var email: String
        @Option(help: "The address that people type, for the letter.") var site = "http://127.0.0.1:8080"

        func run() async throws {
            let target = try store.open(mustExist: true)
            guard let account = try await target.accounts.find(email: email) else {
                throw ValidationError("--email: there is no account for \(email).")
            }
            guard account.hasSecondFactor else {
                throw ValidationError("--email: \(email) has no second factor.")
            }
            let letter = FactorResetLetter.text(to: account, site: site, at: target.currentTime)
            try await target.secondFactors.reset(of: account.id, notice: letter, by: store.actor)
        }
    }
}
