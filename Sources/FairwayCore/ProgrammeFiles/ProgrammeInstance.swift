/// A meeting problem as it stands in a file (`fairway-instance/1`, docs/formats/programme-json.md).
package struct ProgrammeInstance: Equatable, Sendable, Codable {
    package static let format = "fairway-instance/1"

    package struct Slot: Equatable, Sendable, Codable {
        package var day: Int
        package var session: String?

        package init(day: Int, session: String?) {
            self.day = day
            self.session = session
        }
    }

    package struct Participant: Equatable, Sendable, Codable {
        package var id: String
        /// BCP 47; empty when unknown.
        package var languages: [String]
        /// Slot numbers.
        package var unavailable: [Int]
        /// Meetings at once.
        package var parallel: Int
        package var maxMeetings: Int?
        /// Hall of the stand.
        package var stand: String?

        package init(
            id: String,
            languages: [String],
            unavailable: [Int],
            parallel: Int,
            maxMeetings: Int?,
            stand: String?
        ) {
            self.id = id
            self.languages = languages
            self.unavailable = unavailable
            self.parallel = parallel
            self.maxMeetings = maxMeetings
            self.stand = stand
        }
    }

    package struct Hall: Equatable, Sendable, Codable {
        package var id: String
        /// Shared tables usable in each slot.
        package var tables: [Int]

        package init(id: String, tables: [Int]) {
            self.id = id
            self.tables = tables
        }
    }

    package struct Interpreter: Equatable, Sendable, Codable {
        package var id: String
        package var pairs: [[String]]
        package var unavailable: [Int]
        package var maxConsecutive: Int?

        package init(id: String, pairs: [[String]], unavailable: [Int], maxConsecutive: Int?) {
            self.id = id
            self.pairs = pairs
            self.unavailable = unavailable
            self.maxConsecutive = maxConsecutive
        }
    }

    package struct Meeting: Equatable, Sendable, Codable {
        package var id: String
        package var a: String
        package var b: String
        package var weight: Int
        package var required: Bool
        package var session: String?
        package var fixed: Int?
        package var after: [String]

        package init(
            id: String,
            a: String,
            b: String,
            weight: Int,
            required: Bool = false,
            session: String? = nil,
            fixed: Int? = nil,
            after: [String] = []
        ) {
            self.id = id
            self.a = a
            self.b = b
            self.weight = weight
            self.required = required
            self.session = session
            self.fixed = fixed
            self.after = after
        }
    }

    package var name: String
    package var slots: [Slot]
    package var participants: [Participant]
    package var halls: [Hall]
    /// Hall → hall → whole slots to walk; missing means 0.
    package var walk: [String: [String: Int]]
    package var interpreters: [Interpreter]
    package var meetings: [Meeting]
    package var fairness: Int?

    package init(
        name: String,
        slots: [Slot],
        participants: [Participant],
        halls: [Hall],
        walk: [String: [String: Int]] = [:],
        interpreters: [Interpreter],
        meetings: [Meeting],
        fairness: Int? = nil
    ) {
        self.name = name
        self.slots = slots
        self.participants = participants
        self.halls = halls
        self.walk = walk
        self.interpreters = interpreters
        self.meetings = meetings
        self.fairness = fairness
    }
}
