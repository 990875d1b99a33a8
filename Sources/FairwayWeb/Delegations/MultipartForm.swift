import Foundation
import TextAnalysis

/// A form with files as browsers send it (RFC 7578, RFC 2046 5.1), read strictly: what no browser sends is refused.
struct MultipartForm: Equatable, Sendable {
    struct Part: Equatable, Sendable {
        var name: String
        /// Nil for a plain field.
        var filename: String?
        var bytes: [UInt8]
    }

    let parts: [Part]

    static let mostParts = 20
    /// Bytes of one part's headers.
    static let longestHeaders = 4096

    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    /// A plain field.
    func text(_ name: String) -> String? {
        self[name].flatMap { $0.filename == nil ? String(decoding: $0.bytes, as: UTF8.self) : nil }
    }

    // MARK: - Reading

    /// - Parameter repeating: The one field that may come several times, with a file each time.
    init(_ body: [UInt8], boundary: String, repeating: String? = nil) throws(MultipartError) {
        let first = Array("--\(boundary)".utf8)
        let delimiter = Array("\r\n".utf8) + first
        guard body.starts(with: first) else { throw .malformed("opening boundary") }
        var position = first.count
        var parts: [Part] = []
        while !Self.has([0x2D, 0x2D], in: body, at: position) {
            guard Self.has(Self.newline, in: body, at: position) else { throw .malformed("boundary line") }
            position += 2
            let (part, end) = try Self.part(in: body, from: position, until: delimiter)
            let mayRepeat = part.name == repeating && part.filename != nil
            guard mayRepeat || !parts.contains(where: { $0.name == part.name }) else {
                throw .malformed("field twice")
            }
            parts.append(part)
            guard parts.count <= Self.mostParts else { throw .malformed("too many fields") }
            position = end + delimiter.count
        }
        let rest = body[(position + 2)...]
        guard rest.isEmpty || rest.elementsEqual(Self.newline) else { throw .malformed("text after the end") }
        self.parts = parts
    }

    /// - Returns: the part and where the delimiter after it begins.
    private static func part(in body: [UInt8], from start: Int, until delimiter: [UInt8])
        throws(MultipartError) -> (part: Part, end: Int)
    {
        let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard let headersEnd = position(of: blank, in: body, from: start),
            headersEnd - start <= longestHeaders
        else { throw .malformed("headers of a field") }
        let content = headersEnd + blank.count
        guard let end = position(of: delimiter, in: body, from: content) else {
            throw .malformed("closing boundary")
        }
        guard StreamSafeText.isSafe(utf8: Array(body[start..<headersEnd])) else {
            throw .malformed("marks in the headers of a field")
        }
        let (name, filename) = try disposition(String(decoding: body[start..<headersEnd], as: UTF8.self))
        let bytes = Array(body[content..<end])
        // A file is looked at by whoever reads it.
        guard filename != nil || StreamSafeText.isSafe(utf8: bytes) else {
            throw .malformed("marks in a field")
        }
        return (Part(name: name, filename: filename, bytes: bytes), end)
    }

    private static func disposition(_ headers: String) throws(MultipartError) -> (
        name: String, filename: String?
    ) {
        for line in headers.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw .malformed("header of a field") }
            guard line[..<colon].lowercased() == "content-disposition" else { continue }
            let value = HeaderParameters(String(line[line.index(after: colon)...]))
            guard value.type == "form-data", let name = value["name"], !name.isEmpty else { break }
            return (name, value["filename"])
        }
        throw .malformed("name of a field")
    }

    private static let newline: [UInt8] = [0x0D, 0x0A]

    private static func has(_ bytes: [UInt8], in body: [UInt8], at position: Int) -> Bool {
        position + bytes.count <= body.count && body[position..<position + bytes.count].elementsEqual(bytes)
    }

    /// Where `needle` is next; its first byte is looked for in C, since a file has millions of bytes.
    private static func position(of needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, start < body.count else { return nil }
        return body.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            var position = start
            while position + needle.count <= bytes.count {
                let left = bytes.count - position
                guard let found = memchr(base + position, Int32(first), left) else { return nil }
                position = UnsafeRawPointer(found) - base
                guard position + needle.count <= bytes.count else { return nil }
                if memcmp(base + position, needle, needle.count) == 0 { return position }
                position += 1
            }
            return nil
        }
    }

    /// The boundary that the request's content type names; nil when it is no form of this kind.
    static func boundary(ofContentType header: String) -> String? {
        let value = HeaderParameters(header)
        let allowed = Set("'()+_,-./:=?")
        guard value.type == "multipart/form-data", let boundary = value["boundary"],
            (1...70).contains(boundary.utf8.count),
            boundary.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || allowed.contains($0)) })
        else { return nil }
        return boundary
    }
}

enum MultipartError: Error, Equatable {
    /// What was looked for and not there.
    case malformed(String)
}

/// A header's value with parameters: `form-data; name="file"; filename="a; b.xlsx"`.
struct HeaderParameters {
    /// In lower case.
    let type: String
    private var parameters: [String: String] = [:]

    subscript(name: String) -> String? { parameters[name] }

    init(_ text: String) {
        var pieces: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if isQuoted, isEscaped {
                // curl escapes quotes so; a path of Windows has other things after its backslashes.
                if character != "\"", character != "\\" { pieces[pieces.count - 1].append("\\") }
                pieces[pieces.count - 1].append(character)
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        type = pieces[0].trimmingCharacters(in: .whitespaces).lowercased()
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let name = piece[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            // How browsers write what would end the quotes (WHATWG HTML, multipart/form-data).
            let value = String(piece[piece.index(after: equals)...]).replacing("%22", with: "\"")
                .replacing("%0D%0A", with: " ")
            if parameters[name] == nil { parameters[name] = value }
        }
    }
}
