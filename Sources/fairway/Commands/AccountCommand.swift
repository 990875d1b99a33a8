import ArgumentParser
import FairwayCore
import FairwayStore
import Foundation

/// `fairway account`: who may sign in; the first organiser's account is made here.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Make an account, or list those that there are.",
        subcommands: [Add.self, List.self, Token.self, Letters.self, ResetFactor.self, EndAccess.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account.",
            discussion: """
                The password is read from the first line of standard input with --password-stdin. Without one the person signs in
                with a code by mail.
                """
        )

        @OptionGroup var store: StoreOptions
        @Option(help: "E-mail address.") var email: String
        @Option(help: "Name, as the person writes it.") var name: String
        @Option(help: "organiser, hallManager, agency, enterprise, interpreter or visitor.") var role: String
        @Option(help: "The code of the agency, enterprise or interpreter.") var scope: String?
        @Option(help: "Language of mail: zh, ru or en.") var mailLanguage = "en"
        @Flag(help: "Read a password from standard input.") var passwordStdin = false

        func run() async throws {
            guard let role = Account.Role(rawValue: role), let part = Account.Part(role, scope: scope) else {
                throw ValidationError(
                    "--role is one of \(Account.Role.allCases.map(\.rawValue).joined(separator: ", ")); "
                        + "agency, enterprise and interpreter need --scope."
                )
            }
            guard let language = Language(rawValue: mailLanguage) else {
                throw ValidationError("--mail-language is zh, ru or en.")
            }
            let target = try store.open(mustExist: true)
            var password: PasswordHash?
            if passwordStdin {
                let line = readLine(strippingNewline: true) ?? ""
                guard line.count >= PasswordHash.shortest else {
                    throw AccountError.shortPassword(least: PasswordHash.shortest)
                }
                password = try PasswordHash(line)
            }
            let account = try await target.accounts.create(
                email: email,
                name: name,
                part: part,
                language: language,
                password: password,
                by: store.actor
            )
            print("\(account.id)\t\(account.email)\t\(role.rawValue)\t\(scope ?? "")")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the accounts: number, address, role, scope, status."
        )

        @OptionGroup var store: StoreOptions

        func run() async throws {
            for account in try await store.open(mustExist: true).accounts.all() {
                let part = account.part
                print(
                    [
                        "\(account.id)", account.email, part.role.rawValue, part.scope ?? "",
                        account.status.rawValue,
                    ].joined(separator: "\t")
                )
            }
        }
    }
}
