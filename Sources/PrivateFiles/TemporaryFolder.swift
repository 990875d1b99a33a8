import FairwayCore
import Foundation

/// A folder of its own for as long as something needs it, for its owner only.
package enum TemporaryFolder {
    package static func use<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = try make()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// Whoever calls this removes the folder.
    package static func make() throws -> String {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder = "\(root)/\(prefix)\(process)-\(UUID().uuidString)"
        try PrivateFolder.make(folder)
        return folder
    }

    /// Removes the folders of this user's processes that ended without removing them.
    package static func removeLeftovers() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        for name in names {
            var status = stat()
            guard let process = owner(of: name), lstat("\(root)/\(name)", &status) == 0,
                status.st_uid == geteuid(), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
        }
    }

    /// The process that made a folder of this name; nil for a name that `make` gives to none.
    ///
    /// Read to its end: what another program calls `fairway-` and a number of its own is not ours to remove.
    private static func owner(of name: String) -> pid_t? {
        guard name.hasPrefix(prefix) else { return nil }
        let parts = name.dropFirst(prefix.count).split(separator: "-", maxSplits: 1)
        guard parts.count == 2, UUID(uuidString: String(parts[1])) != nil else { return nil }
        return Int(parts[0], in: 1...Int(pid_t.max)).map { pid_t($0) }
    }

    private static let prefix = "fairway-"

    private static var root: String {
        let path = FileManager.default.temporaryDirectory.path
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
