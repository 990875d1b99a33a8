import FairwayCore

/// What is wrong with a row, and in which field.
struct ImportFlaw {
    var field: String
    var value: String?
    var problem: Diagnostic.Problem

    init(_ field: String, _ value: String?, _ problem: Diagnostic.Problem) {
        self.field = field
        self.value = value
        self.problem = problem
    }
}

/// Rules that a row breaks by itself; the schema has them as CHECKs, here they get their words.
extension StoredRow {
    var flaw: ImportFlaw? {
        switch self {
        case let request as MeetingRequest: request.ownFlaw
        case let enterprise as Enterprise: enterprise.ownFlaw
        case let slot as Slot where slot.ends <= slot.starts:
            ImportFlaw("ends", slot.ends.description, .notAfter(start: slot.starts.description))
        case let slot as Slot where slot.number < 0:
            ImportFlaw("number", String(slot.number), .outOfRange(0, 10_000))
        default: nil
        }
    }
}

extension MeetingRequest {
    fileprivate var ownFlaw: ImportFlaw? {
        if requester == recipient { return ImportFlaw("recipient", recipient.code, .samePartyOnBothSides) }
        guard (1...5).contains(priority) else {
            return ImportFlaw("priority", String(priority), .outOfRange(1, 5))
        }
        return nil
    }
}

extension Enterprise {
    fileprivate var ownFlaw: ImportFlaw? {
        guard parallelMeetings >= 1 else {
            return ImportFlaw("parallel_meetings", String(parallelMeetings), .outOfRange(1, 100))
        }
        return nil
    }
}
