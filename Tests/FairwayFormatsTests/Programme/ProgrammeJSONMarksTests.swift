import Foundation
import Testing

@testable import FairwayFormats

/// To find a key among others takes the square of the marks on one of its letters.
struct ProgrammeJSONMarksTests {
    @Test(arguments: ["\u{301}", "\\u0301", "\u{316}\\u0301"])
    func aLetterWithTooManyMarksIsRefusedByName(mark: String) {
        for place in [
            "\"name\": \"x\(String(repeating: mark, count: 100_000))\"",
            "\"x\(String(repeating: mark, count: 100_000))\": 1",
        ] {
            let json = Data("{\"format\": \"fairway-instance/1\", \(place)}".utf8)
            let error = ProgrammeJSONError(file: "i.json", problem: .tooManyMarks(most: 30))
            #expect(throws: error) { try ProgrammeJSON.instance(from: json, named: "i.json") }
            #expect(throws: error) { try ProgrammeJSON.programme(from: json, named: "i.json") }
        }
    }
}
