/// What is wrong with a store's file, or with the disk it is on.
package enum StoreFileError: Error, Equatable {
    case noSuchFile(path: String)
    case notAStore(path: String)
    case newerVersion(path: String, version: Int)
    /// Of a version from which no way leads to the present one.
    case olderVersion(path: String, version: Int)
    case failedIntegrityCheck(path: String, finding: String)
    /// Another process has the store open.
    case inUse(path: String)
    /// Another process has been writing for longer than we wait.
    case busy(path: String)
    case diskFull(path: String)
    case readOnly(path: String)
    /// The disk or the file system reports an error.
    case diskFailure(path: String, reason: String)
    /// Source and target of a copy are the same file.
    case sameFile(path: String)
    case unwritable(path: String)

    /// Whether nobody can save anything at the moment, whatever they save.
    package var isOfTheDisk: Bool {
        switch self {
        case .busy, .diskFull, .readOnly, .diskFailure, .unwritable: true
        default: false
        }
    }
}
