/// One line of the log as `key=value` pairs (logfmt), whatever the values hold: nothing in them can end the line, forge a
/// pair, turn the reading direction or fill the disk.
struct LogLine {
    /// Scalars of a value that are written; what is longer ends in `…`.
    static let maxValueLength = 500
    static let maxKeyLength = 64

    private(set) var text = ""

    mutating func add(_ key: String, _ value: String) {
        if !text.isEmpty { text += " " }
        text += Self.key(key) + "=" + Self.value(value)
    }

    private static func key(_ key: String) -> String {
        let kept = key.unicodeScalars.prefix(maxKeyLength).map {
            isPlain($0) && $0 != "=" ? Character($0) : "_"
        }
        return kept.isEmpty ? "_" : String(kept)
    }

    /// As it is when it has only plain signs, else in quotation marks with the rest escaped.
    static func value(_ value: String) -> String {
        let scalars = value.unicodeScalars
        let shown = scalars.prefix(maxValueLength)
        let isCut = shown.endIndex < scalars.endIndex
        if !isCut, !shown.isEmpty, shown.allSatisfy(isPlain) { return value }
        var quoted = "\""
        for scalar in shown {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if isVisible(scalar) {
                    quoted.unicodeScalars.append(scalar)
                } else {
                    quoted += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                }
            }
        }
        return quoted + (isCut ? "…\"" : "\"")
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", ":", "/", "{", "}", "+", ",", "(", ")": true
        default: false
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
            false
        case .nonspacingMark, .enclosingMark: false
        case .spaceSeparator: scalar == " "
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
