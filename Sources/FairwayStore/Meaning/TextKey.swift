import Crypto
import Foundation

/// Stands for a text where its vector is kept: the first half of its SHA-256 (FIPS 180-4).
package struct TextKey: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    package init(_ text: String) {
        let digest = SHA256.hash(data: Data(text.utf8))
        (high, low) = digest.withUnsafeBytes {
            ($0.load(as: UInt64.self), $0.load(fromByteOffset: 8, as: UInt64.self))
        }
    }

    init?(bytes: Data) {
        guard bytes.count == 16 else { return nil }
        (high, low) = bytes.withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    var bytes: Data { withUnsafeBytes(of: (high, low)) { Data($0) } }
}
