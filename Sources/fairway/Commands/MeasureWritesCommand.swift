import ArgumentParser
import FairwayStore
import Foundation
import PrivateFiles
import StoreSQLite
import Synchronization

/// `fairway measure-writes`: how many acknowledged writes a second the store takes on a disk.
struct MeasureWritesCommand: ParsableCommand {
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

    func run() throws {
        let place = "\(folder)/fairway-measure-\(UUID().uuidString)"
        try PrivateFolder.make(place)
        defer { try? FileManager.default.removeItem(atPath: place) }
        let store = try ExpoStore(
            path: place + "/expo.sqlite",
            durability: unsynced ? .unsynced : .synced,
            now: { Date().timeIntervalSince1970 }
        )
        let (count, elapsed, slowest) = measure(store)
        print(
            "\(writers) writers, \(unsynced ? "unsynced" : "synced"): "
                + "\(Int(Double(count) / elapsed)) writes/s, \(count) in "
                + String(format: "%.2f s, slowest %.0f ms", elapsed, slowest * 1000)
        )
    }

    private func measure(_ store: ExpoStore) -> (count: Int, elapsed: Double, slowest: Double) {
        let result = Mutex((count: 0, slowest: 0.0))
        let clock = Stopwatch()
        let group = DispatchGroup()
        for writer in 0..<writers {
            group.enter()
            Thread.detachNewThread { [seconds] in
                var (count, slowest) = (0, 0.0)
                while clock.seconds < seconds {
                    let began = clock.seconds
                    guard
                        (try? store.post(to: "a@b.example", subject: "\(writer) \(count)", body: "x")) != nil
                    else { break }
                    count += 1
                    slowest = max(slowest, clock.seconds - began)
                }
                result.withLock { $0 = ($0.count + count, max($0.slowest, slowest)) }
                group.leave()
            }
        }
        group.wait()
        let (count, slowest) = result.withLock { $0 }
        return (count, clock.seconds, slowest)
    }
}
