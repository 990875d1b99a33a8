import CExpat
import Foundation

/// Reads XML as a stream of events (expat); namespaces' prefixes are dropped.
final class XMLReader {
    private let parser: OpaquePointer
    private let onStart: (_ name: String, _ attributes: [String: String]) -> Void
    private let onEnd: (_ name: String) -> Void
    private let onText: (UnsafeBufferPointer<CChar>) -> Void

    init?(
        onStart: @escaping (String, [String: String]) -> Void,
        onEnd: @escaping (String) -> Void,
        onText: @escaping (UnsafeBufferPointer<CChar>) -> Void
    ) {
        guard let parser = XML_ParserCreate("UTF-8") else { return nil }
        self.parser = parser
        self.onStart = onStart
        self.onEnd = onEnd
        self.onText = onText
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let user, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue().start(name, attributes)
            },
            { user, name in
                guard let user, let name else { return }
                let reader = Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue()
                reader.onEnd(XMLReader.localName(name))
            }
        )
        XML_SetCharacterDataHandler(parser) { user, text, length in
            guard let user, let text else { return }
            Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue()
                .onText(UnsafeBufferPointer(start: text, count: Int(length)))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// - Returns: false when the XML is damaged.
    func parse(_ bytes: UnsafeBufferPointer<CChar>, isLast: Bool) -> Bool {
        XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK
    }

    private func start(_ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        var attributes: [String: String] = [:]
        if let list {
            var index = 0
            while let key = list[index], let value = list[index + 1] {
                attributes[String(cString: key)] = String(cString: value)
                index += 2
            }
        }
        onStart(Self.localName(name), attributes)
    }

    private static func localName(_ name: UnsafePointer<CChar>) -> String {
        let full = String(cString: name)
        return full.split(separator: ":").last.map(String.init) ?? full
    }
}
