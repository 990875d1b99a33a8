import Testing

@testable import FairwayWeb

/// What a value is refused for.
struct APISchemaTests {
    private let schema = APISchema.object([
        .required("list", .list(.integer(0...1), most: nil, isUnique: false)), .required("K", .boolean),
    ])

    @Test func moreFaultsThanAnAnswerNamesAreNotLookedFor() {
        let unknown = JSONValue.object((0..<30).map { .init(name: "x\($0)", value: 1) })
        #expect(schema.faults(in: unknown).count == APISchema.maxFaults)
        let texts = JSONValue.array((0..<30).map { .string("\($0)") })
        let faults = schema.faults(in: ["list": texts, "x": 1])
        #expect(faults.count == APISchema.maxFaults && faults.last?.place == .pointer("/list/19"))
    }

    /// The sign of the unit kelvin is a K to Unicode, and to Swift.
    @Test func aNameThatOnlyLooksTheSameIsUnknown() {
        let faults = schema.faults(in: ["list": [], "\u{212A}": true])
        #expect(faults.map(\.reason) == [.unknown, .missing])
    }
}
