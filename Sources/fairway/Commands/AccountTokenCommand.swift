import ArgumentParser
import FairwayCore
import FairwayStore

extension AccountCommand {
    /// `fairway account token`: a personal access token for a program.
    struct Token: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an access token for the API and print it, once."
        )

        @OptionGroup var store: StoreOptions
        @Option(help: "E-mail address of the account.") var email: String
        @Option(help: "What the token is called in the list of tokens.") var name = "command line"
        @Option(help: "Scopes, by commas: \(AccessScope.allCases.map(\.rawValue).joined(separator: ", ")).")
        var scopes = "catalogue:read"
        @Option(help: "Days until it ends, 1 to 365.", transform: NumberOption.whole(1...365)) var days = 90

        func run() async throws {
            let target = try store.open(mustExist: true)
            guard let account = try await target.accounts.find(email: email) else {
                throw ValidationError("--email: there is no account for \(email).")
            }
            let offered = AccessScope.offered(to: account.part.role)
            let chosen = try scopes.split(separator: ",").map { text in
                guard let scope = AccessScope(rawValue: String(text)), offered.contains(scope) else {
                    throw ValidationError(
                        "--scopes: \(text) is none of \(offered.map(\.rawValue).joined(separator: ", "))."
                    )
                }
                return scope
            }
            let made = try await target.accessTokens.make(
                of: account,
                name: name,
                scopes: chosen,
                days: days,
                by: store.actor
            )
            print(made.secret)
        }
    }
}
