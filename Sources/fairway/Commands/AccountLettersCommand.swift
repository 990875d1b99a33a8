import ArgumentParser
import FairwayStore

extension AccountCommand {
    /// `fairway account letters`: for a desk without mail, where whoever runs the server hands codes over.
    struct Letters: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the letters that wait to be sent, whole.",
            discussion: """
                On pages and in exports codes and links that let someone in are hidden; who may read the expo's file and its key sees them here.
                """
        )

        @OptionGroup var store: StoreOptions
        @Option(help: "Letters to this address only.") var to: String?
        @Option(help: "The newest so many.", transform: NumberOption.whole(0...1_000_000)) var limit = 20

        func run() async throws {
            let waiting = try await store.open(mustExist: true).outbox.letters(isWaiting: false, limit: .max)
                .filter {
                    $0.sentAt == nil && (to == nil || $0.recipient == to)
                }
            for letter in waiting.prefix(limit) {
                print("\(letter.recipient)\n\(letter.subject)\n\n\(letter.body)\n")
            }
        }
    }
}
