/// Sums over sixteen lanes at once, in an order that does not depend on the processor.
enum Lanes {
    private typealias Lane = SIMD16<Float>

    static func sum(_ numbers: UnsafeBufferPointer<Float>) -> Float {
        var lanes = Lane.zero
        var place = 0
        let bytes = UnsafeRawBufferPointer(numbers)
        while place + Lane.scalarCount <= numbers.count {
            lanes += bytes.loadUnaligned(fromByteOffset: place * 4, as: Lane.self)
            place += Lane.scalarCount
        }
        var rest: Float = 0
        while place < numbers.count {
            rest += numbers[place]
            place += 1
        }
        return total(lanes) + rest
    }

    static func dot(_ one: UnsafeBufferPointer<Float>, _ other: UnsafeBufferPointer<Float>) -> Float {
        precondition(one.count == other.count)
        var even = Lane.zero
        var odd = Lane.zero
        var place = 0
        let (left, right) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
        while place + 32 <= one.count {
            even +=
                left.loadUnaligned(fromByteOffset: place * 4, as: Lane.self)
                * right.loadUnaligned(fromByteOffset: place * 4, as: Lane.self)
            odd +=
                left.loadUnaligned(fromByteOffset: place * 4 + 64, as: Lane.self)
                * right.loadUnaligned(fromByteOffset: place * 4 + 64, as: Lane.self)
            place += 32
        }
        var rest: Float = 0
        while place < one.count {
            rest += one[place] * other[place]
            place += 1
        }
        return total(even + odd) + rest
    }

    /// Halves against each other, so that the order is fixed.
    private static func total(_ lanes: Lane) -> Float {
        let eight = lanes.lowHalf + lanes.highHalf
        let four = eight.lowHalf + eight.highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }
}
