import FairwayCore
import FairwayStore

/// Where an item stands in a list, and what the cursor of the next page holds: compared part by part, as a database does.
struct ListKey: Comparable, Sendable {
    enum Part: Equatable, Sendable {
        case number(Int64)
        /// The greater the number, the earlier.
        case descending(Int64)
        /// By its bytes in UTF-8.
        case text(String)
    }

    var parts: [Part]

    init(_ parts: Part...) { self.parts = parts }

    static func < (one: ListKey, other: ListKey) -> Bool {
        for (mine, theirs) in zip(one.parts, other.parts) where mine != theirs {
            switch (mine, theirs) {
            case (.number(let one), .number(let other)): return one < other
            case (.descending(let one), .descending(let other)): return one > other
            case (.text(let one), .text(let other)): return one.utf8.lexicographicallyPrecedes(other.utf8)
            default: return mine.kind < theirs.kind
            }
        }
        return one.parts.count < other.parts.count
    }

    // MARK: - Cursors

    var texts: [String] {
        parts.map { part in
            switch part {
            case .number(let number): "n\(number)"
            case .descending(let number): "d\(number)"
            case .text(let text): "t\(text)"
            }
        }
    }

    private static let numbers: ClosedRange<Int64> = 0...9_999_999_999

    /// - Returns: nil for what no key is written like.
    init?(_ texts: [String]) {
        let parts = texts.map { text -> Part? in
            let rest = String(text.dropFirst())
            return switch text.first {
            case "n": Int64(rest, in: Self.numbers).map(Part.number)
            case "d": Int64(rest, in: Self.numbers).map(Part.descending)
            case "t": .text(rest)
            default: nil
            }
        }
        guard !parts.isEmpty, !parts.contains(nil) else { return nil }
        self.parts = parts.compactMap { $0 }
    }
}

extension ListKey.Part {
    fileprivate var kind: Int {
        switch self {
        case .number: 0
        case .descending: 1
        case .text: 2
        }
    }
}

extension ListKey {
    /// The number of a key that is one.
    var number: Int64? {
        guard parts.count == 1, case .number(let number) = parts[0] else { return nil }
        return number
    }

    /// The text of a key that is one.
    var text: String? {
        guard parts.count == 1, case .text(let text) = parts[0] else { return nil }
        return text
    }

    /// Of lists by code.
    static func code<Owner>(_ id: Identifier<Owner>) -> ListKey { ListKey(.text(id.code)) }

    /// Of meetings in the order of time.
    static func of(_ entry: ScheduledMeeting) -> ListKey {
        ListKey(.number(Int64(entry.meeting.slot)), .text(entry.request.id.code))
    }
}
