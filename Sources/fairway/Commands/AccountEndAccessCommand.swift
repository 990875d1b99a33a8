import ArgumentParser
import FairwayCore
import FairwayStore

extension AccountCommand {
    /// `fairway account end-access`: for somebody whose sign-in was stolen, an only organiser not least.
    struct EndAccess: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end-access",
            abstract: "End all sign-ins, access tokens, sent codes and known browsers of an account.",
            discussion: "The password and the second factor stay: they are for the owner to change."
        )

        @OptionGroup var store: StoreOptions
        @Option(help: "E-mail address of the account.") var email: String

        func run() async throws {
            let target = try store.open(mustExist: true)
            guard let account = try await target.accounts.find(email: email) else {
                throw ValidationError("--email: there is no account for \(email).")
            }
            try await target.accounts.endAccess(of: account.id, by: store.actor)
            let email = account.email
            print(
                store.messages.pick(
                    zh: "\(email)：登录、访问令牌、代码和已知浏览器均已失效。",
                    ru: "\(email): входы, токены, коды и известные браузеры больше не действуют.",
                    en: "\(email): sign-ins, access tokens, codes and known browsers no longer work."
                )
            )
        }
    }
}
