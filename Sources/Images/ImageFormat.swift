/// The kinds of image files that are read, known by their first bytes and never by a name.
package enum ImageFormat: String, CaseIterable, Sendable {
    case jpeg
    case png
    case webp

    /// - Returns: nil for anything else.
    package init?(of bytes: [UInt8]) {
        func has(_ signature: [UInt8], at start: Int = 0) -> Bool {
            bytes.count >= start + signature.count
                && bytes[start..<start + signature.count].elementsEqual(signature)
        }
        if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else {
            return nil
        }
    }

    /// Of HTTP.
    package var contentType: String { "image/\(rawValue)" }
}
