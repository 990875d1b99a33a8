extension Nomenclature {
    /// 16 hexadecimal digits that change with any code, name or word of a heading.
    ///
    /// What was learnt from other texts does not fit. FNV-1a (Fowler, Noll, Vo), 64 bits.
    package var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for entry in headings {
            for text in [entry.code] + entry.name.all + entry.words.all.flatMap({ $0 }) {
                for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
