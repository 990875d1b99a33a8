import FairwayCore
@testable import FairwayStore
import Testing

struct SimilarEnterprisesTests {
    @Test(arguments: [
        ("ООО «Полярная звезда»", "АО Полярная Звезда", true), ("Amur Wind Ltd", "AMUR-WIND LLC", true),
        ("哈尔滨晨星乳业有限公司", "哈尔滨晨星乳业股份有限公司", true), ("Морозко и Ко", "Морозко и Ко", true),
        ("Harbor Trading Company", "Harbour Trading Co.", true),
        ("Полярная звезда", "Полярный медведь", false),
        ("哈尔滨晨星乳业有限公司", "哈尔滨晨光机械有限公司", false), ("ООО", "АО", false), ("Ли", "Ли", true),
        ("ＡＭＵＲ Wind", "Amur Wind", true), ("Ёлка", "Елка", true),
    ])
    func likeNamesAreFound(one: String, other: String, isLike: Bool) {
        #expect(NameLikeness(one).isLike(NameLikeness(other)) == isLike)
        #expect(NameLikeness(other).isLike(NameLikeness(one)) == isLike)
    }

    @Test func likenessIsTheCoefficientOfDice() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let texts = (0..<2).map { _ in
                String(
                    (0..<Int.random(in: 4...14, using: &random)).map { _ in
                        "абв".randomElement(using: &random) ?? "а"
                    }
                )
            }
            var left = pairs(texts[1])
            let common = pairs(texts[0]).reduce(0) { count, pair in
                guard let index = left.firstIndex(of: pair) else { return count }
                left.remove(at: index)
                return count + 1
            }
            let dice = 2 * Double(common) / Double(texts[0].count + texts[1].count - 2)
            let isLike = NameLikeness(texts[0]).isLike(NameLikeness(texts[1]))
            #expect(isLike == (texts[0] == texts[1] || dice >= NameLikeness.least), "\(texts)")
        }
    }

    private func pairs(_ text: String) -> [String] { zip(text, text.dropFirst()).map { "\($0)\($1)" } }

    @Test func oneselfIsNotLikeOneself() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        let name = LocalizedText(ru: "Ёлки и шишки ООО")
        #expect(try await store.names.enterprises(similarTo: name, except: nil).map(\.id) == ["E3"])
        #expect(try await store.names.enterprises(similarTo: name, except: "E3").isEmpty)
        #expect(try await store.names.enterprises(similarTo: LocalizedText(), except: nil).isEmpty)
    }
}

/// How many partners a step would bring is what matching then finds.
struct PartnerPotentialTests {
    @Test func codesBringThoseWhoSeekUnderThem() async throws {
        let data = SampleExpo.generate(seed: 5, scale: 0.02, regions: [], economies: [])
        let store = try await TemporaryStore(data).store
        let seller = try #require(
            data.enterprises.first { enterprise in
                data.products.contains { $0.enterprise == enterprise.id } && enterprise.status == .approved
            }
        )
        var draft = try #require(try await store.profiles.draft(of: seller.id)).draft
        let sectorID = try #require(seller.sectors.first)
        let sector = try #require(Sector.sector(sectorID))
        draft.sectors = [sector.id.code]
        draft.products = []
        let approved = Set(data.enterprises.filter { $0.status == .approved }.map(\.id))
        let expected = Set(
            data.demands.filter { demand in
                approved.contains(demand.enterprise) && demand.enterprise != seller.id
                    && (sector.chapters?.contains(demand.hsPrefix.flatMap { Int($0.chapter) } ?? 0) ?? false)
            }.map(\.enterprise)
        )
        let more = try await store.profiles.morePartners(for: draft, of: seller.id)
        #expect(more[.productCodes] == expected.count)
    }

    @Test func withoutSectorsNothingIsPromised() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        #expect(
            try await store.profiles.morePartners(for: ProfileDraft(), of: nil).values.allSatisfy { $0 == 0 }
        )
    }
}
