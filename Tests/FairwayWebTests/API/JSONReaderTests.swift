import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

@Suite("JSON from outside")
struct JSONReaderTests {
    private func read(_ text: String) throws(JSONError) -> JSONValue {
        try JSONValue(parsing: Data(text.utf8))
    }

    @Test("is read with its members by name")
    func usual() throws {
        let value = try read(
            " {\"b\": [1, -2.5, true, false, null], \"a\": \"\\u00e9\\ud83d\\ude00\\n\\/\"} "
        )
        #expect(value == ["a": "é😀\n/", "b": [1, .number(-2.5), true, false, .null]])
        #expect(value.description == "{\"a\":\"é😀\\n/\",\"b\":[1,-2.5,true,false,null]}")
    }

    @Test(
        "has no text with more marks on one letter than any script, however they are written",
        arguments: ["\u{301}", "\\u0301"]
    )
    func marks(mark: String) throws {
        let most = String(repeating: mark, count: 30)
        #expect(try read("[\"x\(most)\"]") == [.string("x" + String(repeating: "\u{301}", count: 30))])
        #expect(throws: JSONError.tooManyMarks(at: 1, most: 30)) { try read("[\"x\(most)\(mark)\"]") }
        #expect(throws: JSONError.tooManyMarks(at: 1, most: 30)) { try read("{\"x\(most)\(mark)\":1}") }
    }

    @Test(
        "knows whole numbers however they are written",
        arguments: [("1.0", 1), ("1e2", 100), ("-0", 0), ("12E+1", 120)]
    )
    func whole(text: String, number: Int) throws { #expect(try read(text) == .integer(number)) }

    @Test(
        "has numbers that can be held",
        arguments: ["1e400", "-1e999999999", "9223372036854775808", String(repeating: "1", count: 5000)]
    )
    func range(text: String) { #expect(throws: JSONError.numberOutOfRange(at: 1)) { try read("[\(text)]") } }

    @Test(
        "is nothing else",
        arguments: [
            "", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "{\"a\":1,}", "01", "1.", ".5", "+1", "-",
            "nul", "'a'", "\"\n\"",
            "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\u12\"", "{} {}", "\u{FEFF}{}",
            "\"a", "NaN",
        ]
    )
    func malformed(text: String) {
        let error = #expect(throws: JSONError.self) { try read(text) }
        guard case .malformed = error else {
            Issue.record("\(text): \(String(describing: error))")
            return
        }
    }

    @Test("is text")
    func encoding() {
        #expect(throws: JSONError.malformed(at: 0)) { try JSONValue(parsing: Data([0x22, 0xFF, 0x22])) }
    }

    @Test("has each name once in an object")
    func duplicates() throws {
        #expect(throws: JSONError.repeatedName("a")) { try read("{\"a\":1,\"b\":2,\"\\u0061\":1}") }
        #expect(throws: Never.self) { try read("[{\"a\":1},{\"a\":1}]") }
    }

    @Test("takes names for one only when their bytes are the same")
    func names() throws {
        // Two spellings of one letter, which Swift takes for equal texts.
        guard case .object(let members) = try read("{\"\u{E9}\":1,\"e\u{301}\":2}") else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.value) == [2, 1])
        #expect(throws: JSONError.repeatedName("\u{E9}")) { try read("{\"\u{E9}\":1,\"\\u00e9\":2}") }
    }

    @Test("has so many members in an object as a request needs")
    func members() {
        func object(_ count: Int) -> String {
            "{" + (0..<count).map { "\"e\u{302}\u{301}\($0)\":0" }.joined(separator: ",") + "}"
        }
        #expect(throws: Never.self) { try read(object(1000)) }
        #expect {
            try read(object(1001))
        } throws: { error in
            if case JSONError.tooManyMembers(_, most: 1000) = error { true } else { false }
        }
    }

    @Test("is as deep as a request needs, and as long")
    func limits() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try read(nested(32)) }
        #expect(throws: JSONError.tooDeep(most: 32)) { try read(nested(33)) }
        #expect(throws: JSONError.tooDeep(most: 32)) {
            try read(String(repeating: "{\"a\":", count: 1_000_000))
        }
        let many = "[" + String(repeating: "1,", count: 200_000) + "1]"
        #expect(throws: JSONError.tooManyValues(most: 200_000)) { try read(many) }
    }

    @Test(
        "that is refused is answered by a problem that says where, in the asker's language",
        arguments: Language.allCases
    )
    func problem(language: Language) async throws {
        let client = try await RouterClient(data: nil)
        let answer = try await client.api(
            .post,
            "registrations",
            "{\"a\":1e400}",
            ["accept-language": language.rawValue]
        )
        #expect(answer.status == 400)
        #expect(answer.json["type"] == "urn:fairway:problem:malformedBody")
        #expect(answer.json["detail"]?.text == JSONError.numberOutOfRange(at: 5).words(in: language))
    }
}
