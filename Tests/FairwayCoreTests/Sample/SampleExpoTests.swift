import FairwayCore
import Testing

/// The sample is as large and as varied as it says.
struct SampleExpoTests {
    private static let whole = SampleExpo.generate(seed: 1, scale: 1, regions: [], economies: [])

    @Test func hasTheNumbersOfARealExpo() {
        let data = Self.whole
        #expect(data.enterprises.count == 3900)
        #expect(data.stands.count == 1400)
        #expect(data.tables.count == 400)
        #expect(data.delegations.count == 60)
        #expect(data.interpreters.count == 300)
        #expect(data.products.count == 12_000)
        #expect(data.demands.count == 6000)
        #expect((24_900...25_100).contains(data.requests.count { $0.status == .accepted }))
        #expect(data.expo?.slots.count == 96)
        #expect(Set(data.products.compactMap(\.hsCode?.chapter)).count >= 60)
        #expect(Set(data.enterprises.map(\.economy)).count == 44)
        let regions = Set(data.enterprises.compactMap(\.region))
        #expect(regions.count { $0.code.hasPrefix("CN-") } == 21)
        #expect(regions.count { $0.code.hasPrefix("RU-") } == 16)
    }

    @Test func everyNameIsInThreeLanguages() {
        let data = Self.whole
        let names =
            data.enterprises.map(\.name) + data.products.map(\.name) + data.products.map(\.about)
            + data.demands.map(\.text) + data.representatives.map(\.name) + data.interpreters.map(\.name)
            + data.halls.map(\.name) + data.delegations.map(\.name) + data.agencies.map(\.name)
        #expect(names.allSatisfy { name in Language.allCases.allSatisfy { !(name[$0] ?? "").isEmpty } })
    }

    @Test func englishNamesHaveNoCyrillicLetters() {
        let names = Self.whole.enterprises.compactMap(\.name.en)
        #expect(names.filter { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } } == [])
        #expect(names.contains { $0.hasSuffix(" LLP") })
    }

    @Test func popularityHasAHeavyTail() {
        var asked: [Enterprise.ID: Int] = [:]
        for request in Self.whole.requests {
            asked[request.requester, default: 0] += 1
            asked[request.recipient, default: 0] += 1
        }
        let counts = Self.whole.enterprises.map { asked[$0.id] ?? 0 }.sorted(by: >)
        let top = counts.prefix(counts.count / 20).reduce(0, +)
        #expect(top * 5 > counts.reduce(0, +), "the top twentieth has \(top) of \(counts.reduce(0, +))")
    }

    @Test func everyReferenceLeadsSomewhere() {
        let data = Self.whole
        let enterprises = Set(data.enterprises.map(\.id))
        let delegations = Set(data.delegations.map(\.id))
        #expect(enterprises.count == data.enterprises.count)
        #expect(data.products.allSatisfy { enterprises.contains($0.enterprise) })
        #expect(data.demands.allSatisfy { enterprises.contains($0.enterprise) })
        #expect(
            data.requests.allSatisfy {
                enterprises.contains($0.requester) && enterprises.contains($0.recipient)
            }
        )
        #expect(data.enterprises.allSatisfy { $0.delegation.map { delegations.contains($0) } ?? true })
        let pairs = data.requests.map { [$0.requester, $0.recipient].sorted() }
        #expect(Set(pairs).count == pairs.count, "nobody asks the same twice")
        #expect(
            Set(data.enterprises.map { "\($0.region?.code ?? $0.economy.code) \($0.name.text(in: .zh))" })
                .count == 3900
        )
    }

    @Test func sameSeedGivesTheSameExpo() {
        let one = SampleExpo.generate(seed: 9, scale: 0.05, regions: [], economies: [])
        #expect(one == SampleExpo.generate(seed: 9, scale: 0.05, regions: [], economies: []))
        #expect(one != SampleExpo.generate(seed: 10, scale: 0.05, regions: [], economies: []))
    }
}
