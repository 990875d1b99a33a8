package import FairwayCore
import Foundation
import NIOCore

/// Why the server cannot listen.
package enum ServerError: WordedError, Equatable {
    case portTaken(Int)
    case portForbidden(Int)

    /// - Returns: nil for an error that says nothing about the port.
    init?(_ error: IOError, port: Int) {
        switch error.errnoCode {
        case EADDRINUSE: self = .portTaken(port)
        case EACCES: self = .portForbidden(port)
        default: return nil
        }
    }

    /// What to tell a user.
    package func words(in language: Language) -> String {
        switch self {
        case .portTaken(let port):
            language.pick(
                zh: "端口 \(port) 已被占用。请停止占用它的程序，或用 --port 指定另一个端口。",
                ru:
                    "Порт \(port) занят. Остановите программу, которая его держит, или укажите другой: --port.",
                en: "Port \(port) is taken. Stop the program that has it, or name another with --port."
            )
        case .portForbidden(let port):
            language.pick(
                zh: "无权使用端口 \(port)。请用 --port 指定 1024 以上的端口。",
                ru: "Нет права на порт \(port). Укажите порт от 1024: --port.",
                en: "No permission for port \(port). Name one from 1024 with --port."
            )
        }
    }
}
