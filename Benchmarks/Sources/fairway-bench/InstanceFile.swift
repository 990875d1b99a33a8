import Foundation
import Scheduling

/// As much of a `fairway-instance/1` file as a benchmark needs.
struct InstanceFile: Decodable {
    struct Slot: Decodable {
        var day: Int
        var session: String?
    }
    struct Participant: Decodable {
        var id: String
        var languages: [String]
        var unavailable: [Int]
        var parallel: Int
        var maxMeetings: Int?
        var stand: String?
    }
    struct Hall: Decodable {
        var id: String
        var tables: [Int]
    }
    struct Interpreter: Decodable {
        var pairs: [[String]]
        var unavailable: [Int]
        var maxConsecutive: Int?
    }
    struct Meeting: Decodable {
        var id: String
        var a: String
        var b: String
        var weight: Int
        var required: Bool
        var session: String?
        var fixed: Int?
        var after: [String]
    }

    var name: String
    var slots: [Slot]
    var participants: [Participant]
    var halls: [Hall]
    var walk: [String: [String: Int]]
    var interpreters: [Interpreter]
    var meetings: [Meeting]
    var fairness: Int?

    var problem: MeetingProblem {
        func numbers(_ names: [String]) -> [String: Int] {
            var result: [String: Int] = [:]
            for name in names where result[name] == nil { result[name] = result.count }
            return result
        }
        let people = numbers(participants.map(\.id))
        let places = numbers(halls.map(\.id))
        let ids = numbers(meetings.map(\.id))
        let tongues = numbers(
            participants.flatMap(\.languages) + interpreters.flatMap { $0.pairs.flatMap { $0 } }
        )
        let sessions = numbers(slots.compactMap(\.session) + meetings.compactMap(\.session))
        var matrix = [Int](repeating: 0, count: halls.count * halls.count)
        for (from, row) in walk {
            for (to, length) in row {
                guard let one = places[from], let other = places[to] else { continue }
                matrix[one * halls.count + other] = length
                matrix[other * halls.count + one] = length
            }
        }
        return MeetingProblem(
            slotDays: slots.map(\.day),
            slotSessions: slots.map { $0.session.flatMap { sessions[$0] } },
            participants: participants.map { person in
                .init(
                    languages: person.languages.compactMap { tongues[$0] },
                    unavailable: person.unavailable,
                    parallel: person.parallel,
                    maxMeetings: person.maxMeetings,
                    standHall: person.stand.flatMap { places[$0] }
                )
            },
            tables: halls.map(\.tables),
            walk: matrix,
            interpreters: interpreters.map { interpreter in
                .init(
                    pairs: interpreter.pairs.map { $0.compactMap { tongues[$0] } },
                    unavailable: interpreter.unavailable,
                    maxConsecutive: interpreter.maxConsecutive
                )
            },
            meetings: meetings.map { meeting in
                .init(
                    a: people[meeting.a] ?? 0,
                    b: people[meeting.b] ?? 0,
                    weight: meeting.weight,
                    isRequired: meeting.required,
                    session: meeting.session.flatMap { sessions[$0] },
                    fixedSlot: meeting.fixed,
                    after: meeting.after.compactMap { ids[$0] }
                )
            },
            fairness: fairness
        )
    }
}
