/// A reader of what comes from outside, as a fuzzer calls it: any bytes must be read or refused, never end the process.
package struct FuzzHarness: Sendable {
    /// As `make fuzz TARGET=…` names it; its corpus is the folder of the name.
    package let name: String
    /// Bytes of the longest input that is worth trying.
    package let maxLength: Int
    /// What the format is made of: mutations put it in.
    package let words: [String]
    /// Mutations that the tests try: as many as half a second is enough for in a debug build.
    package let shortRuns: Int
    package let run: @Sendable (UnsafeRawBufferPointer) -> Void

    package init(
        _ name: String,
        maxLength: Int = 4096,
        words: [String] = [],
        shortRuns: Int = 2000,
        _ run: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
    ) {
        self.name = name
        self.maxLength = maxLength
        self.words = words
        self.shortRuns = shortRuns
        self.run = run
    }

    /// Every harness; those of the engine stand beside them in files of their own.
    package static let all: [FuzzHarness] = [
        FuzzHarness("xlsx", maxLength: 1 << 14, words: ["PK\u{3}\u{4}", "xl/workbook.xml"], fuzzXLSX),
        FuzzHarness("sheet", maxLength: 1 << 13, words: FuzzWords.sheet, fuzzSheet),
        FuzzHarness("csv", maxLength: 1024, words: FuzzWords.table, fuzzCSV),
        FuzzHarness("import", maxLength: 1024, words: FuzzWords.table, shortRuns: 500, fuzzImport),
        FuzzHarness("encoding", maxLength: 512, fuzzEncoding),
        FuzzHarness("cell", maxLength: 128, words: FuzzWords.cell, fuzzCell),
        FuzzHarness("name", maxLength: 256, words: FuzzWords.cell, shortRuns: 500, fuzzName),
        FuzzHarness("image-header", maxLength: 1 << 12, words: FuzzWords.image, fuzzImageHeader),
        FuzzHarness("image", maxLength: 1 << 14, words: FuzzWords.image, shortRuns: 100, fuzzImage),
        FuzzHarness(
            "form",
            maxLength: 1024,
            words: ["%", "%F0%9F", "&", "=", "+", "[]", "token="],
            fuzzForm
        ),
        FuzzHarness("multipart", maxLength: 1024, words: FuzzWords.multipart, fuzzMultipart),
        FuzzHarness("json", maxLength: 1024, words: FuzzWords.json, fuzzJSON),
        FuzzHarness("address", maxLength: 512, words: FuzzWords.address, fuzzAddress),
        FuzzHarness(
            "one-time-code",
            maxLength: 512,
            words: ["otpauth://totp/", "?secret="],
            fuzzOneTimeCode
        ),
        FuzzHarness("search", maxLength: 256, words: FuzzWords.search, fuzzSearch),
        FuzzHarness("engine", maxLength: 2048, shortRuns: 20, fuzzEngine),
        FuzzHarness("programme-json", maxLength: 1 << 14, words: FuzzWords.programme, fuzzProgrammeJSON),
    ]
}

/// What mutations put into an input.
private enum FuzzWords {
    static let programme = [
        "\"format\":\"fairway-instance/1\"", "\"slots\":[", "\"participants\":[", "\"meetings\":[",
        "\"halls\":[",
        "\"tables\":[", "\"parallel\":", "\"weight\":", "\"a\":", "\"b\":", "-1", "9223372036854775807",
        "1e308", "null",
    ]
    static let sheet = [
        "\u{1E}", "<row r=\"", "<row>", "</row>", "<c r=\"", " t=\"s\"", " t=\"inlineStr\"", " s=\"1\"",
        "<v>", "</v>",
        "</c>", "<is><t>", "</t></is>", "<si>", "</si>", "<rPh>", "</rPh>", "<!--", "-->", "<![CDATA[", "]]>",
        "<!DOCTYPE x [", "<!ENTITY a \"b\">", "&a;", "&#x10FFFF;", "9223372036854775807", "-1", "1048576",
        "XFD1",
        "1e308", "numFmtId=\"14\"", "formatCode=\"yyyy\"", "date1904=\"1\"", "xmlns:a=\"b\"", "a:",
    ]
    static let table = [
        "code,name,economy,roles\n", "sep=;\n", "\"", "\"\"", "\r\n", ";", "\t",
        "number,date,session,starts,ends\n",
        "0.1e300", "9:30", "2027-05-17", "E1", "China", "retail chain", "0-4095", "zh-ru",
        "code,enterprise,hs_code,name\n",
    ]
    static let cell = [
        "0.1e300", "0.4375", "9223372036854775807", "-9223372036854775808", "1e400", "nan", "inf", "0x1p3",
        "9:30:00",
        "9时30分", "2027年5月17日", "17.05.2027", "45000.5", "0-4095", "4095-0", "406.9", "1806.32", "zh-ru",
        "zh↔ru",
        "4006381333931", "Chnia", "大连市", "Приморский край", "１２", "٣", "\u{202E}", "\u{200D}", "–", ";", "、",
    ]
    static let image = [
        "IHDR", "IDAT", "tRNS", "acTL", "RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "ANMF", "\u{FF}", "Exif",
    ]
    static let multipart = [
        "\r\n", "\r\n\r\n", "--", "--B", "--B--", "Content-Disposition: form-data; name=\"", "; filename=\"",
        "\"", "\\",
        "Content-Type: ", "%22", "multipart/form-data; boundary=",
    ]
    static let json = [
        "{", "}", "[", "]", "\"", ":", ",", "\\u", "\\ud83d\\ude00", "\\", "true", "false", "null", "1e400",
        "-0.0", "1E+2",
        "9223372036854775807", "9223372036854775808", "0.1", "\u{FEFF}",
    ]
    static let address = [
        "&", "=", "%", "%2F", "+", "page=", "9223372036854775807", "cursor=", "to=", "/", "//", "/\t/", "\\",
        "\"", "W/\"",
        ";q=0.5", ";q=nan", "zh-CN,ru;q=0.8", "kind=", "q=",
    ]
    static let search = [
        "巧克力", "шоколад", "chocolate", "1806.32", "\"", "*", "-", "(", ")", "NEAR", "AND", "OR", ":", "ʼ",
        "\u{301}",
        "\u{200D}", "Ё", "ß", "İ", "ﬁ", "大连", "k0", "~",
    ]
}
