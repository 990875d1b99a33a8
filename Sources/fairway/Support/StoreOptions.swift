import ArgumentParser
import FairwayCore
import FairwayStore
import Foundation
import PrivateFiles
import TextAnalysis

/// The options that every command on a store shares.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "The expo's SQLite file (default: $FAIRWAY_DATABASE, else data/expo.sqlite)."
    )
    var database: String?

    @Option(help: "The language of messages: zh, ru or en (default: from $LANG).")
    var language: Language?

    @Option(
        help: "Who does this, as the audit log will say.",
        transform: { TextSafety.cleaned($0, .name) }
    )
    var actor = CommandActor.name

    var path: String {
        database ?? ProcessInfo.processInfo.environment["FAIRWAY_DATABASE"] ?? "data/expo.sqlite"
    }

    /// The language asked for, else that of the terminal, else English.
    var messages: Language {
        language ?? Language.ofTerminal
    }

    private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Says when others may look into the store's folder: its files they cannot read, and whose folder it is decides the rest.
    func warnOfOpenFolder() {
        guard PrivateFolder.isOpenToOthers(folder) else { return }
        Terminal().note(
            messages.pick(
                zh: "提醒：其他用户可以进入 \(folder)。数据文件只有您能读取；如该文件夹仅供展会使用，请执行：chmod 700 \(folder)",
                ru: "Внимание: папка \(folder) открыта другим пользователям. Сами файлы читаете только вы; "
                    + "если папка нужна лишь выставке, выполните: chmod 700 \(folder)",
                en: "Note: other users can enter \(folder). The expo's files only you can read; "
                    + "if the folder is for the expo alone, run: chmod 700 \(folder)"
            )
        )
    }

    /// Opens the store; one that must exist is never created by a mistyped path.
    func open(mustExist: Bool = true) throws -> ExpoStore {
        if mustExist, !FileManager.default.fileExists(atPath: path) {
            throw CommandError.noStore(path)
        }
        try PrivateFolder.make(folder)
        return try ExpoStore(path: path, now: { Date().timeIntervalSince1970 })
    }
}

extension Language: ExpressibleByArgument {}

extension Language {
    /// From `LC_ALL`, `LC_MESSAGES` or `LANG`, English when none names zh or ru.
    static var ofTerminal: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        return locale.flatMap { Language(rawValue: String($0.prefix(2))) } ?? .en
    }

    /// The language that arguments ask for with `--language`, else the terminal's: for errors before options are read.
    static func asked(in arguments: [String]) -> Language {
        for (place, argument) in arguments.enumerated() {
            if argument == "--language", arguments.indices.contains(place + 1) {
                return Language(rawValue: arguments[place + 1]) ?? .ofTerminal
            }
            if argument.hasPrefix("--language=") {
                return Language(rawValue: String(argument.dropFirst(11))) ?? .ofTerminal
            }
        }
        return .ofTerminal
    }
}
