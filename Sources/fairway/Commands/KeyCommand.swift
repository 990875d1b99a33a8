import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway key`: the key that opens what is sealed in the database.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "The key file beside the database: check it, change it, replace it when it is lost.",
        discussion: """
            It opens the secrets of second factors and the codes in letters that wait. Backups do not have it: keep a copy apart from them.
            """,
        subcommands: [Check.self, Rotate.self, Replace.self]
    )

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether the key file is the one that the database needs."
        )

        @OptionGroup var store: StoreOptions

        func run() async throws {
            let target = try store.open(mustExist: true)
            print("\(try await target.sealingKey.check())\t\(target.sealingKey.path)")
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seal everything with a new key and forget the old one; the server may run.",
            discussion:
                "Codes that were sent and not yet used end. Older backups need the older key: keep its copy with them."
        )

        @OptionGroup var store: StoreOptions

        func run() async throws {
            let change = try await store.open(mustExist: true).sealingKey.rotate(by: store.actor)
            KeyCommand.tell(change, store.messages)
        }
    }

    struct Replace: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a new key because the old one is lost.",
            discussion: """
                What only the old key opened is gone: waiting letters with codes, and authenticators. Second factors stay asked for; \
                people come in by a recovery code, or the organiser resets their second factor.
                """
        )

        @OptionGroup var store: StoreOptions
        @Flag(help: "Yes, the key is lost for good.") var lost = false

        func run() async throws {
            guard lost else { throw ValidationError("--lost says that the key is lost for good.") }
            let change = try await store.open(mustExist: true).sealingKey.replaceLost(by: store.actor)
            KeyCommand.tell(change, store.messages)
        }
    }

    private static func tell(_ change: SealingKeyRepository.KeyChange, _ language: Language) {
        Terminal().note(
            language.pick(
                zh: "新密钥 \(change.key)：两步验证 \(change.secondFactors) 个，邮件 \(change.letters) 封。请保存密钥文件的副本。",
                ru:
                    "Новый ключ \(change.key): вторых факторов \(change.secondFactors), писем \(change.letters). "
                    + "Сохраните копию файла ключа.",
                en:
                    "New key \(change.key): second factors \(change.secondFactors), letters \(change.letters). "
                    + "Keep a copy of the key file."
            )
        )
    }
}
