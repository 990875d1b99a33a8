import FairwayCore
import Scheduling
import Testing

/// The engine counts slots; an expo whose numbers are others is refused before it is scheduled.
struct SlotNumberTests {
    private func data(numbered numbers: [Int]) throws -> ExpoData {
        var data = try PlaceFixture.data()
        var slots = try #require(data.expo).slots
        for (place, number) in numbers.enumerated() { slots[place].number = number }
        data.expo?.slots = slots
        return data
    }

    @Test func thoseFromZeroWithoutAGapArePlanned() throws {
        #expect(try ProgrammePlan(data: data(numbered: [0, 1, 2])).problem.slotDays.count == 3)
        try SlotNumberError.check([])
    }

    /// As it was found: numbers from 1, gaps, and numbers that are no places in the list.
    @Test(
        arguments: [
            ([1, 2, 3], SlotNumberError.notConsecutive(found: 1, expected: 0, count: 3)),
            ([0, 1, 4095], .notConsecutive(found: 4095, expected: 2, count: 3)),
            ([5, 9, 30], .notConsecutive(found: 5, expected: 0, count: 3)),
            ([1, 0, 2], .notConsecutive(found: 1, expected: 0, count: 3)),
        ] as [([Int], SlotNumberError)]
    )
    func othersAreRefusedByName(numbers: [Int], expected: SlotNumberError) throws {
        let data = try data(numbered: numbers)
        #expect(throws: expected) { try ProgrammePlan(data: data) }
    }

    @Test(arguments: Language.allCases) func theRefusalIsWorded(language: Language) {
        let words = SlotNumberError.notConsecutive(found: 9, expected: 3, count: 5).words(in: language)
        #expect(words.contains("9") && words.contains("3") && words.contains("4"))
    }
}
