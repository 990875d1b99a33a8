/// Why a problem cannot be solved at all: it is malformed.
///
/// Each case names the field and the values.
public enum ProblemError: Error, Equatable, CustomStringConvertible {
    case noSlots
    case daysOutOfOrder(slot: Int)
    case wrongCount(field: String, expected: Int, found: Int)
    case outOfRange(field: String, index: Int, value: Int, allowed: ClosedRange<Int>)
    case sameParticipantTwice(meeting: Int)
    case cyclicOrder(meeting: Int)
    case tooManyMeetings(participant: Int, count: Int, limit: Int)

    /// The contradiction, in English.
    public var description: String {
        switch self {
        case .noSlots:
            "slots: there is none; a problem needs at least one slot"
        case .daysOutOfOrder(let slot):
            "slots[\(slot)].day is smaller than the day before it; slots stand in time order"
        case .wrongCount(let field, let expected, let found):
            "\(field) has \(found) entries, not \(expected)"
        case .outOfRange(let field, let index, let value, let allowed):
            "\(field)[\(index)] is \(value), not in \(allowed.lowerBound)…\(allowed.upperBound)"
        case .sameParticipantTwice(let meeting):
            "meetings[\(meeting)] has the same participant on both sides"
        case .cyclicOrder(let meeting):
            "meetings[\(meeting)].after leads back to itself"
        case .tooManyMeetings(let participant, let count, let limit):
            "participants[\(participant)] is in \(count) meetings; at most \(limit) can be weighed"
        }
    }
}
