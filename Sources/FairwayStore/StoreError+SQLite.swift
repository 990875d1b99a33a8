import FairwayCore
import Foundation
import GRDB
import PrivateFiles

extension StoreError {
    /// Runs `body` and says in our words what SQLite or the file system has against it.
    ///
    /// Errors that say nothing of the file, such as a broken constraint, stay what they are.
    static func explaining<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path) ?? error
        }
    }

    /// - Returns: nil for an error that says nothing of the file.
    private init?(_ error: DatabaseError, path: String) {
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

    func diskWords(in language: Language) -> String {
        switch self {
        case .busy(let path):
            language.pick(
                zh: "\(path) 正被另一个进程写入，等待已超时。请稍后重试；若同时运行了另一个服务器，请先停止它。",
                ru: "\(path): другой процесс пишет слишком долго. Повторите позже; если "
                    + "запущен второй сервер, остановите его.",
                en: "\(path): another process has been writing for too long. Try again "
                    + "later; if a second server runs, stop it."
            )
        case .diskFull(let path): FileError.diskFull(path: path).words(in: language)
        case .readOnly(let path): FileError.readOnly(path: path).words(in: language)
        case .diskFailure(let path, let reason):
            language.pick(
                zh: "读写 \(path) 时磁盘出错（\(reason)）。请检查磁盘；该操作未保存。",
                ru: "Ошибка диска при работе с \(path) (\(reason)). Проверьте диск; операция не сохранена.",
                en: "The disk reports an error at \(path) (\(reason)). Check the disk; "
                    + "this operation was not saved."
            )
        default: ""
        }
    }
}
