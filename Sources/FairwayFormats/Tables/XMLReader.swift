import CExpat
import Glibc

/// Reads XML as a stream of events (expat); namespaces' prefixes are dropped.
final class XMLReader {
    private let parser: OpaquePointer
    private let onStart: (_ name: String, _ attributes: XMLAttributes) -> Void
    private let onEnd: (_ name: String) -> Void
    private let onText: (UnsafeBufferPointer<CChar>) -> Void

    init?(
        onStart: @escaping (String, XMLAttributes) -> Void,
        onEnd: @escaping (String) -> Void,
        onText: @escaping (UnsafeBufferPointer<CChar>) -> Void
    ) {
        guard let parser = XML_ParserCreate(nil) else { return nil }
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
        onStart(Self.localName(name), XMLAttributes(list: list))
    }

    private static func localName(_ name: UnsafePointer<CChar>) -> String {
        strrchr(name, CInt(UInt8(ascii: ":"))).map { String(cString: $0 + 1) } ?? String(cString: name)
    }
}

/// The attributes of an element, looked up where the parser has them: only valid while the element's start is handled.
struct XMLAttributes {
    /// Names and values in turn, ended by a null pointer.
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    subscript(name: String) -> String? {
        first { strcmp($0, name) == 0 }
    }

    /// The value of the first attribute with the ending, whatever the prefix before it.
    func first(endingWith ending: String) -> String? {
        first { name in
            let (length, own) = (strlen(name), ending.utf8.count)
            return length >= own && strcmp(name + (length - own), ending) == 0
        }
    }

    private func first(_ isWanted: (UnsafePointer<CChar>) -> Bool) -> String? {
        guard let list else { return nil }
        var index = 0
        while let name = list[index], let value = list[index + 1] {
            if isWanted(name) { return String(cString: value) }
            index += 2
        }
        return nil
    }
}
