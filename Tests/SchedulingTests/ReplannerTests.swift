import PropertyRuns
import Scheduling
import Testing

/// Replanning against rules counted independently, on small problems and changes made at random.
struct ReplannerTests {
    private func fixture(_ seed: UInt64, kind: Int) throws -> ReplanFixture {
        try ReplanFixture(
            seed: seed,
            kind: kind,
            participants: 10,
            days: 2,
            slotsPerDay: 4,
            requests: 32
        )
    }

    private func old(_ request: ReplanRequest, _ meeting: Int) -> Placement? {
        request.previous.indices.contains(meeting) ? request.previous[meeting] : nil
    }

    /// Each kind of change on many problems: 7 × 8 in a long run.
    @Test(arguments: 0..<7)
    func keepsRulesAndWhatMayNotMove(kind: Int) throws {
        for seed in PropertyRuns.seeds(1...8 as ClosedRange<UInt64>, short: 3) {
            let fixture = try fixture(seed, kind: kind)
            let request = try fixture.request()
            let replan = try Replanner.replan(request, settings: .init(seed: seed, stepLimit: 2000))
            let rules = RuleBook(problem: request.problem)
            #expect(rules.violations(replan.placements).isEmpty, "seed \(seed)")
            #expect(rules.value(replan.placements) == replan.value, "seed \(seed)")
            #expect(replan.value.placedWeight <= replan.weightBound, "seed \(seed)")
            #expect(replan.movesBound <= replan.moves, "seed \(seed)")
            for meeting in request.problem.meetings.indices {
                let (was, now) = (old(request, meeting), replan.placements[meeting])
                if let was, was.slot < request.now {
                    #expect(was == now, "frozen \(meeting), seed \(seed)")
                } else {
                    #expect((now?.slot ?? .max) >= request.now, "\(meeting) before now, seed \(seed)")
                }
                if let was, let now, request.locked.contains(meeting) {
                    #expect(was.slot == now.slot && was.hall == now.hall, "locked \(meeting), seed \(seed)")
                }
                #expect(
                    (replan.reasons[meeting] == nil) == (now != nil),
                    "reason of \(meeting), seed \(seed)"
                )
            }
        }
    }

    @Test(arguments: 0..<7)
    func differenceIsExact(kind: Int) throws {
        for seed in PropertyRuns.seeds(101...105 as ClosedRange<UInt64>, short: 2) {
            let request = try fixture(seed, kind: kind).request()
            let replan = try Replanner.replan(request, settings: .init(seed: seed, stepLimit: 2000))
            let difference = replan.difference
            let count = request.problem.meetings.count
            #expect(difference.applied(to: request.previous, meetings: count) == replan.placements)
            let named =
                difference.cancelled.map(\.meeting) + difference.added.map(\.meeting)
                + difference.moved.map(\.meeting) + difference.reinterpreted.map(\.meeting)
                + difference.lost.map(\.meeting)
            let differing = (0..<count).filter { old(request, $0) != replan.placements[$0] }
            #expect(named.sorted() == differing, "seed \(seed)")
        }
    }

    @Test func nothingHappensWhenNothingChanges() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let fixture = try fixture(seed, kind: 0)
            let request = ReplanRequest(problem: fixture.original, previous: fixture.previous)
            let replan = try Replanner.replan(request, settings: .init(seed: seed, stepLimit: 1))
            #expect(replan.difference.isEmpty)
            #expect(replan.hasFewestMoves)
        }
    }

    @Test func sameSeedAndStepsGiveTheSameProgramme() throws {
        let request = try fixture(3, kind: 0).request()
        let settings = Replanner.Settings(seed: 9, stepLimit: 3000)
        #expect(
            try Replanner.replan(request, settings: settings) == Replanner.replan(request, settings: settings)
        )
    }

    @Test func stopsWhenCancelled() throws {
        let request = try fixture(4, kind: 1).request()
        let replan = try Replanner.replan(request, settings: .init(stepLimit: .max)) { true }
        #expect(RuleBook(problem: request.problem).violations(replan.placements).isEmpty)
        #expect(replan.steps <= 128)
    }

    @Test func keepsBeforeAddingGivesUpNoMore() throws {
        for seed in 1...8 as ClosedRange<UInt64> {
            let request = try fixture(seed, kind: 4).request()
            var settings = Replanner.Settings(seed: seed, stepLimit: 4000)
            settings.keepsBeforeAdding = true
            let replan = try Replanner.replan(request, settings: settings)
            #expect(replan.difference.lost.isEmpty, "seed \(seed)")
        }
    }

    @Test func refusesAFrozenMeetingThatBreaksARule() throws {
        var fixture = try fixture(1, kind: 0)
        let meeting = try #require(fixture.previous.indices.first { fixture.previous[$0] != nil })
        let placement = try #require(fixture.previous[meeting])
        let side = fixture.original.meetings[meeting].a
        fixture.original.participants[side].unavailable = [placement.slot]
        let request = ReplanRequest(
            problem: fixture.original,
            previous: fixture.previous,
            now: placement.slot + 1
        )
        #expect(throws: ReplanError.self) { try Replanner.replan(request) }
    }

    // MARK: - Against brute force

    /// Tiny enough to try everything: bounds hold, and weight and moves are nearly always the best there are.
    @Test func boundsHoldAndTheBestIsFoundNearlyAlways() throws {
        var tried = 0
        var missedWeight: [String] = []
        var missedMoves: [String] = []
        for kind in 0..<7 {
            for seed in 1001...1006 as ClosedRange<UInt64> {
                let request = try ReplanFixture(
                    seed: seed,
                    kind: kind,
                    participants: 5,
                    days: 1,
                    slotsPerDay: 4,
                    requests: 6
                ).request()
                let replan = try Replanner.replan(request)
                let truth = ReplanBruteForce(request)
                let best = truth.best()
                let name = "kind \(kind) seed \(seed)"
                tried += 1
                #expect(replan.weightBound >= best.weight, "\(name)")
                #expect(replan.value.placedWeight <= best.weight, "\(name)")
                if replan.value.placedWeight < best.weight {
                    missedWeight.append(name)
                } else if replan.moves > best.moves {
                    missedMoves.append(name)
                }
                let placed = Set(replan.placements.indices.filter { replan.placements[$0] != nil })
                let fewest = try #require(truth.fewestMoves(placing: placed), "\(name)")
                #expect(replan.movesBound <= fewest, "\(name)")
                if replan.hasFewestMoves { #expect(replan.moves == fewest, "\(name)") }
            }
        }
        #expect(tried == 42)
        #expect(missedWeight.count <= 2, "weight missed: \(missedWeight)")
        #expect(missedMoves.count <= 2, "moves missed: \(missedMoves)")
    }
}
