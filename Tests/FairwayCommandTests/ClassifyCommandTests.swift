import Foundation
import Testing

/// `fairway classify` as a user runs it.
struct ClassifyCommandTests {
    private let process: FairwayProcess

    init() throws { process = try FairwayProcess() }

    private struct Answer: Decodable {
        struct Heading: Decodable {
            let heading: String
            let name: String
            let score: Double
        }

        let headings: [Heading]
        let row: Int?
        let text: String
    }

    @Test func answersEachLineAndNamesTheRowThatIsNoText() throws {
        defer { process.remove() }
        let path = process.path("goods.tsv")
        try "text\tlang\nшоколадные конфеты с начинкой\tru\n\n智能手机\tzh\n".write(
            toFile: path,
            atomically: true,
            encoding: .utf8
        )
        let (status, output) = try process.run(
            "classify",
            "--json",
            "--batch",
            path,
            "--language",
            "en",
            "--limit",
            "3"
        )
        #expect(status == 1)
        #expect(output.contains("\(path), row 3: there is no text."))
        let answers = try output.split(separator: "\n").filter { $0.hasPrefix("{") }
            .map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
        #expect(answers.map(\.row) == [2, 3, 4])
        #expect(answers.map(\.text) == ["шоколадные конфеты с начинкой", "", "智能手机"])
        #expect(answers.map { $0.headings.first?.heading } == ["1806", nil, "8517"])
        for answer in answers {
            #expect(answer.headings.count <= 3)
            #expect(answer.headings.map(\.score) == answer.headings.map(\.score).sorted(by: >))
            #expect(answer.headings.allSatisfy { $0.name.utf8.allSatisfy { $0 < 0x80 } })
        }
    }

    @Test func aMissingFileIsNamed() throws {
        defer { process.remove() }
        let (status, output) = try process.run(
            "classify",
            "--batch",
            process.path("none.tsv"),
            "--language",
            "ru"
        )
        #expect(status == 1)
        #expect(output.contains("Не удаётся прочитать \(process.path("none.tsv"))"))
    }
}
