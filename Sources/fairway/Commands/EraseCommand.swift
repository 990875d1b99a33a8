import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway erase`: personal data that is due, or one person's.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase personal data that is due, or one person's.",
        discussion: """
            Meetings stay as counts. `fairway expo --retention-days` sets how long after the expo data is kept. Backups made \
            before still hold what was in them.
            """
    )

    @OptionGroup var store: StoreOptions
    @Flag(help: "Erase what is past its date: run it once a day.") var expired = false
    @Option(help: "An e-mail address, or the code of a representative.") var person: String?

    func validate() throws {
        guard expired != (person != nil) else { throw ValidationError("Say --expired or --person.") }
    }

    func run() async throws {
        let target = try store.open()
        let count =
            if let person {
                try await target.personalData.erase(PersonKey(person), by: store.actor)
            } else {
                try await target.personalData.eraseExpired(by: store.actor)
            }
        print("erased\t\(count)")
        print("due\t\(try await target.personalData.retention().erasedFrom?.description ?? "")")
    }
}
