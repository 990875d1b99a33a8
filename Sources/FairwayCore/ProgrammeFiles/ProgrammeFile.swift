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
    /// - Parameter unplaced: Why requests are unplaced, from `ProgrammeInstance.explained(_:of:)`.
    package init(
        instance: ProgrammeInstance,
        solution: ProgrammeSolution,
        unplaced reasons: [UnplacedRequest],
        seconds: Double
    ) {
        let names = ProgrammeNames(.en)
        let sentences = Dictionary(
            reasons.map { ($0.request.code, $0.sentence(in: .en, names: names)) },
            uniquingKeysWith: { first, _ in first }
        )
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
                unplaced.append(Unplaced(id: meeting.id, reason: sentences[meeting.id] ?? "unknown"))
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
