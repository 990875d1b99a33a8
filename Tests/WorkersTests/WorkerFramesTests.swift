import FairwayCore
import Foundation
import Synchronization
import TableSamples
import Testing

@testable import Workers

/// What goes over the pipe: a value, its long lists in pieces, its files.
struct WorkerFramesTests {
    private static func expo() -> ExpoData {
        SampleExpo.generate(seed: 3, scale: 0.3, regions: [], economies: [])
    }

    private func sent<Value: Codable>(_ value: Value) throws -> (again: Value, frames: [WorkerFrame]) {
        let going = try WorkerFrames(of: value)
        var frames: [WorkerFrame] = []
        while let frame = try going.next() { frames.append(frame) }
        let coming = WorkerFrames(frames)
        let first = try #require(try coming.next())
        let again = try WorkerMessage.value(Value.self, from: first.bytes, next: coming.next)
        let left = try coming.next()
        #expect(left == nil, "all frames are read")
        return (again, frames)
    }

    @Test func anExpoArrivesWhole() throws {
        let data = Self.expo()
        let input = ScheduleTask.Input(data: data, seed: 4, seconds: 2)
        let (again, frames) = try sent(input)
        #expect(again.data == input.data && again.seed == 4 && again.seconds == 2)
        #expect(again.data.requests == data.requests && data.requests.count > 2000)
        // No frame is much of it: neither side encodes or decodes more at once.
        let longest = frames.map(\.bytes.count).max() ?? 0
        #expect(longest < frames.reduce(0) { $0 + $1.bytes.count } / 2)
        #expect(try WorkerMessage.blobCount(frames[0].bytes) == frames.count - 1)
    }

    /// A piece that was sent is forgotten, while those after it wait.
    @Test func nothingIsKeptOfWhatWasSent() throws {
        let counts = EncodedCounts()
        let frames = try WorkerFrames(of: CountedList(values: (0..<3000).map { _ in Counted(counts) }))
        #expect(counts.encoded == 0 && counts.alive == 3000, "nothing is encoded before its turn")
        _ = try frames.next()
        _ = try frames.next()
        #expect(counts.encoded == 1000 && counts.alive == 2000)
        while try frames.next() != nil {}
        #expect(counts.encoded == 3000 && counts.alive == 0)
    }

    @Test(arguments: [0, 1, 999, 1000, 1001, 2500])
    func matchesArriveInTheirOrder(count: Int) throws {
        let matches = (0..<count).map { number in
            Match(
                seller: .init("S\(number)"),
                buyer: .init("B\(number)"),
                score: Double(number) / 7,
                reasons: []
            )
        }
        let (again, frames) = try sent(MatchTask.Output.all(matches))
        guard case .all(let arrived) = again else { throw WorkerProtocolError.damaged }
        #expect(arrived == matches && frames.count == 1 + (count + 999) / 1000)
    }

    @Test func filesComeAfterTheLists() throws {
        let tables = ReadTablesTask.Input(
            files: [(name: "a.csv", bytes: Data("a".utf8)), (name: "b.csv", bytes: Data())],
            economies: [],
            regions: [],
            importedOn: .earliest
        )
        let rows = (0..<1500).map { RowSource(table: 0, row: $0) }
        let input = RefusedRowsTask.Input(tables: tables, refused: rows, diagnostics: [], language: .ru)
        let (again, frames) = try sent(input)
        #expect(again.refused == rows && again.blobs == input.blobs && again.tables.names == tables.names)
        #expect(frames.count == 1 + 2 + 2)
    }

