/// Why a problem cannot be solved at all: it is malformed, or larger than the engine takes.
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
    /// A list, or a product of sizes, is past its limit (`ProblemLimits`).
    case tooMany(field: String, count: Int, limit: Int)
    /// The walk from one hall to another is not as long as the walk back.
    case walkNotSymmetric(from: Int, to: Int)
    /// A programme to explain puts a meeting in a slot, hall or with an interpreter that the problem does not have.
    case unknownPlacement(meeting: Int)
    /// A programme to explain breaks a rule with this meeting.
    case brokenRule(meeting: Int, slot: Int)
    /// A setting of the run is no number, or out of range.
    case badSetting(String, value: Double, allowed: ClosedRange<Double>)

    /// The contradiction, in English.
    public var description: String { problemText ?? programmeText }

    private var problemText: String? {
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
        case .tooMany(let field, let count, let limit):
            "\(field): \(count) are more than the \(limit) that the engine takes"
        case .walkNotSymmetric(let from, let to):
            "walk from hall \(from) to hall \(to) is not as long as the walk back"
        case .unknownPlacement, .brokenRule, .badSetting:
            nil
        }
    }

    private var programmeText: String {
        switch self {
        case .unknownPlacement(let meeting):
            "placements[\(meeting)] names a slot, hall or interpreter that the problem does not have"
        case .brokenRule(let meeting, let slot):
            "placements[\(meeting)] breaks a rule of the problem in slot \(slot)"
        case .badSetting(let name, let value, let allowed):
            "\(name) is \(value), not in \(allowed.lowerBound)…\(allowed.upperBound)"
        default: ""
        }
    }
}
