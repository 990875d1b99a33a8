import FairwayCore
import Testing

struct ProfileMeterTests {
    private var whole: ProfileFacts {
        var facts = ProfileFacts()
        (facts.products, facts.productsWithCode) = (3, 3)
        (facts.demands, facts.demandsWithCode, facts.demandsWithTarget) = (2, 2, 1)
        (facts.roles, facts.sectors, facts.languages) = (1, 1, 2)
        (facts.hasRegion, facts.hasReach, facts.hasWebsite) = (true, true, true)
        (facts.people, facts.peopleWithContact) = (1, 1)
        (facts.nameLanguages, facts.aboutLanguages) = (3, 1)
        return facts
    }

    @Test func runsFromNothingToEverything() {
        #expect(ProfileMeter(ProfileFacts()).share < 0.001)
        let full = ProfileMeter(whole)
        #expect(abs(full.share - 1) < 1e-9)
        #expect(full.steps.isEmpty)
    }

    @Test func whatItHasAndWhatStepsBringMakeOne() {
        for facts in [ProfileFacts(), whole] + thinned {
            let meter = ProfileMeter(facts)
            #expect(abs(meter.share + meter.steps.reduce(0) { $0 + $1.gain } - 1) < 1e-9)
            #expect(meter.steps.map(\.gain) == meter.steps.map(\.gain).sorted(by: >))
        }
    }

    /// The whole profile with one thing taken away each.
    private var thinned: [ProfileFacts] {
        let changes: [(inout ProfileFacts) -> Void] = [
            { $0.productsWithCode = 1 }, { $0.demandsWithCode = 0 }, { $0.roles = 0 }, { $0.languages = 1 },
            { $0.sectors = 0 }, { $0.hasRegion = false }, { $0.demandsWithTarget = 0 },
            { $0.nameLanguages = 1 },
            { ($0.demands, $0.demandsWithCode) = (0, 0) }, { ($0.products, $0.productsWithCode) = (0, 0) },
        ]
        return changes.map {
            var facts = whole
            $0(&facts)
            return facts
        }
    }

    @Test func everyThingTakenAwayIsMissed() {
        for facts in thinned { #expect(ProfileMeter(facts).share < 0.9999) }
    }

    @Test func goodsComeFirstAsInTheScoreOfAMatch() {
        #expect(ProfileMeter(ProfileFacts()).steps.first?.kind == .goods)
        var facts = ProfileFacts()
        facts.products = 4
        facts.morePartners[.productCodes] = 12
        let step = ProfileMeter(facts).steps[0]
        #expect(step.kind == .productCodes)
        #expect(step.gainWords(in: .en) == "12 possible partners more")
        #expect(step.gainWords(in: .ru) == "ещё 12\u{A0}возможных партнёров")
        #expect(step.gainWords(in: .zh) == "将增加 12 家潜在合作伙伴")
    }

    @Test func whatCannotBeCountedIsToldAsAShare() {
        let step = ProfileMeter(ProfileFacts()).steps.first { $0.kind == .about }
        #expect(step?.gainWords(in: .en) == "+7%")
    }
}
