import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Synchronization

/// The files of the public catalogue, made once for each state of the store.
final class CatalogueCache: Sendable {
    /// A file with the version of its bytes.
    struct Entry: Sendable {
        let bytes: Data
        let tag: EntityTag
    }

    private struct Key: Hashable {
        let file: CatalogueFile
        let language: Language
    }

    private let store: ExpoStore
    private let address: String
    private let kept = Mutex<(version: Int64, entries: [Key: Entry])>((-1, [:]))

    init(_ store: ExpoStore, site: WebSite) {
        self.store = store
        address = site.address
    }

    func entry(_ file: CatalogueFile, in language: Language) throws -> Entry {
        let version = try store.changeNumber()
        let key = Key(file: file, language: language)
        let known = kept.withLock { $0.version == version ? $0.entries[key] : nil }
        if let known { return known }
        let catalogue = PublicCatalogue(
            try store.expoData(),
            images: try store.publicImages(),
            language: language,
            address: address
        )
        let bytes = try file.bytes(of: catalogue)
        let fresh = Entry(bytes: bytes, tag: EntityTag(of: bytes))
        kept.withLock { state in
            if state.version != version { state = (version, [:]) }
            state.entries[key] = fresh
        }
        return fresh
    }
}
