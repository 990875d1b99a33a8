/// Slots that are not numbered as a programme counts them.
package enum SlotNumberError: WordedError, Equatable {
    /// `found` stands where `expected` would; of so many slots.
    case notConsecutive(found: Int, expected: Int, count: Int)

    /// - Throws: unless the slots are numbered 0 … n−1 in their order. The engine counts them, so a slot's number is also its
    ///   place: in requests, in what is unavailable, in meetings and in the calendar.
    package static func check(_ slots: [Slot]) throws(SlotNumberError) {
        for (place, slot) in slots.enumerated() where slot.number != place {
            throw .notConsecutive(found: slot.number, expected: place, count: slots.count)
        }
    }

    package func words(in language: Language) -> String {
        switch self {
        case .notConsecutive(let found, let expected, let count):
            language.pick(
                zh: "时段须从 0 到 \(count - 1) 连续编号；应为 \(expected) 的位置却是 \(found)",
                ru:
                    "Номера слотов должны идти подряд от 0 до \(count - 1); вместо \(expected) стоит \(found)",
                en:
                    "The slots must be numbered 0 … \(count - 1) without a gap; \(found) stands in the place of \(expected)"
            )
        }
    }
}
