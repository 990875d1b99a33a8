import Foundation
import PowerCutVFS

/// A folder whose files SQLite writes through the simulator of power cuts.
///
/// `@unchecked Sendable`: the C side takes a lock around everything.
final class PowerCutDisk: @unchecked Sendable {
    /// What a power cut may have left, and how many writes had been acknowledged by then.
    struct Image {
        var folder: String
        var acknowledged: Int
        var path: String { folder + "/expo.sqlite" }
    }

    let folder: String
    private let images: String
    private let disk: OpaquePointer

    init(seed: UInt64) throws {
        guard powercut_install() == 0 else { throw Failure() }
        let root = FileManager.default.temporaryDirectory.path + "/power-cut-\(UUID().uuidString)"
        folder = root + "/disk"
        images = root + "/images"
        for path in [folder, images] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        guard let disk = powercut_watch(folder, seed) else { throw Failure() }
        self.disk = disk
    }

    struct Failure: Error {}

    deinit {
        powercut_unwatch(disk)
        try? FileManager.default.removeItem(
            at: URL(fileURLWithPath: folder).deletingLastPathComponent()
        )
    }

    var path: String { folder + "/expo.sqlite" }
    var syncPoints: Int { Int(powercut_sync_points(disk)) }
    var databaseSyncs: Int { Int(powercut_database_syncs(disk)) }
    var imageCount: Int { Int(powercut_image_count(disk)) }

    /// From now on each sync leaves images.
    func makeImages(perSync: Int) { powercut_images(disk, images, Int32(perSync)) }
    func stopImages() { powercut_images(disk, nil, 0) }
    /// Images of a cut now, between syncs.
    func cut() { powercut_cut(disk) }
    func acknowledge(_ count: Int) { powercut_acknowledge(disk, Int64(count)) }
    func failWrites(_ code: Int32, after bytes: Int = 0) { powercut_fail_writes(disk, code, Int64(bytes)) }
    func openForReadingOnly() { powercut_read_only(disk, 1) }

    /// The images made since the last call; whoever takes them removes them.
    func takeImages() throws -> [Image] {
        try Files.names(in: images).map { name in
            Image(folder: images + "/" + name, acknowledged: Int(name.split(separator: "-").last ?? "") ?? -1)
        }
    }

    func remove(_ image: Image) { try? FileManager.default.removeItem(atPath: image.folder) }

    /// "ok" and a sum of all rows, or what is wrong with the file.
    static func fingerprint(_ path: String) -> String {
        var text = [CChar](repeating: 0, count: 1024)
        powercut_fingerprint(path, &text, Int32(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
