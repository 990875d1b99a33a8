import Foundation
import FuzzHarnesses
import Testing

/// Seeds of bytes through the harness that a fuzzer drives with its own; `FAIRWAY_FUZZ_RUNS` makes them more.
struct EngineFuzzTests {
    static let runs = ProcessInfo.processInfo.environment["FAIRWAY_FUZZ_RUNS"].flatMap { Int($0) } ?? 160
    static let batches = 4

    @Test(arguments: 0..<batches) func noExpoEndsTheProcessOrGetsAWrongProgramme(batch: Int) {
        for seed in stride(from: batch, to: Self.runs, by: Self.batches) {
            let findings = SeededBytes(seed: UInt64(seed)).withBytes { engineFindings($0) }
            #expect(findings.isEmpty, "seed \(seed)")
        }
    }

    /// Replans that took the place of what a meeting had to wait for.
    @Test(arguments: [447_380, 584_080]) func whatWasFoundOnceIsMended(seed: UInt64) {
        #expect(SeededBytes(seed: seed).withBytes { engineFindings($0) }.isEmpty)
    }

    @Test func noJSONEndsTheProcess() {
        for seed in 0..<Self.runs {
            let findings = SeededBytes(seed: UInt64(seed)).withBytes { programmeJSONFindings($0) }
            #expect(findings.isEmpty, "seed \(seed)")
        }
    }
}
