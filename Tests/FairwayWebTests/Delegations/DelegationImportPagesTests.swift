import FairwayCore
@testable import FairwayFormats
import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// An agency's import: upload, preview, confirmation.
struct DelegationImportPagesTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let delegation = data.delegations[0]
    private static let path = "/delegations/\(delegation.id)/import"
    private static let stranger = data.enterprises.first { $0.delegation != delegation.id }?.id ?? "none"

    private func client(_ now: @escaping @Sendable () -> Double = { 1_800_000_000 }) async throws
        -> RouterClient
    {
        try await RouterClient(data: Self.data, as: .agency(Self.delegation.agency), now: now)
    }

    private func upload(
        _ bytes: [UInt8],
        as name: String = "enterprises.csv",
        to path: String = path,
        token: String? = nil,
        in language: Language = .en,
        _ client: RouterClient
    ) async throws -> RouterClient.Answer {
        if client.cookies[GuardMiddleware.tokenCookie] == nil { _ = try await client.get("/sign-in") }
        let token = token ?? client.cookies[GuardMiddleware.tokenCookie] ?? ""
        let head =
            "--B\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
        return try await client.post(
            path,
            bytes: Array(head.utf8) + bytes + Array("\r\n--B--\r\n".utf8),
            type: "multipart/form-data; boundary=B",
            ["accept-language": language.rawValue]
        )
    }

    private func csv(_ rows: [String]) -> [UInt8] {
        Array((["code,name_ru,economy,roles"] + rows).joined(separator: "\r\n").utf8)
    }

    private func uploadID(_ answer: RouterClient.Answer) throws -> String {
        String(try #require(answer.body.firstMatch(of: /name="upload" value="([^"]+)"/)).output.1)
    }

    /// Three hundred new companies as the workbook that an agency would send.
    private func workbook(rows: Int) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "fairway-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try XLSXWriter(path: path)
        let columns = ["Code", "Name (Russian)", "Country", "Roles", "Sectors", "Languages"]
        try book.addSheet("enterprises", columns: columns, widths: [])
        for row in 1...rows {
            book.addRow(["N\(row)", "Компания № \(row)", "RU", "manufacturer", "S04", "ru"], at: row)
        }
        try book.close()
        return [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }

    @Test func threeHundredRowsOfAWorkbook() async throws {
        let client = try await client()
        let before = try await client.store.expo.data()
        let log = try await client.store.auditLog.changeNumber()
        let answer = try await upload(workbook(rows: 300), as: "名单.xlsx", client)
        #expect(answer.status == 200)
        #expect(answer.body.contains("<td class=\"number\">300</td>"))
        #expect(answer.body.contains("Import: 300 rows"))
        #expect(answer.body.ranges(of: "aria-labelledby=\"h-changes\"").count == 1)
        #expect(try await client.store.expo.data() == before, "a preview changes nothing")
        let id = try uploadID(answer)
        let done = try await client.submit(Self.path + "/confirm", ["upload": id])
        #expect(done.status == 200 && done.body.contains("Imported."))
        let members = try await client.store.delegations.board(of: Self.delegation.id, orderedIn: .en)
        let new = members.filter { $0.enterprise.id.code.hasPrefix("N") }
        #expect(new.count == 300 && new.allSatisfy { $0.enterprise.status == .registered })
        #expect(try await client.store.auditLog.changeNumber() - log >= 300, "each row is in the audit log")
        let again = try await client.submit(Self.path + "/confirm", ["upload": id])
        #expect(again.status == 200 && again.body.contains("<td class=\"number\">300</td>"))
        #expect(
            try await client.store.delegations.board(of: Self.delegation.id, orderedIn: .en).count
                == members.count
        )
    }

    @Test(arguments: [
        (Language.en, "row 3", "column “code”", "is not of this delegation"),
        (.ru, "строка 3", "столбец «code»", "не из этой делегации"), (.zh, "第 3 行", "“code”列", "不属于本代表团"),
    ])
    func refusedRowsAreNamed(language: Language, row: String, column: String, reason: String) async throws {
        let client = try await client()
        let rows = [
            "N1,Новая,RU,manufacturer", "\(Self.stranger),Чужая,RU,manufacturer", "N3,Без роли,RU,wizard",
        ]
        let answer = try await upload(csv(rows), in: language, client)
        for part in [row, column, reason, "wizard", "roles"] {
            #expect(answer.body.contains(part), "\(part)")
        }
        let link = try #require(answer.body.firstMatch(of: /href="([^"]*import\/refused[^"]*)"/)).output.1
        let file = try await client.get(
            String(link).replacing("&amp;", with: "&"),
            ["accept-language": language.rawValue]
        )
        #expect(file.status == 200 && file.headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(file.body.contains("\(Self.stranger),Чужая") && file.body.contains("N3,Без роли"))
        #expect(!file.body.contains("N1,Новая") && file.body.contains(reason))
        // The good row is taken over, the others stay out.
        _ = try await client.submit(Self.path + "/confirm", ["upload": try uploadID(answer)])
        #expect(try await client.store.enterprises.find("N1") != nil)
        #expect(try await client.store.enterprises.find("N3") == nil)
        let foreign = try #require(Self.data.enterprises.first { $0.id == Self.stranger })
        #expect(try await client.store.enterprises.find(Self.stranger)?.enterprise == foreign)
    }

    @Test func fileWithNothingGoodCannotBeConfirmed() async throws {
        let client = try await client()
        let answer = try await upload(csv(["\(Self.stranger),Чужая,RU,manufacturer"]), client)
        #expect(answer.status == 200 && !answer.body.contains("import/confirm"))
        let nonsense = try await upload(Array("hello\r\nworld\r\n".utf8), client)
        #expect(nonsense.status == 200 && nonsense.body.contains("No header row"))
    }

    @Test(
        arguments: [
            ("picture.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x00], 415), ("paper.csv", Array("%PDF-1.4".utf8), 415),
            ("empty.csv", [], 400), ("broken.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01], 200),
        ] as [(String, [UInt8], Int)]
    )
    func fileIsKnownByItsContent(name: String, bytes: [UInt8], status: Int) async throws {
        let answer = try await upload(bytes, as: name, client())
        #expect(answer.status == status)
        #expect(answer.body.contains(status == 200 ? "cannot be read" : "role=\"alert\""))
    }

    @Test func fileOverTenMegabytesIsRefused() async throws {
        let client = try await client()
        let bytes = [UInt8](repeating: 0x61, count: UploadedTable.mostBytes + 1)
        #expect(try await upload(bytes, client).status == 413)
        let more = [UInt8](repeating: 0x61, count: UploadedTable.mostBytes + 100_000)
        #expect(try await upload(more, client).status == 413)
    }

    @Test func formWithoutTokenOrOfAnotherKindIsRefused() async throws {
        let client = try await client()
        #expect(try await upload(csv([]), token: "wrong", client).status == 403)
        #expect(try await client.submit(Self.path).status == 415)
        let broken = try await client.post(
            Self.path,
            bytes: Array("--B\r\nnonsense".utf8),
            type: "multipart/form-data; boundary=B"
        )
        #expect(broken.status == 400)
    }

    @Test func fileIsItsSendersAndForAnHour() async throws {
        let clock = SignInTests.Clock()
        let client = try await client(clock.read)
        let id = try uploadID(try await upload(csv(["N1,Новая,RU,manufacturer"]), client))
        try await client.signIn(as: .organiser)
        #expect(try await client.submit(Self.path + "/confirm", ["upload": id]).status == 410)
        try await client.signIn(as: .agency(Self.delegation.agency))
        clock.turn(UploadRepository.uploadLife + 1)
        #expect(try await client.submit(Self.path + "/confirm", ["upload": id]).status == 410)
        #expect(try await client.get(Self.path + "/refused?upload=\(id)&file=enterprises.csv").status == 404)
        #expect(try await client.store.enterprises.find("N1") == nil)
    }

    @Test func foreignDelegationTakesNoFile() async throws {
        let other = try #require(Self.data.delegations.first { $0.agency != Self.delegation.agency })
        let answer = try await upload(
            csv(["N1,Новая,RU,manufacturer"]),
            to: "/delegations/\(other.id)/import",
            client()
        )
        #expect(answer.status == 403)
    }

    @Test func organisersTablesAreRefused() async throws {
        let client = try await client()
        let text = "code,name_en\r\nH9,Hall nine\r\n"
        let answer = try await upload(Array(text.utf8), as: "halls.csv", client)
        #expect(answer.body.contains("Such tables are the organiser"))
        #expect(!answer.body.contains("import/confirm"))
    }

    @Test(arguments: ["enterprises", "representatives", "products", "demands", "slots", "x"])
    func templatesAreThoseAnAgencyMayImport(table: String) async throws {
        let answer = try await client().get(Self.path + "/template?table=\(table)")
        let isOwn = !["slots", "x"].contains(table)
        #expect(answer.status == (isOwn ? 200 : 404))
        #expect(answer.bytes.starts(with: [0x50, 0x4B]) == isOwn)
    }
}
