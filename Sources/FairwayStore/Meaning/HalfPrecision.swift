import Foundation

/// Vectors as they are stored: little-endian numbers of 16 bits (IEEE 754 binary16), half the size at a ten-millionth of the cosine.
enum HalfPrecision {
    static func data(_ vector: ArraySlice<Float>) -> Data {
        vector.map { Float16($0).bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
    }

    /// - Returns: nil if the bytes are not so many finite numbers.
    static func vector(_ data: Data, dimension: Int) -> [Float]? {
        guard data.count == 2 * dimension else { return nil }
        let vector = data.withUnsafeBytes { bytes in
            (0..<dimension).map { place in
                let bits = bytes.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self)
                return Float(Float16(bitPattern: UInt16(littleEndian: bits)))
            }
        }
        return vector.allSatisfy { $0.isFinite } ? vector : nil
    }
}
