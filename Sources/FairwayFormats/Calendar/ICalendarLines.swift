import FairwayCore
import Foundation

/// Content lines with CRLF, folded at 75 octets (RFC 5545, 3.1).
struct ICalendarLines {
    private(set) var text = ""

    mutating func add(_ name: String, _ value: String) {
        var room = 75
        for scalar in "\(name):\(value)".unicodeScalars {
            let width = UTF8.width(scalar)
            if width > room {
                text += "\r\n "
                room = 74
            }
            text.unicodeScalars.append(scalar)
            room -= width
        }
        text += "\r\n"
    }

    /// A TEXT value, escaped (RFC 5545, 3.3.11).
    mutating func addText(_ name: String, _ value: String, _ language: Language?) {
        add(language.map { "\(name);LANGUAGE=\($0.rawValue)" } ?? name, Self.escaped(value))
    }

    /// Scalar by scalar: a comma with a combining mark after it is one `Character`, and still a comma to a reader.
    private static func escaped(_ value: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in value.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": text.append(contentsOf: ["\\", scalar])
            case "\n", "\r": text.append(contentsOf: ["\\", "n"])
            case "\t": text.append(scalar)
            // Other control characters have no place in a calendar (RFC 5545, 3.1, CONTROL).
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    /// 20270517T093000.
    static func local(_ date: CivilDate, _ time: ClockTime) -> String {
        digits(date.description) + "T" + digits(time.description) + "00"
    }

    /// Unix seconds as 20270517T013000Z.
    static func utc(_ seconds: Double) -> String {
        digits(
            String(Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format().prefix(19)),
            keeping: "T"
        ) + "Z"
    }

    private static func digits(_ text: String, keeping other: Character? = nil) -> String {
        text.filter { $0.isNumber || $0 == other }
    }
}
