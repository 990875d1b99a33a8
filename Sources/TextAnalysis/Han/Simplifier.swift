import COpenCC

/// Turns traditional characters into simplified ones with OpenCC's dictionary, phrases included (乾坤 stays, 乾燥 becomes 干燥).
///
/// `@unchecked Sendable` because the handle is only read: OpenCC's conversions may run at the same time.
final class Simplifier: @unchecked Sendable {
    private static let first: UInt32 = 0x3400
    private static let last: UInt32 = 0x9FFF

    private let converter: UnsafeMutableRawPointer
    /// The simplified form of each character by itself, from U+3400.
    private let table: [UInt16]

    /// - Returns: nil when the dictionary `t2s` is not installed.
    init?() {
        guard let opened = opencc_open("t2s.json"), Int(bitPattern: opened) != -1 else { return nil }
        converter = opened
        let lone: [UInt32] = (Self.first...Self.last).flatMap { [$0, 10] }
        let lines = Self.converted(String(scalars: lone), by: opened).split(separator: "\n")
        var table = (Self.first...Self.last).map { UInt16($0) }
        if lines.count == table.count {
            for (index, line) in lines.enumerated() {
                let scalars = line.unicodeScalars
                guard scalars.count == 1, let scalar = scalars.first else { continue }
                table[index] = UInt16(exactly: scalar.value) ?? table[index]
            }
        }
        self.table = table
    }

    deinit {
        _ = opencc_close(converter)
    }

    /// One character for each of the run.
    func simplified(_ run: [UInt32]) -> [UInt32] {
        let alone = run.map {
            (Self.first...Self.last).contains($0) ? UInt32(table[Int($0 - Self.first)]) : $0
        }
        guard alone != run else { return run }
        let phrases = Self.converted(String(scalars: run), by: converter).unicodeScalars.map(\.value)
        return phrases.count == run.count ? phrases : alone
    }

    func simplified(_ text: String) -> String {
        Self.converted(text, by: converter)
    }

    private static func converted(_ text: String, by converter: UnsafeMutableRawPointer) -> String {
        guard !text.isEmpty else { return text }
        var text = text
        let result = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                opencc_convert_utf8(converter, $0.baseAddress, $0.count)
            }
        }
        guard let result else { return text }
        defer { opencc_convert_utf8_free(result) }
        return String(cString: result)
    }
}
