import FairwayCore
import FairwayFormats
import FairwayStore
import NIOCore
import Synchronization
import Workers

/// The files of the public catalogue, made once for each state of what they are made of: one request has them made, all others
/// that want them wait for it.
final class CatalogueFileService: Sendable {
    /// A file with the version of its bytes.
    struct Entry: Sendable {
        /// All answers share its bytes.
        let bytes: ByteBuffer
        let tag: EntityTag
    }

    private typealias Waiter = CheckedContinuation<Void, Never>

    private struct Kept {
        /// The change of the store up to which these files are right.
        var version: Int64 = -1
        var entries: [CatalogueFile: Entry] = [:]
        var isBeingMade = false
        var waiters: [Waiter] = []
    }

    private let store: ExpoStore
    private let workers: WorkerPool
    private let address: String
    /// One version of each language, and no more.
    private let kept = Mutex<[Language: Kept]>([:])
    private static let actor = "catalogue"

    init(_ store: ExpoStore, workers: WorkerPool, site: WebSite) {
        self.store = store
        self.workers = workers
        address = site.address
    }

    /// - Throws: `WorkerError`, `StoreError`.
    func entry(_ file: CatalogueFile, in language: Language) async throws -> Entry? {
        while true {
            if let entry = try await fresh(file, in: language) { return entry }
            // Whoever waited looks again: the one who made the files may have failed.
            if await begins(language) { return try await make(language)[file] }
        }
    }

    private func fresh(_ file: CatalogueFile, in language: Language) async throws -> Entry? {
        let known = kept.withLock { $0[language] }
        guard let known, let entry = known.entries[file] else { return nil }
        let now = try await store.auditLog.changeNumber()
        guard try await !store.auditLog.hasCatalogueChanged(since: known.version) else { return nil }
        kept.withLock { state in
            if let version = state[language]?.version, version == known.version {
                state[language]?.version = now
            }
        }
        return entry
    }

    /// - Returns: true for the one who is to make the files; the others come back when they are made.
    private func begins(_ language: Language) async -> Bool {
        var isFirst = false
        await withCheckedContinuation { (waiter: Waiter) in
            isFirst = kept.withLock { state in
                guard state[language, default: Kept()].isBeingMade else {
                    state[language, default: Kept()].isBeingMade = true
                    return true
                }
                state[language]?.waiters.append(waiter)
                return false
            }
            if isFirst { waiter.resume() }
        }
        return isFirst
    }

    private func make(_ language: Language) async throws -> [CatalogueFile: Entry] {
        defer {
            let waiters = kept.withLock { state in
                defer { state[language]?.waiters = [] }
                state[language]?.isBeingMade = false
                return state[language]?.waiters ?? []
            }
            for waiter in waiters { waiter.resume() }
        }
        let (store, address) = (store, address)
        // First the number: a change in between makes the files older than they are, never newer.
        let version = try await store.auditLog.changeNumber()
        // Those of before are right no more, and new ones take as much memory.
        kept.withLock { $0[language]?.entries = [:] }
        let made = try await workers.run(CatalogueTask.self, for: Self.actor) {
            CatalogueTask.Input(
                try await store.expo.profileData(),
                images: try await store.images.published(),
                language: language,
                address: address
            )
        }
        let entries = Self.entries(of: consume made)
        kept.withLock { state in
            state[language]?.version = version
            state[language]?.entries = entries
        }
        return entries
    }

    /// One file after the other: only one of them is in memory twice.
    private static func entries(of made: consuming NamedFiles) -> [CatalogueFile: Entry] {
        var entries: [CatalogueFile: Entry] = [:]
        while let (name, bytes) = made.takeLast() {
            guard let file = CatalogueFile(rawValue: name) else { continue }
            entries[file] = Entry(bytes: ByteBuffer(bytes: bytes), tag: EntityTag(of: bytes))
        }
        return entries
    }
}
