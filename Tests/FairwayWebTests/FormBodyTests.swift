import FairwayCore
import FairwayStore
import Testing

@testable import FairwayWeb

@Suite("Posted forms")
struct FormBodyTests {
    private func read(_ text: String) throws(FormError) -> [String: String] {
        try FormBody(Array(text.utf8)).fields
    }

    @Test("are read as browsers write them")
    func usual() throws {
        let fields = try read("email=li%40example.com&text=a+b%0D%0Ac&empty=&flag&=x&&name%5Fzh=%E8%8C%B6")
        #expect(
            fields == [
                "email": "li@example.com", "text": "a b\r\nc", "empty": "", "flag": "", "": "x",
                "name_zh": "茶",
            ]
        )
    }

    @Test("with too many marks on one letter are refused by field")
    func marks() throws {
        let most = String(repeating: "%CC%96%CC%81", count: 15)
        #expect(try read("a=x\(most)").count == 1)
        #expect(throws: FormError.tooManyMarks(field: "a", most: 30)) { try read("a=x\(most)%CC%81") }
        #expect(throws: FormError.tooManyMarks(field: "", most: 30)) { try read("x\(most)%CC%81=a") }
    }

    @Test("may have a code with brackets in a field's name")
    func codes() throws { #expect(try read("people-gone-R%5B1%5D=1") == ["people-gone-R[1]": "1"]) }

    @Test(
        "that no browser sends are refused by field",
        arguments: [
            ("a=%", FormError.malformed(field: "a")), ("a=%4", .malformed(field: "a")),
            ("a=%zz", .malformed(field: "a")),
            ("a=%ff", .malformed(field: "a")), ("a=%00", .malformed(field: "a")),
            ("%=1", .malformed(field: "%")),
            ("a=1&a=2", .repeated(field: "a")), ("a[]=1", .list(field: "a[]")),
            ("a[b]=1", .list(field: "a[b]")),
        ]
    )
    func refused(text: String, error: FormError) { #expect(throws: error) { try read(text) } }

    @Test("have no more fields, and none longer, than there is room for")
    func limits() {
        let many = (0...FormBody.maxFields).map { "\($0)=" }.joined(separator: "&")
        #expect(throws: FormError.tooManyFields(most: FormBody.maxFields)) { try read(many) }
        #expect(throws: FormError.nameTooLong(most: 200)) {
            try read(String(repeating: "n", count: 201) + "=1")
        }
        #expect(throws: FormError.valueTooLong(field: "a", most: FormBody.maxValue)) {
            try read("a=" + String(repeating: "v", count: FormBody.maxValue + 1))
        }
    }

    @Test(
        "that cannot be read are answered by a page in the visitor's language",
        arguments: Language.allCases
    )
    func pages(language: Language) async throws {
        let client = try await RouterClient(data: nil, as: nil)
        let form = "application/x-www-form-urlencoded"
        for (body, type, field) in [
            ("email=%zz&password=x", form, "email"), ("email[]=1", form, "email[]"),
            ("email=1&email=2", form, "email"),
            ("--B\r\n\r\n--B--", "multipart/form-data; boundary=B", ""), ("{}", "application/json", ""),
        ] {
            let headers = ["accept-language": language.rawValue]
            let answer = try await client.post("/sign-in", bytes: Array(body.utf8), type: type, headers)
            #expect(answer.status == 400)
            #expect(answer.body.contains("lang=\"\(language.rawValue)\""))
            #expect(answer.body.contains(field))
        }
    }
}

@Suite("Numbers in addresses")
struct AddressNumberTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])

    /// The lists of an expo without a programme have no pages: the sample has none, so a run is made up.
    private static func client() async throws -> RouterClient {
        let client = try await RouterClient(data: data)
        _ = try await client.store.programmes.save(
            Programme(
                meetings: [],
                unplaced: [],
                value: ProgrammeValue(
                    placedWeight: 0,
                    placed: 0,
                    breaks: 0,
                    idleSlots: 0,
                    hallChanges: 0,
                    worstShare: nil
                ),
                bound: ProgrammeBound(placedWeight: 0, breaks: nil)
            ),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 1,
            by: "test"
        )
        return client
    }

    @Test(
        "beyond their range are refused with field and limit",
        arguments: [
            "/programme/unplaced", "/programme?view=participants", "/enterprises", "/search?q=tea",
            "/organiser/registrations",
        ]
    )
    func pages(path: String) async throws {
        let client = try await Self.client()
        for number in ["9223372036854775807", "100001", "0", "-1", "9223372036854775808", "x", "1e3"] {
            let separator = path.contains("?") ? "&" : "?"
            let answer = try await client.get("\(path)\(separator)page=\(number)", ["accept-language": "en"])
            #expect(answer.status == 400, "\(path) \(number)")
            #expect(answer.body.contains("page: “\(number)”") && answer.body.contains("from 1 to 100,000"))
        }
        let last = try await client.get(path + (path.contains("?") ? "&" : "?") + "page=100000")
        #expect(last.status == 200)
    }

    @Test(
        "are refused in the visitor's language",
        arguments: [(Language.zh, "100,000 的整数"), (.ru, "от 1 до 100")]
    )
    func words(language: Language, words: String) async throws {
        let answer = try await Self.client().get(
            "/enterprises?page=0",
            ["accept-language": language.rawValue]
        )
        #expect(answer.status == 400 && answer.body.contains(words))
    }

    @Test("have no more fields beside them than any link of ours")
    func fields() async throws {
        let many = String(repeating: "a=b&", count: 500)
        #expect(try await RouterClient(data: Self.data).get("/search?\(many)").status == 400)
    }
}
