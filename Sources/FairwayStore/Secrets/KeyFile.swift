import Foundation
import PrivateFiles

/// The file beside the database that holds its keys, for its owner only.
///
/// A line for each key, `fairway-key-1` and 32 bytes in Base64; while keys are changed there are two. Which one is in use
/// stands in the database.
struct KeyFile: Sendable {
    static let suffix = ".key"
    private static let mark = "fairway-key-1 "
    private static let heading =
        "# Opens what is sealed in the database beside this file. Keep a copy, apart from the backups.\n"
    /// Far more than a change of keys leaves behind.
    private static let maxBytes = 4096

    let path: String

    init(database: String) { path = database + Self.suffix }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: `SecretsError`.
    func read() throws -> [SealingKey] {
        let file = open(path, O_RDONLY)
        guard file >= 0 else {
            throw errno == ENOENT ? SecretsError.missingKey(path: path) : .damagedKey(path: path)
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SecretsError.damagedKey(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw SecretsError.openPermissions(path: path) }
        let data = (try? handle.read(upToCount: Self.maxBytes)) ?? Data()
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
        let keys = try lines.filter { !$0.hasPrefix("#") }.map { line in
            guard line.hasPrefix(Self.mark),
                let bytes = Data(base64Encoded: String(line.dropFirst(Self.mark.count))),
                let key = SealingKey(bytes)
            else { throw SecretsError.damagedKey(path: path) }
            return key
        }
        guard !keys.isEmpty else { throw SecretsError.damagedKey(path: path) }
        return keys
    }

    /// Puts these keys in the place of the file's in one step that also survives a power cut.
    /// - Throws: `SecretsError.unwritable`.
    func write(_ keys: [SealingKey]) throws {
        let draft = path + ".draft"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw SecretsError.unwritable(path: path) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        let text = Self.heading + keys.map { Self.mark + $0.bytes.base64EncodedString() + "\n" }.joined()
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try PrivateFile.move(draft, to: path)
        } catch {
            unlink(draft)
            throw SecretsError.unwritable(path: path)
        }
    }
}
