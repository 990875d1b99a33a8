import Hummingbird
import NIOCore

/// A file that somebody sent to be imported, known by its content.
struct UploadedTable: Equatable, Sendable {
    /// The sender's name for it, with the ending that the content calls for.
    var name: String
    var bytes: [UInt8]

    static let mostBytes = 10 << 20

    /// - Returns: nil when the content is neither a workbook nor text.
    init?(name: String, bytes: [UInt8]) {
        guard let ending = Self.ending(of: bytes) else { return nil }
        self.name = Self.stem(name) + ending
        self.bytes = bytes
    }

    /// An old .xls passes too: the reader says what to do about it.
    private static func ending(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ".xlsx" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return ".xls" }
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isWide { return ".csv" }
        let isPDF = bytes.starts(with: Array("%PDF-".utf8))
        let allowed: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x1A]
        let isText = bytes.allSatisfy { $0 >= 0x20 || allowed.contains($0) }
        return isText && !isPDF && !bytes.isEmpty ? ".csv" : nil
    }

    /// The last part of a path, without its ending and what a file's name cannot have.
    private static func stem(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        let plain = stem.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && $0 != ":" }
        let short = String(String(String.UnicodeScalarView(plain)).prefix(60))
        return short.isEmpty || short.hasPrefix(".") ? "table" : short
    }
}

extension GuardMiddleware {
    /// A posted form with a file, once its token is that of the sign-in.
    /// - Parameters:
    ///   - mostBytes: Of all its files.
    ///   - repeating: The field that may have several files.
    /// - Returns: nil when it is larger than its files may be.
    /// - Throws: `BodyError`.
    static func fileForm(
        _ request: Request,
        _ context: WebContext,
        upTo mostBytes: Int = UploadedTable.mostBytes,
        repeating: String? = nil
    ) async throws -> MultipartForm? {
        guard let type = request.headers[.contentType],
            let boundary = MultipartForm.boundary(ofContentType: type)
        else { throw HTTPError(.unsupportedMediaType) }
        let buffer: ByteBuffer
        do {
            buffer = try await request.wholeBody(upTo: mostBytes + 64 * 1024)
        } catch BodyError.tooLarge {
            return nil
        }
        let form: MultipartForm
        do {
            form = try MultipartForm(
                Array(buffer.readableBytesView),
                boundary: boundary,
                repeating: repeating
            )
        } catch {
            throw HTTPError(.badRequest)
        }
        try check(form.text(tokenField), context)
        return form
    }
}
