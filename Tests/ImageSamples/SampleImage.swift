import Foundation

/// Images made for tests, byte by byte: left half red, right half blue.
package enum SampleImage {
    package static let red: [UInt8] = [200, 20, 30]
    package static let blue: [UInt8] = [10, 40, 180]

    /// A PNG (RFC 2083), RGB or with the right half transparent; its pixels are stored uncompressed.
    /// - Parameter rows: Those that are there, of the height that it claims.
    package static func png(_ width: Int, _ height: Int, rows: Int? = nil, isTransparent: Bool = false)
        -> [UInt8]
    {
        var row: [UInt8] = [0]
        for x in 0..<width {
            row += x < width / 2 ? red : blue
            if isTransparent { row.append(x < width / 2 ? 255 : 0) }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width) + big(height) + [8, isTransparent ? 6 : 2, 0, 0, 0])
            + chunk("IDAT", zlib([[UInt8]](repeating: row, count: rows ?? height).flatMap(\.self)))
            + chunk("IEND", [])
    }

    /// A WebP of 120 × 100.
    package static let webp: [UInt8] = [
        82, 73, 70, 70, 2, 1, 0, 0, 87, 69, 66, 80, 86, 80, 56, 88, 10, 0, 0, 0, 8, 0, 0, 0, 119, 0, 0, 99, 0,
        0, 86, 80, 56, 76, 33, 0, 0, 0, 47, 119, 192, 24, 0, 15, 80, 138, 11, 33, 223, 195, 114, 254, 163, 2,
        97, 182, 81, 253, 105, 207, 96, 18, 247, 136, 232, 127, 0, 86, 85, 157, 57, 0, 69, 88, 73, 70, 186, 0,
        0, 0, 69, 120, 105, 102, 0, 0, 73, 73, 42, 0, 8, 0, 0, 0, 6, 0, 18, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0,
        26, 1, 5, 0, 1, 0, 0, 0, 86, 0, 0, 0, 27, 1, 5, 0, 1, 0, 0, 0, 94, 0, 0, 0, 40, 1, 3, 0, 1, 0, 0, 0,
        2, 0, 0, 0, 19, 2, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 105, 135, 4, 0, 1, 0, 0, 0, 102, 0, 0, 0, 0, 0, 0, 0,
        56, 99, 0, 0, 232, 3, 0, 0, 56, 99, 0, 0, 232, 3, 0, 0, 6, 0, 0, 144, 7, 0, 4, 0, 0, 0, 48, 50, 49,
        48, 1, 145, 7, 0, 4, 0, 0, 0, 1, 2, 3, 0, 0, 160, 7, 0, 4, 0, 0, 0, 48, 49, 48, 48, 1, 160, 3, 0, 1,
        0, 0, 0, 255, 255, 0, 0, 2, 160, 4, 0, 1, 0, 0, 0, 120, 0, 0, 0, 3, 160, 4, 0, 1, 0, 0, 0, 100, 0, 0,
        0, 0, 0, 0, 0,
    ]

    /// A JPEG of 100 × 100 in Display P3 with its profile; all of it is what `red` is in sRGB, (183, 45, 40) in the file.
    package static let wideColour = [UInt8](
        Data(
            base64Encoded: """
                /9j/4QC8RXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwAB\
                AAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAx\
                MDABoAMAAQAAAP//AAACoAQAAQAAAGQAAAADoAQAAQAAAGQAAAAAAAAA/+IC8ElDQ19QUk9GSUxFAAEBAAAC4GxjbXMCEAAAbW50\
                clJHQiBYWVogB+IAAwAUAAkADgAdYWNzcE1TRlQAAAAAc2F3c2N0cmwAAAAAAAAAAAAAAAAAAPbWAAEAAAAA0y1oYW5ke28Py+BF\
                QTY/T0Q1yxqGGQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAJZGVzYwAAAPAAAABeY3BydAAAAQwAAAAMd3RwdAAAARgA\
                AAAUclhZWgAAASwAAAAUZ1hZWgAAAUAAAAAUYlhZWgAAAVQAAAAUclRSQwAAAWgAAAF4Z1RSQwAAAWgAAAF4YlRSQwAAAWgAAAF4\
                ZGVzYwAAAAAAAAAFc1AzQwAAAAAAAAAAAAAAAHRleHQAAAAAQ0MwAFhZWiAAAAAAAADzUQABAAAAARbMWFlaIAAAAAAAAIPfAAA9\
                vwAAAABYWVogAAAAAAAASr8AALE3AAAKtVhZWiAAAAAAAAAoOAAAEQoAAMh4Y3VydgAAAAAAAAC2AAAAHAA4AFQAcACMAKgAxADh\
                AQABIgFGAW0BlQHBAfACIAJVAosCxAMBAz8DggPGBA4EWQSnBPkFTAWkBf4GXAa+ByEHigf0CGMI1QlJCcMKPwq/C0ILyQxUDOEN\
                dA4JDqIPQA/gEIURLRHaEooTPhP2FLIVcRY2Fv0XyhiZGW4aRhsiHAMc5x3QHr0friCkIZ4inCOfJKUlsSbAJ9Uo7SoKKyssUS18\
                Lqov3jEWMlIzlDTZNiQ3czjGOiA7fDzfPkU/sEEhQpZEEEWPRxJIm0ooS7tNUU7uUI9SNVPgVZBXRVkAWr5chF5MYBth72PHZaZn\
                iWlxa19tUW9KcUZzSnVRd155cXuIfaZ/yIHwhB6GUIiJisWNCY9RkZ+T85ZLmKubDp14n+eiW6TWp1ap26xnrvexj7Qqtsy5dLwh\
                vtXBjcRMxxDJ2syrz3/SXNU92CTbEt4E4P7j/OcB6gztHPA081D2c/mb/Mr////bAEMAAgEBAQEBAgEBAQICAgICBAMCAgICBQQE\
                AwQGBQYGBgUGBgYHCQgGBwkHBgYICwgJCgoKCgoGCAsMCwoMCQoKCv/bAEMBAgICAgICBQMDBQoHBgcKCgoKCgoKCgoKCgoKCgoK\
                CgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCv/AABEIAGQAZAMBEQACEQEDEQH/xAAVAAEBAAAAAAAAAAAAAAAAAAAA\
                CP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABwn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMB\
                AAIRAxEAPwCV0XaKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP//Z
                """
        ) ?? Data()
    )

    /// The JPEG with an Exif segment that says how to turn it and holds `note`.
    package static func jpeg(_ bytes: [UInt8], orientation: UInt8, note: String) -> [UInt8] {
        let text = Array(note.utf8) + [0]
        // TIFF, big-endian: two entries, orientation (0x0112, SHORT) and description (0x010E, ASCII).
        let entries: [UInt8] =
            [0x01, 0x0E, 0, 2] + big(text.count) + big(38) + [0x01, 0x12, 0, 3] + big(1)
            + [0, orientation, 0, 0]
        let tiff: [UInt8] = [0x4D, 0x4D, 0, 42] + big(8) + [0, 2] + entries + big(0) + text
        let segment = Array("Exif\0\0".utf8) + tiff
        let length = segment.count + 2
        return Array(bytes[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + segment
            + bytes[2...]
    }

    private static func big(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big(data.count) + body + big(Int(crc(body)))
    }

    /// What a byte does to a checksum, for each byte (ISO 3309).
    private static let crcTable: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(byte) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~0 as UInt32
        crcTable.withUnsafeBufferPointer { table in
            for byte in bytes { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
        }
        return ~crc
    }

    /// Stored blocks (RFC 1950, 1951).
    private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let end = min(start + 65535, bytes.count)
            let length = end - start
            let (low, high) = (UInt8(length & 255), UInt8(length >> 8))
            out += [end == bytes.count ? 1 : 0, low, high, ~low, ~high] + bytes[start..<end]
            start = end
        } while start < bytes.count
        let (a, b) = bytes.reduce((1, 0)) { sums, byte in
            let a = (sums.0 + Int(byte)) % 65521
            return (a, (sums.1 + a) % 65521)
        }
        return out + big(b << 16 | a)
    }
}
