package import FairwayCore

/// Why the names of economies and regions cannot be read.
package enum GeographyError: WordedError, Equatable {
    /// The file is not there; it comes with this Debian package.
    case missing(path: String, package: String)
    /// The file is there, but it is not what the package ships.
    case damaged(path: String, package: String, detail: String)

    package func words(in language: Language) -> String {
        switch self {
        case .missing(let path, let package):
            language.pick(
                zh: "缺少 \(path)。请安装 Debian 软件包 \(package)：sudo apt-get install \(package)",
                ru: "Нет файла \(path). Установите пакет Debian \(package): sudo apt-get install \(package)",
                en:
                    "\(path) is missing. Install the Debian package \(package): sudo apt-get install \(package)"
            )
        case .damaged(let path, let package, let detail):
            language.pick(
                zh: "无法读取 \(path)（\(detail)）。请重新安装 Debian 软件包 \(package)：",
                ru: "Не удаётся прочитать \(path) (\(detail)). Переустановите пакет Debian \(package): ",
                en: "\(path) cannot be read (\(detail)). Install the Debian package \(package) again: "
            ) + "sudo apt-get install --reinstall \(package)"
        }
    }
}
