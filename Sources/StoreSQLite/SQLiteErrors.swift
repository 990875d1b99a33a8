import GRDB
import PrivateFiles
import StoreSQL

/// SQLite's errors in the seam's words.
enum SQLiteErrors {
    /// Runs `body` and says what SQLite or the file system has against the file, or against a statement.
    static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw translation(of: error, path)
        }
    }

    static func translation(of error: DatabaseError, _ path: String) -> any Error {
        StoreFileError(error, path: path) ?? SQLError(error)
    }

    /// The same for a file that nobody has opened yet: whatever is wrong is the file's.
    static func reportingDamage(of path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_NOTADB: throw StoreFileError.notAStore(path: path)
            case .SQLITE_BUSY: throw StoreFileError.inUse(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY: throw StoreFileError.unwritable(path: path)
            case .SQLITE_FULL: throw StoreFileError.diskFull(path: path)
            default:
                let finding = error.message ?? "SQLite \(error.resultCode.rawValue)"
                throw StoreFileError.failedIntegrityCheck(path: path, finding: finding)
            }
        }
    }
}

extension SQLError {
    fileprivate init(_ error: DatabaseError) {
        self.init(
            error.resultCode == .SQLITE_CONSTRAINT ? .constraint : .other,
            code: error.extendedResultCode.description,
            message: error.message ?? ""
        )
    }
}

extension StoreFileError {
    /// - Returns: nil for an error that says nothing of the file.
    fileprivate init?(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_BUSY: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_CANTOPEN: self = .unwritable(path: path)
        case .SQLITE_IOERR:
            // The shared memory of the log cannot grow on a full disk, which SQLite calls an error of reading or writing.
            let isFull = FreeSpace(at: path).map { $0.bytes < FreeSpace.leastForLog } ?? false
            self =
                isFull
                ? .diskFull(path: path) : .diskFailure(path: path, reason: "\(error.extendedResultCode)")
        case .SQLITE_CORRUPT:
            self = .failedIntegrityCheck(path: path, finding: error.message ?? "SQLITE_CORRUPT")
        default: return nil
        }
    }
}
