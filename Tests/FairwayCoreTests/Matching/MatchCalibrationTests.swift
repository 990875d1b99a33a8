import Testing

@testable import FairwayCore

struct MatchCalibrationTests {
    @Test func findsTheWeightsThatMadeTheData() {
        var rng = TestRandom(seed: 9)
        let examples = (0..<20_000).map { _ in
            let features = [Double.random(in: 0...1, using: &rng), Double.random(in: 0...1, using: &rng)]
            let probability = LogisticFit.logistic(-2 + 3 * features[0] - 1 * features[1])
            return LogisticFit.Example(
                features: features,
                isPositive: Double.random(in: 0...1, using: &rng) < probability
            )
        }
        let fit = LogisticFit(examples, features: 2)
        // The second feature speaks against; it is cut at nothing rather than made to lower a score.
        #expect(abs(fit.weights[0] - 3) < 0.2)
        #expect(fit.weights[1] == 0)
        let report = ReliabilityReport(examples, said: fit.probability)
        #expect(report.rows.filter { $0.count > 300 }.allSatisfy { abs($0.said - $0.observed) < 0.05 })
    }

    @Test func countsBrierAndLogLoss() {
        let examples = [true, false].map { LogisticFit.Example(features: [1], isPositive: $0) }
        let report = ReliabilityReport(examples) { _ in 0.75 }
        #expect(abs(report.brier - (0.0625 + 0.5625) / 2) < 1e-12)
        #expect(report.rows[7] == .init(count: 2, said: 0.75, observed: 0.5))
    }

    @Test func theScoreReadsAsAProbabilityOnHeldOutRequests() {
        let data = SampleExpo.generate(seed: 5, scale: 0.1, regions: [], economies: [])
        let calibration = MatchCalibration(data, seed: 5)
        #expect(calibration.training.count > calibration.heldOut.count)
        let report = ReliabilityReport(calibration.heldOut) { values in
            MatchWeights.score(goods: values[1], roles: values[2], place: values[3], language: values[4])
        }
        let base = ReliabilityReport(calibration.heldOut) { _ in 0.2 }
        #expect(report.logLoss < base.logLoss)
        for row in report.rows where row.count >= 100 {
            #expect(abs(row.said - row.observed) < 0.12, "\(row)")
        }
    }

    @Test func theSplitDoesNotDependOnTheOrderOfRequests() {
        var data = SampleExpo.generate(seed: 5, scale: 0.02, regions: [], economies: [])
        let calibration = MatchCalibration(data, seed: 1)
        data.requests.reverse()
        let reversed = MatchCalibration(data, seed: 1)
        #expect(calibration.heldOut == reversed.heldOut)
        #expect(calibration.training == reversed.training)
    }
}
