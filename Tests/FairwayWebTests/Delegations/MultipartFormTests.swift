import Testing

@testable import FairwayWeb

/// Forms with files: what browsers send is read, everything else is refused.
struct MultipartFormTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static let usual = """
        --B\r\nContent-Disposition: form-data; name="token"\r\n\r\nabc\r\n\
        --B\r\nContent-Disposition: form-data; name="file"; filename="企业; \\"список\\".xlsx"\r\n\
        Content-Type: application/octet-stream\r\n\r\n\u{1}\r\n--\r\n-B\r\n\r\n--B--\r\n
        """

    @Test func browsersFormIsRead() throws {
        let form = try MultipartForm(Self.bytes(Self.usual), boundary: "B")
        #expect(form.text("token") == "abc")
        #expect(form["file"]?.filename == "企业; \"список\".xlsx")
        #expect(form["file"]?.bytes == Self.bytes("\u{1}\r\n--\r\n-B\r\n"))
        #expect(form.text("file") == nil, "a file is no field")
        #expect(form["other"] == nil)
    }

    @Test func emptyFieldAndEmptyFileAreRead() throws {
        let body = """
            --B\r\ncontent-disposition: FORM-DATA; name=a\r\n\r\n\r\n\
            --B\r\nContent-Disposition: form-data; name="f"; filename=""\r\n\r\n\r\n--B--
            """
        let form = try MultipartForm(Self.bytes(body), boundary: "B")
        #expect(form.text("a") == "")
        #expect(form["f"] == .init(name: "f", filename: "", bytes: []))
    }

    @Test(arguments: [
        "", "--B", "--B\r\n", "preamble\r\n" + usual, usual.replacing("--B--\r\n", with: ""),
        usual.replacing("--B--", with: "--B-"), usual + "more", usual.replacing("\r\n", with: "\n"),
        usual.replacing("; name=\"token\"", with: ""), usual.replacing("name=\"token\"", with: "name=\"\""),
        usual.replacing("\"token\"", with: "\"file\""), usual.replacing("form-data", with: "attachment"),
        usual.replacing("Content-Disposition: ", with: "Content-Disposition "),
        usual.replacing("--B\r\nContent", with: "--BX\r\nContent"),
        usual.replacing("Content-Type", with: String(repeating: "x", count: 5000) + ": 1\r\nContent-Type"),
        String(repeating: "--B\r\n", count: 30) + "--B--",
    ])
    func malformedFormIsRefused(body: String) {
        #expect(throws: MultipartError.self) { try MultipartForm(Self.bytes(body), boundary: "B") }
    }

    @Test func moreFieldsThanAFormHasAreRefused() {
        let fields = (0...MultipartForm.mostParts).map {
            "--B\r\nContent-Disposition: form-data; name=\"f\($0)\"\r\n\r\n1\r\n"
        }
        let body = fields.joined() + "--B--\r\n"
        #expect(throws: MultipartError.malformed("too many fields")) {
            try MultipartForm(Self.bytes(body), boundary: "B")
        }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=----WebKitFormBoundaryAb1", "----WebKitFormBoundaryAb1"),
        ("Multipart/Form-Data; charset=utf-8; boundary=\"a_b\"", "a_b"), ("multipart/form-data", nil),
        ("multipart/form-data; boundary=", nil), ("multipart/mixed; boundary=a", nil),
        ("multipart/form-data; boundary=\"a\u{0}b\"", nil),
        ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", nil),
        ("application/x-www-form-urlencoded", nil),
    ])
    func boundaryIsReadOfTheHeader(header: String, expected: String?) {
        #expect(MultipartForm.boundary(ofContentType: header) == expected)
    }

    /// Ten megabytes that look like delimiters almost everywhere.
    @Test func largeFileIsRead() throws {
        let content = Self.bytes(String(repeating: "\r\n--", count: 2_500_000))
        let head = Self.bytes("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n")
        let form = try MultipartForm(head + content + Self.bytes("\r\n--B--\r\n"), boundary: "B")
        #expect(form["file"]?.bytes.count == content.count)
    }

    // MARK: - What a file is

    @Test(
        arguments: [
            ("list.csv", [0x50, 0x4B, 0x03, 0x04, 0x14], "list.xlsx"),
            ("list.xlsx", Array("a;b\n1;2".utf8), "list.csv"),
            ("../../etc/passwd", Array("a,b".utf8), "passwd.csv"),
            ("C:\\Списки\\企业.XLSX", [0x50, 0x4B, 3, 4], "企业.xlsx"),
            ("x.csv", [0xFF, 0xFE, 0x41, 0x00], "x.csv"),
            ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0], "old.xls"),
            (".csv", Array("a".utf8), "table.csv"),
            ("picture.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], nil),
            ("paper.csv", Array("%PDF-1.7".utf8), nil), ("empty.csv", [], nil),
            ("program.xlsx", [0x7F, 0x45, 0x4C, 0x46, 0], nil),
        ] as [(String, [UInt8], String?)]
    )
    func contentSaysWhatAFileIs(name: String, content: [UInt8], expected: String?) {
        #expect(UploadedTable(name: name, bytes: content)?.name == expected)
    }
}
