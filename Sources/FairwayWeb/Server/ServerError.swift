package import FairwayCore
import Foundation
import NIOCore

/// Why the server cannot start or listen.
package enum ServerError: WordedError, Equatable {
    case portTaken(Int)
    case portForbidden(Int)
    case portOutOfRange(Int)
    /// What was given as the address that people type.
    case badSite(String)

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
        case .portOutOfRange(let port):
            language.pick(
                zh: "没有端口 \(port)。请用 --port 指定 1 至 65535 之间的端口。",
                ru: "Порта \(port) не бывает. Укажите порт от 1 до 65535: --port.",
                en: "There is no port \(port). Name one from 1 to 65535 with --port."
            )
        case .badSite(let text):
            language.pick(
                zh: "“\(text)”不能作为网站地址。--site 应只含协议、主机名和可选端口，例如 https://expo.example；"
                    + "含非拉丁字母的域名请写成 xn-- 形式。",
                ru:
                    "«\(text)» — не адрес сайта. В --site указывают только протокол, имя узла и, если нужно, порт: "
                    + "https://expo.example; домен с нелатинскими буквами — в виде xn--.",
                en:
                    "“\(text)” cannot be the site's address. --site takes a scheme, a host and maybe a port, such as "
                    + "https://expo.example; write a domain in other letters in its xn-- form."
            )
        }
    }
}
