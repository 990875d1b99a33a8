import CExpat

/// Names by code out of one CLDR file: `<territory type="CN">` or `<subdivision type="cnhl">`.
///
/// Variants (`alt="short"`) and inheritance marks (`↑↑↑`) are left out.
struct CLDRNames: Sendable {
    struct ParseError: Error, Equatable {
        var line: Int
        var message: String
    }

    private var names: [String: String] = [:]

    init(_ xml: [UInt8], element: String) throws(ParseError) {
        guard let parser = XML_ParserCreate(nil) else { throw ParseError(line: 0, message: "out of memory") }
        defer { XML_ParserFree(parser) }
        let collector = Collector(element: element)
        let status = withExtendedLifetime(collector) {
            XML_SetUserData(parser, Unmanaged.passUnretained(collector).toOpaque())
            XML_SetElementHandler(parser, startElement, endElement)
            XML_SetCharacterDataHandler(parser, characterData)
            return xml.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { text in
                    XML_Parse(parser, text.baseAddress, Int32(clamping: text.count), 1)
                }
            }
        }
        guard status == XML_STATUS_OK else {
            let message = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown"
            throw ParseError(line: Int(XML_GetCurrentLineNumber(parser)), message: message)
        }
        names = collector.names
    }

    subscript(type: String) -> String? { names[type] }
}

/// What the handlers fill while expat walks through the file.
private final class Collector {
    let element: String
    var names: [String: String] = [:]
    private var type: String?
    private var text: [UInt8] = []

    init(element: String) {
        self.element = element
    }

    func start(_ name: String, attributes: [String: String]) {
        guard name == element, attributes["alt"] == nil else { return }
        type = attributes["type"]
        text = []
    }

    func append(_ bytes: UnsafeRawBufferPointer) {
        if type != nil { text.append(contentsOf: bytes) }
    }

    func end() {
        guard let type else { return }
        let name = String(decoding: text, as: UTF8.self)
        if !name.isEmpty, !name.hasPrefix("↑") { names[type] = name }
        self.type = nil
    }
}

private func collector(_ userData: UnsafeMutableRawPointer?) -> Collector? {
    userData.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
    _ userData: UnsafeMutableRawPointer?,
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    guard let name, let attributes else { return }
    var values: [String: String] = [:]
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
        values[String(cString: key)] = String(cString: value)
        index += 2
    }
    collector(userData)?.start(String(cString: name), attributes: values)
}

private func endElement(_ userData: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
    collector(userData)?.end()
}

private func characterData(
    _ userData: UnsafeMutableRawPointer?,
    _ text: UnsafePointer<XML_Char>?,
    _ length: Int32
) {
    collector(userData)?.append(UnsafeRawBufferPointer(start: text, count: Int(length)))
}
