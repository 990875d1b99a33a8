import Crypto
import Foundation

/// A key of 256 bits that seals values of the store (ChaCha20-Poly1305, RFC 8439) and keys the hashes of short codes.
///
/// A sealed value is a version byte, the key's number in four bytes, and nonce, text and tag as the algorithm gives them.
struct SealingKey: Equatable, Sendable {
    static let byteCount = 32
    private static let version: UInt8 = 1
    private static let headerCount = 5

    let bytes: Data
    /// Follows from the key, so a file cannot pass one key off as another.
    let id: UInt32

    /// - Returns: nil for any other number of bytes than `byteCount`.
    init?(_ bytes: Data) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Data(bytes)
        id = Self.derived(from: bytes, for: "fairway key id").withUnsafeBytes { bytes in
            bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
    }

    /// A new one.
    init() {
        let random = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        guard let key = SealingKey(random) else { preconditionFailure("256 bits are 32 bytes") }
        self = key
    }

    /// As people and messages name it.
    static func name(of id: UInt32) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    func seal(_ plain: Data, as identity: SealedIdentity) throws -> Data {
        let box = try ChaChaPoly.seal(plain, using: derivedKey("seal"), authenticating: identity.bytes)
        return Self.header(id) + box.combined
    }

    /// - Throws: `SecretsError.damagedValue` for a value that was changed, or sealed for another row.
    func open(_ sealed: Data, as identity: SealedIdentity) throws -> Data {
        do {
            let box = try ChaChaPoly.SealedBox(combined: sealed.dropFirst(Self.headerCount))
            return try ChaChaPoly.open(box, using: derivedKey("seal"), authenticating: identity.bytes)
        } catch {
            throw SecretsError.damagedValue(identity.text)
        }
    }

    /// The number of the key that a value was sealed with; nil for what is no sealed value.
    static func id(in sealed: Data) -> UInt32? {
        guard sealed.count > headerCount, sealed.first == version else { return nil }
        return sealed.dropFirst().prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    /// HMAC-SHA256 of a short code, which a bare hash would give away to whoever tries all of them.
    /// - Parameter owner: Whom the code is for: the same digits for someone else have another hash.
    func hash(ofCode digits: String, for owner: String) -> Data {
        let text = Data("\(owner)\n\(digits)".utf8)
        return Data(HMAC<SHA256>.authenticationCode(for: text, using: derivedKey("codes")))
    }

    private static func header(_ id: UInt32) -> Data {
        Data([version] + (0..<4).map { UInt8(truncatingIfNeeded: id >> (24 - 8 * $0)) })
    }

    private func derivedKey(_ use: String) -> SymmetricKey {
        Self.derived(from: bytes, for: "fairway \(use)")
    }

    /// One key for each use (HKDF, RFC 5869).
    private static func derived(from bytes: Data, for use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes),
            info: Data(use.utf8),
            outputByteCount: byteCount
        )
    }
}

/// Which value of which row something was sealed for: it opens nowhere else.
enum SealedIdentity: Equatable, Sendable {
    case secondFactor(account: Int64)
    case letter(Int64)

    var text: String {
        switch self {
        case .secondFactor(let account): "account \(account) second factor"
        case .letter(let letter): "mail \(letter) body"
        }
    }

    var bytes: Data { Data("fairway \(text)".utf8) }
}
