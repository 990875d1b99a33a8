import Foundation

/// What is left on a file's disk for this user.
package struct FreeSpace: Sendable {
    /// Less than this, and the shared memory of the write-ahead log cannot grow.
    package static let leastForLog: UInt64 = 64 << 10

    package let bytes: UInt64

    /// - Returns: nil when the system does not say.
    package init?(at path: String) {
        var status = statvfs()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard statvfs(folder, &status) == 0 else { return nil }
        bytes = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }
}
