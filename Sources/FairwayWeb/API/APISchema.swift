import TextAnalysis

/// What a value of the API looks like: one declaration both for the check of what comes in and for the OpenAPI document.
indirect enum APISchema: Equatable, Sendable {
    case string(Form, length: ClosedRange<Int>)
    /// Text that we write: never checked, so nothing is promised but its format.
    case text(format: String?)
    case integer(ClosedRange<Int>)
    case number
    case boolean
    case choice([String])
    /// One of these whole numbers.
    case oneOf([Int])
    case list(APISchema, most: Int?, isUnique: Bool)
    case object([Field])
    case nullable(APISchema)
    /// A schema that stands in the document's components.
    case named(String, APISchema)
    /// Any object: the OpenAPI document itself.
    case anyObject

    struct Field: Equatable, Sendable {
        let name: String
        let schema: APISchema
        var isRequired = true
        var about: String?
    }

    /// What the characters of a text may be.
    enum Form: Sendable, Equatable {
        case anything
        /// No control characters, nothing invisible (`TextSafety`).
        case line
        /// Tabs, line breaks and what emoji are made of too.
        case lines
        case languageTag
        case webAddress
        case date
        case cursor
        case key

        /// As an ECMA-262 regular expression.
        var pattern: String {
            switch self {
            case .anything: ""
            case .line: "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"
            case .lines: "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$"
            case .languageTag: "^[a-z]{2,3}$"
            case .webAddress: "^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[!-~]*)?$"
            case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            case .cursor: "^[A-Za-z0-9_-]+$"
            case .key: "^[A-Za-z0-9._-]+$"
            }
        }

        /// What in a text that people read deceives them, beyond what a pattern can say.
        func flaw(in text: String) -> TextFlaw? {
            switch self {
            case .line: TextSafety.flaw(in: text, .name)
            case .lines: TextSafety.flaw(in: text, .text)
            case .anything, .languageTag, .webAddress, .date, .cursor, .key: nil
            }
        }

        func isMatched(by text: String) -> Bool {
            let scalars = text.unicodeScalars
            switch self {
            case .anything: return true
            case .line: return !scalars.contains { $0.properties.generalCategory == .control }
            case .lines:
                return !scalars.contains {
                    $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r" && $0 != "\t"
                }
            case .languageTag: return text.wholeMatch(of: /[a-z]{2,3}/) != nil
            case .webAddress:
                return text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(:[0-9]{1,5})?(\/[!-~]*)?/) != nil
            case .date: return text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
            case .cursor: return text.wholeMatch(of: /[A-Za-z0-9_\-]+/) != nil
            case .key: return text.wholeMatch(of: /[A-Za-z0-9._\-]+/) != nil
            }
        }
    }
}

extension APISchema.Field {
    static func required(_ name: String, _ schema: APISchema, _ about: String? = nil) -> Self {
        Self(name: name, schema: schema, about: about)
    }

    static func optional(_ name: String, _ schema: APISchema, _ about: String? = nil) -> Self {
        Self(name: name, schema: schema, isRequired: false, about: about)
    }
}

extension APISchema {
    /// The organiser's own code of a thing.
    static let code = APISchema.string(.line, length: 1...64)
    /// A code that we give back as it is stored.
    static let givenCode = APISchema.text(format: nil)
    static let date = APISchema.string(.date, length: 10...10)
    static let slots = APISchema.list(.integer(0...9999), most: 2000, isUnique: true)
}
