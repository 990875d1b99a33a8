import FairwayStore
import Foundation
import Logging
import Testing

@testable import FairwayWeb

/// A log that strangers cannot write into.
struct LogLineTests {
    @Test(arguments: [
        "a\nlevel=error message=forged", "a\r\nb", "\u{1B}[2J\u{1B}[31m", "\u{202E}gnp.exe",
        "a\u{2028}b\u{2029}c\u{85}d",
        "\u{200B}\u{FEFF}", "\u{E0041}", "\u{0}", "\" level=error", "back\\slash\"", "\u{F8FF}",
        "e\u{301}\u{301}",
        "\u{FFFE}", "a\u{A0}b", "", String(repeating: "x", count: 100_000),
    ])
    func noValueEndsTheLineOrForgesAPair(value: String) {
        let lines = LogLines()
        lines.logger.error("\(value)", metadata: ["key": "\(value)", "list": ["\(value)"], "\(value)": "x"])
        #expect(lines.all.count == 1)
        let line = lines.all.first ?? ""
        #expect(
            line.hasSuffix("\n")
                && line.dropLast().unicodeScalars.allSatisfy { scalar in
                    ![.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
                        .contains(
                            scalar.properties.generalCategory
                        )
                }
        )
        #expect(line.unicodeScalars.count < 3 * 11 * LogLine.maxValueLength)
        let pairs = Self.pairs(line)
        #expect(pairs.filter { $0.key == "level" }.map(\.value) == ["error"])
        #expect(pairs.count == 7, "\(line)")
    }

    @Test func aLineReadsAsKeysAndValues() {
        let lines = LogLines()
        lines.logger.warning(
            "two words",
            metadata: ["route": "/enterprises/{enterprise}", "name": "中 \"x\""]
        )
        #expect(
            lines.all == [
                "time=2027-01-15T08:00:00.250Z level=warning label=test message=\"two words\" name=\"中 \\\"x\\\"\" "
                    + "route=/enterprises/{enterprise}\n"
            ]
        )
    }

    private enum Failure: Error { case plain, number(Int), text(String) }
    private struct Quoting: Error, CustomStringConvertible { let description = "anna@example.com" }

    @Test func ofAnErrorTheKindIsWrittenAndNothingThatItQuotes() {
        let lines = LogLines()
        let personal = "anna@example.com"
        let errors: [any Error] = [
            Failure.plain, Failure.number(75), Failure.text(personal), Quoting(),
            StoreError.damaged(personal),
            POSIXError(.ENOSPC), CocoaError(.fileNoSuchFile, userInfo: ["NSFilePath": personal]),
        ]
        for error in errors { lines.logger.error("failed", error: error) }
        let all = lines.all.joined()
        #expect(!all.contains("anna"))
        for kind in ["Failure plain", "number 75", "Failure text", "StoreError damaged", "errno 28"] {
            #expect(all.contains(kind), "\(kind): \(all)")
        }
    }

    /// As a reader of logfmt takes a line apart.
    private static func pairs(_ line: String) -> [(key: String, value: String)] {
        var pairs: [(String, String)] = []
        var rest = line.dropLast()[...]
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].trimmingCharacters(in: .whitespaces)
            rest = rest[rest.index(after: equals)...]
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                var isEscaped = false
                while let next = rest.popFirst() {
                    if next == "\"", !isEscaped { break }
                    isEscaped = next == "\\" && !isEscaped
                    value.append(next)
                }
            } else {
                while let next = rest.first, next != " " {
                    value.append(next)
                    rest = rest.dropFirst()
                }
            }
            pairs.append((key, value))
        }
        return pairs
    }
}
