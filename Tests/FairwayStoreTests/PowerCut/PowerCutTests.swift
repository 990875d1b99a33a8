import FairwayCore
@testable import FairwayStore
import Foundation
import StoreSQLite
import Synchronization
import Testing

/// The power goes at every sync of the disk; whatever subset of the unsynced writes reached it, all that was acknowledged
/// is there, and nothing is there in part.
struct PowerCutTests {
    /// Something an organiser or a participant does, in one transaction.
    private struct Deed: Sendable {
        var name: String
        var run: @Sendable (ExpoStore, Int) async throws -> Void
    }

    private static let clock = Mutex(1_000_000.0)

    private func open(_ path: String, _ durability: StoreDurability = .synced) throws -> ExpoStore {
        try ExpoStore(path: path, durability: durability) {
            Self.clock.withLock { now in
                now += 1
                return now
            }
        }
    }

    private static let deeds: [Deed] = [
        Deed(name: "request") { store, _ in
            _ = try await store.requests.ask(
                "E5",
                for: "E1",
                priority: 3,
                message: "Встреча",
                seenBy: .organiser,
                by: "test"
            )
        },
        Deed(name: "withdrawal") { store, _ in
            let last = try await store.expo.data().requests.last { $0.status == .pending && $0.id != "Q3" }
            if let last {
                _ = try await store.requests.take(.withdraw, with: last.id, as: last.requester, by: "test")
            }
        },
        Deed(name: "preference") { store, round in
            try await store.preferences.set(
                round % 2 == 0 ? .mustMeet : nil,
                "E3",
                as: "E1",
                seenBy: .organiser,
                by: "test"
            )
        },
        Deed(name: "slots") { store, round in
            try await store.enterprises.setUnavailable([round % 8], of: "E1", by: "test") { _ in true }
        },
        Deed(name: "registration") { store, round in
            _ = try await store.registrations.open(
                email: "new\(round)@firm.example",
                name: "Анна",
                language: .ru
            )
        },
        Deed(name: "profile") { store, round in
            let draft = try #require(try await store.profiles.draft(of: "E1"))
            var changed = draft.draft
            changed.website = "https://round\(round).example"
            try await store.profiles.save(changed, of: "E1", version: draft.version, by: "test")
        },
        Deed(name: "account") { store, round in
            _ = try await store.accounts.create(
                email: "hall\(round)@expo.example",
                name: "Зал",
                part: .hallManager,
                language: .ru,
                password: nil,
                by: "test"
            )
        },
        Deed(name: "letter") { store, round in
            try await store.outbox.post(
                to: "a@b.example",
                subject: "№ \(round)",
                body: String(repeating: "текст ", count: 400)
            )
        },
        Deed(name: "import") { store, round in
            var fixture = BatchFixture()
            fixture.add(
                try (0..<12).map {
                    try BatchFixture.enterprise(.init("W\(round)-\($0)"), "Фирма \(round) \($0)")
                }
            )
            let report = try await store.imports.apply(
                fixture.batch,
                by: "test",
                dryRun: false,
                skipBadRows: false
            )
            #expect(report.isApplied)
        },
        Deed(name: "run") { store, round in
            _ = try await store.save(ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2 + round % 2)]))
        },
        Deed(name: "publication") { store, _ in
            let run = try #require(try await store.programmes.latestRun())
            _ = try await store.publishUnchecked(run.id, by: "test")
        },
        Deed(name: "approval") { store, round in
            _ = try await store.registrations.approve(.init("W\(round)-0"), by: "test")
        },
    ]

    private static func data() throws -> ExpoData {
        var data = try ExpoFixture.data()
        data.enterprises.append(
            Enterprise(
                id: "E5",
                name: LocalizedText(ru: "Новая"),
                economy: "RU",
                roles: [.distributor],
                sectors: ["S04"],
                languages: [LanguageTag(.ru)],
                registeredOn: try ExpoFixture.date(5)
            )
        )
        return data
    }

    /// What the images made so far have lost or have in part.
    ///
    /// - Parameter states: Sums of the store after 0, 1, … acknowledged deeds; the last may be of one not acknowledged.
    private func losses(on disk: PowerCutDisk, _ states: [String]) async throws -> (
        lost: Int, broken: [String]
    ) {
        var (lost, broken): (Int, [String]) = (0, [])
        for (place, image) in try disk.takeImages().enumerated() {
            defer { disk.remove(image) }
            let found = PowerCutDisk.fingerprint(image.path)
            let isKnown = states[image.acknowledged...].contains(found)
            if !isKnown, states[..<image.acknowledged].contains(found) {
                lost += 1
            } else if !isKnown {
                broken.append("\(image.folder): \(found)")
            } else if place % 5 == 0 {
                // The program itself opens what the cut left, and goes on with it.
                let store = try open(image.path, .unsynced)
                try await store.outbox.post(to: "a@b.example", subject: "after", body: "the cut")
                #expect(try await store.expo.find() != nil)
            }
        }
        return (lost, broken)
    }

    /// More of them show more: FAIRWAY_POWER_CUT_SEEDS.
    private static let seeds: [UInt64] = {
        let count = ProcessInfo.processInfo.environment["FAIRWAY_POWER_CUT_SEEDS"].flatMap { UInt64($0) }
        return Array(1...max(1, count ?? 2))
    }()

    @Test(arguments: seeds)
    func noAcknowledgedDeedIsLostAndNoneIsThereInPart(seed: UInt64) async throws {
        let disk = try PowerCutDisk(seed: seed)
        let store = try open(disk.path)
        try await store.expo.replaceAll(with: try Self.data(), by: "setup")
        var states = [PowerCutDisk.fingerprint(disk.path)]
        disk.makeImages(perSync: 5)
        var cuts = 0
        for round in 0..<2 {
            for deed in Self.deeds {
                try await deed.run(store, round)
                disk.acknowledge(states.count)
                disk.cut()
                states.append(PowerCutDisk.fingerprint(disk.path))
                #expect(
                    states[states.count - 1] != states[states.count - 2],
                    "\(deed.name) changes something"
                )
                cuts = disk.imageCount
                let (lost, broken) = try await losses(on: disk, states)
                #expect(
                    lost == 0 && broken.isEmpty,
                    "seed \(seed), \(deed.name), round \(round): \(lost) \(broken)"
                )
            }
        }
        #expect(disk.syncPoints >= states.count - 1, "each deed is synced")
        #expect(cuts >= 10 * (states.count - 1))
    }

    @Test func aCutDuringACheckpointLosesNothing() async throws {
        let disk = try PowerCutDisk(seed: 4)
        let store = try open(disk.path)
        try await store.expo.replaceAll(with: try Self.data(), by: "setup")
        let before = disk.databaseSyncs
        var states = [PowerCutDisk.fingerprint(disk.path)]
        // Enough to reach the 1,000 pages at which SQLite moves the log into the database, and to begin the log anew.
        disk.makeImages(perSync: 5)
        for round in 0..<12 {
            let body = String(repeating: "\(round) ", count: 400_000)
            try await store.outbox.post(to: "a@b.example", subject: "large", body: body)
            disk.acknowledge(states.count)
            states.append(PowerCutDisk.fingerprint(disk.path))
            let (lost, broken) = try await losses(on: disk, states)
            #expect(lost == 0 && broken.isEmpty, "\(round): \(lost) \(broken)")
        }
        #expect(disk.databaseSyncs > before, "there were checkpoints")
    }

    @Test func withoutASyncAtEachCommitTheSimulatorSeesAcknowledgedDeedsLost() async throws {
        let disk = try PowerCutDisk(seed: 5)
        let store = try open(disk.path, .unsynced)
        try await store.expo.replaceAll(with: try Self.data(), by: "setup")
        var states = [PowerCutDisk.fingerprint(disk.path)]
        disk.makeImages(perSync: 6)
        for deed in Self.deeds {
            try await deed.run(store, 0)
            disk.acknowledge(states.count)
            states.append(PowerCutDisk.fingerprint(disk.path))
        }
        disk.cut()
        var found: [String] = []
        for image in try disk.takeImages() {
            found.append(PowerCutDisk.fingerprint(image.path))
            disk.remove(image)
        }
        let last = states[states.count - 1]
        #expect(found.contains { $0.hasPrefix("ok") && $0 != last }, "\(found)")
    }

    @Test func writersWhoShareACommitAreAllThereAfterACut() async throws {
        let disk = try PowerCutDisk(seed: 6)
        let store = try open(disk.path)
        try await store.expo.replaceAll(with: try Self.data(), by: "setup")
        disk.makeImages(perSync: 4)
        let before = disk.syncPoints
        let done = Shared<[Int]>([])
        let writers = 16
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    for number in (0..<6).map({ writer * 100 + $0 }) {
                        try await store.outbox.post(to: "a@b.example", subject: "\(number)", body: "x")
                        // In one step: an image must not count more than the list holds.
                        done.change { list in
                            list.append(number)
                            disk.acknowledge(list.count)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        disk.cut()
        disk.stopImages()
        let acknowledged = done.value
        #expect(acknowledged.count == writers * 6)
        for image in try disk.takeImages() {
            defer { disk.remove(image) }
            #expect(PowerCutDisk.fingerprint(image.path).hasPrefix("ok"))
            let letters = try await open(image.path, .unsynced).outbox.letters(isWaiting: true, limit: 1000)
            let subjects = Set(letters.map(\.subject))
            let missing = acknowledged.prefix(image.acknowledged).filter { !subjects.contains("\($0)") }
            #expect(missing.isEmpty, "\(image.folder)")
        }
        #expect(disk.syncPoints > before)
    }
}
