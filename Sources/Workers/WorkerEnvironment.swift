import Foundation
import Glibc
import Subprocess

/// What a worker sees of the server's surroundings: enough for libraries and fonts, nothing that is secret.
enum WorkerEnvironment {
    private static let passedOn = [
        "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE",
        "XDG_CACHE_HOME", "XDG_DATA_DIRS",
    ]

    static func make(folder: String) -> Environment {
        let own = ProcessInfo.processInfo.environment
        var values: [Environment.Key: String] = [
            "TMPDIR": folder, "SWIFT_BACKTRACE": "enable=no", "FAIRWAY_SERVER": String(getpid()),
        ]
        for name in passedOn {
            if let value = own[name] { values[Environment.Key(rawValue: name) ?? "PATH"] = value }
        }
        return .custom(values)
    }
}
