import ArgumentParser
import FairwayStore
import Foundation
import PrivateFiles
import StoreSQLite

/// `fairway measure-writes`: how many acknowledged writes a second the store takes on a disk.
struct MeasureWritesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-writes",
        abstract: "Measure acknowledged writes per second on a disk, in a store made for it.",
        shouldDisplay: false
    )

    @Option(help: "The folder whose disk is measured; what is made there is removed.") var folder = "."
    @Option(help: "How many write at once.", transform: NumberOption.whole(1...256)) var writers = 1
    @Option(help: "How long, in seconds.", transform: NumberOption.decimal(0.1...600)) var seconds = 5.0
    @Flag(help: "Acknowledge before the disk has it, as up to version 0.1: a power cut loses such writes.")
    var unsynced = false

    func run() async throws {
        let place = "\(folder)/fairway-measure-\(UUID().uuidString)"
        try PrivateFolder.make(place)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let store = try ExpoStore(
            path: place + "/expo.sqlite",
            durability: unsynced ? .unsynced : .synced,
            now: { Date().timeIntervalSince1970 }
        )
        let (count, elapsed, slowest) = await measure(store)
        print(
            "\(writers) writers, \(unsynced ? "unsynced" : "synced"): "
                + "\(Int(Double(count) / elapsed)) writes/s, \(count) in "
                + String(format: "%.2f s, slowest %.0f ms", elapsed, slowest * 1000)
        )
    }

    private func measure(_ store: ExpoStore) async -> (count: Int, elapsed: Double, slowest: Double) {
        let clock = Stopwatch()
        let (count, slowest) = await withTaskGroup(of: (Int, Double).self) { group in
            for writer in 0..<writers {
                group.addTask { [seconds] in
                    var (count, slowest) = (0, 0.0)
                    while clock.seconds < seconds {
                        let began = clock.seconds
                        let letter = "\(writer) \(count)"
                        guard
                            (try? await store.outbox.post(to: "a@b.example", subject: letter, body: "x"))
                                != nil
                        else { break }
                        count += 1
                        slowest = max(slowest, clock.seconds - began)
                    }
                    return (count, slowest)
                }
            }
            return await group.reduce((0, 0.0)) { ($0.0 + $1.0, max($0.1, $1.1)) }
        }
        return (count, clock.seconds, slowest)
    }
}
