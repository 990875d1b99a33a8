package import Scheduling

/// A programme as it stands in a file (`fairway-programme/1`, docs/formats/programme-json.md).
package struct ProgrammeFile: Equatable, Sendable, Codable {
    package static let format = "fairway-programme/1"

    package enum Status: String, Sendable, Codable {
        case optimal, feasible, infeasible, unknown
    }

    package struct Meeting: Equatable, Sendable, Codable {
        package var id: String
        package var slot: Int
        package var hall: String?
        package var interpreter: String?

        package init(id: String, slot: Int, hall: String?, interpreter: String?) {
            self.id = id
            self.slot = slot
            self.hall = hall
            self.interpreter = interpreter
        }
    }

    package struct Unplaced: Equatable, Sendable, Codable {
        package var id: String
        package var reason: String

        package init(id: String, reason: String) {
            self.id = id
            self.reason = reason
        }
    }

    package struct Value: Equatable, Sendable, Codable {
        package var placedWeight = 0
        package var placed = 0
        package var breaks = 0
        package var idleSlots = 0
        package var hallChanges = 0

        package init() {}
    }

    package struct Bound: Equatable, Sendable, Codable {
        package var placedWeight: Int
        package var breaks: Int?

        package init(placedWeight: Int, breaks: Int?) {
            self.placedWeight = placedWeight
            self.breaks = breaks
        }
    }

    /// Name of the instance.
    package var instance: String
    package var status: Status
    package var meetings: [Meeting]
    package var unplaced: [Unplaced]
    package var value: Value
    package var bound: Bound
    package var seconds: Double

    package init(
        instance: String,
        status: Status,
        meetings: [Meeting],
        unplaced: [Unplaced],
        value: Value,
        bound: Bound,
        seconds: Double
    ) {
        self.instance = instance
        self.status = status
        self.meetings = meetings
        self.unplaced = unplaced
        self.value = value
        self.bound = bound
        self.seconds = seconds
    }

    /// What the engine found, in the words of the file.
    package init(instance: ProgrammeInstance, solution: ProgrammeSolution, seconds: Double) {
        let isEmpty = solution.status == .infeasible || solution.status == .unknown
        var placed: [Meeting] = []
        var unplaced: [Unplaced] = []
        for (index, meeting) in instance.meetings.enumerated() where !isEmpty {
            if let placement = solution.placements[index] {
                placed.append(
                    Meeting(
                        id: meeting.id,
                        slot: placement.slot,
                        hall: placement.hall.map { instance.halls[$0].id },
                        interpreter: placement.interpreter.map { instance.interpreters[$0].id }
                    )
                )
            } else {
                let reason = solution.reasons[index]?.text(in: instance) ?? "unknown"
                unplaced.append(Unplaced(id: meeting.id, reason: reason))
            }
        }
        self.init(
            instance: instance.name,
            status: Status(solution.status),
            meetings: placed,
            unplaced: unplaced,
            value: Value(solution.value),
            bound: Bound(placedWeight: solution.weightBound, breaks: solution.breaksBound),
            seconds: seconds
        )
    }
}

extension ProgrammeFile.Status {
    init(_ status: ProgrammeSolution.Status) {
        self =
            switch status {
            case .optimal: .optimal
            case .feasible: .feasible
            case .infeasible: .infeasible
            case .unknown: .unknown
            }
    }
}

extension ProgrammeFile.Value {
    init(_ value: SolutionValue) {
        placedWeight = value.placedWeight
        placed = value.placed
        breaks = value.breaks
        idleSlots = value.idleSlots
        hallChanges = value.hallChanges
    }
}

extension UnplacedCause {
    /// One sentence in English, with the file's identifiers.
    func text(in instance: ProgrammeInstance) -> String {
        func name(_ participant: Int) -> String { instance.participants[participant].id }
        return switch self {
        case .noCommonSlot: "the two sides are never available in the same slot"
        case .noCommonSlotInSession: "the two sides are never available together in the slots asked for"
        case .noInterpreterAvailable: "no interpreter of a fitting pair is available in a common slot"
        case .interpretersTaken: "every fitting interpreter is taken in the slots both sides have free"
        case .limitReached(let participant): "\(name(participant)) has reached its limit of meetings"
        case .participantFull(let participant): "\(name(participant)) has no free slot left for this meeting"
        case .noFreeSlotInCommon: "the two sides have no free slot in common"
        case .noTableFree: "no table is free in the slots both sides have free"
        case .predecessorUnplaced(let meeting):
            "\(instance.meetings[meeting].id), which comes before it, is not placed"
        }
    }
}
