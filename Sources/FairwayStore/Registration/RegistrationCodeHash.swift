import Foundation

/// What is kept of the code in a letter to a registration: its hash, and the name that was given with it.
///
/// Anyone may ask for a letter to any address, under any name. The name becomes the registration's when the letter's code or
/// link is used, which needs its mailbox; until then it stands behind the hash, in the same bytes, and goes with it.
struct RegistrationCodeHash: Equatable {
    /// Of HMAC-SHA256.
    static let byteCount = 32

    let hash: Data
    /// Nil for somebody who resumes.
    let name: String?

    init(_ hash: Data, name: String?) {
        self.hash = hash
        self.name = name
    }

    init(stored bytes: Data) {
        hash = Data(bytes.prefix(Self.byteCount))
        let rest = Data(bytes.dropFirst(Self.byteCount))
        name = rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }

    /// As the column `registration_code.code_hash` has them.
    var bytes: Data { hash + Data((name ?? "").utf8) }
}
