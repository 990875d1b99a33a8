import Foundation
import Glibc

/// A folder of one worker for files on the way, removed by the server whatever becomes of the worker.
struct WorkerFolder {
    let path: String

    private static let prefix = "fairway-worker-"

    init() throws {
        path = "\(Self.parent)/\(Self.prefix)\(getpid())-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    private static var parent: String { FileManager.default.temporaryDirectory.path }

    /// Removes what servers left that were killed.
    static func removeOrphans() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let owner = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), owner > 0,
                kill(owner, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