    /// Pieces that are missing, too many, or of a list that there is not.
    @Test(arguments: [
        "{\"value\":{\"all\":{\"_0\":[]}},\"blobs\":0,\"pieces\":[1]}",
        "{\"value\":{\"all\":{\"_0\":[]}},\"blobs\":1,\"pieces\":[2]}",
        "{\"value\":{\"all\":{\"_0\":[]}},\"blobs\":0,\"pieces\":[]}",
        "{\"value\":{\"all\":{\"_0\":[]}},\"blobs\":0,\"pieces\":[0,0]}",
        "{\"value\":{\"all\":{\"_0\":[]}},\"blobs\":1,\"pieces\":[-1]}",
        "{\"value\":{\"all\":{\"_0\":[]}},\"blobs\":5000,\"pieces\":[0]}",
    ])
    func whatIsNotWholeIsRefused(json: String) {
        let coming = WorkerFrames([WorkerFrame(kind: .blob, bytes: Data("[]".utf8))])
        #expect(throws: WorkerProtocolError.self) {
            try WorkerMessage.value(MatchTask.Output.self, from: Data(json.utf8), next: coming.next)
        }
    }

    @Test func tablesOfTooManyRowsAreRefusedByName() throws {
        var task = ReadTablesTask()
        let text = "code,name_en\n" + String(repeating: "A,B\n", count: 100_001)
        let input = ReadTablesTask.Input(
            files: [(name: "halls.csv", bytes: Data(text.utf8))],
            economies: [],
            regions: [],
            importedOn: .earliest
        )
        let output = try task.run(input) { _ in }
        let limit = FileLimit(.rows, most: 100_000)
        let excess = Diagnostic(file: "halls.csv", problem: .beyondLimit(limit))
        #expect(output.batch.halls.isEmpty && output.diagnostics == [excess])
    }

    /// A workbook says a text once and refers to it a thousand times: small as a file, large as rows.
    @Test func tablesWhoseTextsMultiplyAreRefusedByName() throws {
        let long = String(repeating: "長", count: 10_000)
        let header = ["code", "name_en", "about_en", "economy", "roles"].map {
            "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>"
        }
        let shared = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 2)
        let rows = (1...1200).map { row in
            "<row><c t=\"inlineStr\"><is><t>E\(row)</t></is></c>\(shared)</row>"
        }
        let sheet =
            "<worksheet><sheetData><row>\(header.joined())</row>\(rows.joined())</sheetData></worksheet>"
        let book = StoredZip.workbook([Array(sheet.utf8), Array("<sst><si><t>\(long)</t></si></sst>".utf8)])
        var task = ReadTablesTask()
        let input = ReadTablesTask.Input(
            files: [(name: "book.xlsx", bytes: Data(book))],
            economies: [],
            regions: [],
            importedOn: .earliest
        )
        let output = try task.run(input) { _ in }
        #expect(output.batch.enterprises.isEmpty && output.batch.tables.isEmpty)
        let limit = FileLimit(.memory, most: ReadTablesTask.maxText)
        #expect(output.diagnostics == [Diagnostic(file: "book.xlsx", problem: .beyondLimit(limit))])
    }
}

/// How many elements are there, and how many were encoded.
private final class EncodedCounts: Sendable {
    private let state = Mutex((alive: 0, encoded: 0))

    var alive: Int { state.withLock { $0.alive } }
    var encoded: Int { state.withLock { $0.encoded } }

    func add(alive: Int = 0, encoded: Int = 0) {
        state.withLock { $0 = ($0.alive + alive, $0.encoded + encoded) }
    }
}

private final class Counted: Codable, Sendable {
    private let counts: EncodedCounts

    init(_ counts: EncodedCounts) {
        self.counts = counts
        counts.add(alive: 1)
    }

    convenience init(from decoder: any Decoder) throws { self.init(EncodedCounts()) }

    deinit { counts.add(alive: -1) }

    func encode(to encoder: any Encoder) throws {
        counts.add(encoded: 1)
        var container = encoder.singleValueContainer()
        try container.encode(true)
    }
}

private struct CountedList: CarriesLists {
    static var lists: [CarriedList<CountedList>] { [CarriedList(\.values)] }

    var values: [Counted]
}
