import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import StoreSQLite

/// `fairway sample`: a synthetic expo in an empty store.
struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Generate a plainly fictional expo."
    )

    @OptionGroup var store: StoreOptions
    @Option(help: "The same seed gives the same expo.") var seed: UInt64 = 1
    @Option(help: "1 is 1,400 exhibitors and 2,500 buyers.", transform: NumberOption.decimal(0...20))
    var scale = 1.0

    @Option(
        help:
            "Make an account for each part and write addresses and a new password to this file, for its owner only."
    )
    var accounts: String?

    func validate() throws {
        guard scale > 0 else { throw ValidationError("--scale must be over 0.") }
    }

    func run() async throws {
        let terminal = Terminal()
        let watch = Stopwatch()
        let target = try store.open(mustExist: false)
        guard try await target.expo.isEmpty else { throw CommandError.storeNotEmpty(store.path) }
        terminal.progress(
            store.messages.pick(
                zh: "正在生成示例展会……",
                ru: "Создаётся пример экспо…",
                en: "Generating the sample expo …"
            )
        )
        let geography = try GeographyReader.read()
        let data = SampleExpo.generate(
            seed: seed,
            scale: scale,
            regions: geography.regions,
            economies: geography.economies
        )
        try await target.expo.replaceAll(with: data, by: store.actor)
        if let accounts {
            try await SampleAccounts.make(in: target, for: data, file: accounts, by: store.actor)
        }
        terminal.note(
            store.messages.pick(
                zh: "示例展会：\(data.enterprises.count) 家企业，\(data.products.count) 种产品，"
                    + "\(data.demands.count) 条需求，\(data.requests.count) 个会面申请（\(watch.text)）。",
                ru: "Пример экспо: предприятий \(data.enterprises.count), товаров \(data.products.count), "
                    + "запросов на закупку \(data.demands.count), заявок на встречи \(data.requests.count) (\(watch.text)).",
                en: "Sample expo: \(data.enterprises.count) enterprises, \(data.products.count) products, "
                    + "\(data.demands.count) demands, \(data.requests.count) meeting requests (\(watch.text))."
            )
        )
    }
}

/// `fairway template`: empty files to fill in.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write empty XLSX templates with notes in three languages."
    )

    @Argument(help: "The folder to write to.") var folder = "."

    func run() throws {
        for path in try ImportTemplate.write(to: folder) {
            print(path)
        }
    }
}

/// `fairway backup`: a consistent copy while the server runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store to a file, also while the server writes."
    )

    @OptionGroup var store: StoreOptions
    @Argument(help: "The file to write.") var file: String

    func run() throws {
        let terminal = Terminal()
        let watch = Stopwatch()
        let source = try store.open()
        try source.backUp(to: file) { done in
            terminal.progress("\(Int(done * 100)) %")
        }
        let text = store.messages.pick(zh: "已备份到", ru: "Копия записана в", en: "Backed up to")
        terminal.note("\(text) \(file) (\(watch.text))")
        terminal.note(
            store.messages.pick(
                zh: "备份不含密钥文件 \(source.sealingKey.path)；恢复两步验证和待发邮件需要它，请另行保存其副本。",
                ru:
                    "Файла ключа \(source.sealingKey.path) в копии нет; он нужен для вторых факторов и неотправленных писем. "
                    + "Храните его копию отдельно.",
                en:
                    "The key file \(source.sealingKey.path) is not in it; second factors and waiting letters need it. "
                    + "Keep a copy of it elsewhere."
            )
        )
    }
}

/// `fairway restore`: check a backup, then put it in the store's place.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Check a backup and put it in the place of the store."
    )

    @OptionGroup var store: StoreOptions
    @Argument(help: "The backup to restore.") var file: String

    func run() async throws {
        try SQLiteBackend.restore(from: file, to: store.path)
        Terminal().note(
            store.messages.pick(
                zh: "备份已检查并恢复到 \(store.path)。",
                ru: "Копия проверена и восстановлена в \(store.path).",
                en: "The backup was checked and restored to \(store.path)."
            )
        )
        // The data is there; who lacks the key is told now and not when somebody signs in.
        do {
            try await store.open().sealingKey.check()
        } catch let error as SecretsError {
            Terminal().note(error.words(in: store.messages))
        }
    }
}

/// `fairway compact`: fold the write-ahead log into the file, so that the file alone is the store.
struct CompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Fold the write-ahead log into the store's file."
    )

    @OptionGroup var store: StoreOptions

    func run() throws {
        try store.open().compact()
    }
}

/// `fairway audit`: the latest changes.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Print the latest changes: when, who, what, before and after."
    )

    @OptionGroup var store: StoreOptions
    @Option(help: "How many.", transform: NumberOption.whole(0...10_000_000)) var limit = 50

    func run() async throws {
        for entry in try await store.open().auditLog.latest(limit: limit) {
            let time = Date(timeIntervalSince1970: entry.at).ISO8601Format()
            let columns = [
                time, entry.actor, entry.action, entry.table, entry.rowID, entry.before ?? "",
                entry.after ?? "",
            ]
            print(columns.joined(separator: "\t"))
        }
    }
}
