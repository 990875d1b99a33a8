import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// The whole expo as one document.
struct ExpoDocumentTests {
    private let folder: ImportFolder

    init() throws { folder = try ImportFolder() }

    @Test func publishedSchemaIsTheOneWritten() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/formats/\(ExpoSchema.fileName)")
        #expect(try String(contentsOf: path, encoding: .utf8) == ExpoSchema.text)
    }

    @Test func contactsOfRepresentativesStayOut() throws {
        var data = SampleExpo.generate(seed: 2, scale: 0.005, regions: [], economies: [])
        for index in data.representatives.indices { data.representatives[index].isReleased = index == 0 }
        try #require(data.representatives.contains { $0.email != nil && $0.phone != nil })
        let text = try written(data)
        #expect(text.contains("\"format\":\"fairway-expo/1\""))
        #expect(!text.contains("@"))
        for person in data.representatives { #expect(!text.contains(person.phone ?? "@")) }
        let people = try #require(try object(text)["representatives"] as? [[String: Any]])
        #expect(people.count == data.representatives.count)
        let keys = people.map { Set($0.keys) }
        #expect(
            keys.filter { $0 == ["id", "enterprise", "name", "position"] }.count == 1,
            "the one who released it"
        )
        #expect(keys.filter { $0 == ["id", "enterprise"] }.count == people.count - 1)
    }

    @Test func keysAreSortedAndTheSameContentGivesTheSameText() throws {
        let data = SampleExpo.generate(seed: 2, scale: 0.005, regions: [], economies: [])
        let text = try written(data)
        #expect(try written(data) == text)
        let first = ["\"agencies\"", "\"delegations\"", "\"demands\"", "\"enterprises\"", "\"expo\""]
        let places = first.compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == first.count && places == places.sorted())
    }

    @Test func programmeSaysWhereAndWhyNot() throws {
        var programme = Programme.exportFixture
        programme.unplaced = [UnplacedRequest(request: "R9", reason: .participantFull("E2"))]
        let text = try written(.exportFixture(), programme)
        let written = try #require(try object(text)["programme"] as? [String: Any])
        #expect(written["publication"] as? Int == 3)
        #expect(written["run"] as? Int == 7)
        let meetings = try #require(written["meetings"] as? [[String: Any]])
        #expect(meetings.compactMap { $0["request"] as? String } == ["R2", "R1"])
        let unplaced = try #require(written["unplaced"] as? [[String: Any]])
        let reason = try #require(unplaced.first?["reason"] as? [String: String])
        #expect(Set(reason.keys) == ["zh", "ru", "en"])
        #expect(reason["ru"]?.contains("Серебряная Ель") == true)
    }

    private func written(_ data: ExpoData, _ programme: Programme? = nil) throws -> String {
        let publication = Publication(number: 3, run: 7, publishedAt: 1_800_000_000, publishedBy: "organiser")
        let path = folder.path + "/expo.json"
        try ExpoDocument(data: data, programme: programme, publication: publication).write(to: path)
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
