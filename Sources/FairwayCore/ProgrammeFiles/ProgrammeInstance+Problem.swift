package import Scheduling

/// What a file contradicts itself in.
package enum ProgrammeFileError: Error, Equatable {
    case wrongFormat(found: String, expected: String)
    case duplicateID(list: String, id: String)
    case unknownID(list: String, id: String, referredBy: String)
    case badPair(interpreter: String)
    case unknownKey(path: String)
}

extension ProgrammeInstance {
    /// The same problem in plain numbers: index `i` is element `i` of the file's list.
    /// - Throws: `ProgrammeFileError` when an identifier is unknown or used twice; `ProblemError` when there are more of
    ///   something than the engine takes, before anything is made whose size follows from that.
    package func problem() throws -> MeetingProblem {
        try ProblemSize(
            slots: slots.count,
            participants: participants.count,
            halls: halls.count,
            interpreters: interpreters.count,
            meetings: meetings.count
        ).validate()
        let hallNumbers = try numbers(halls.map(\.id), in: "halls")
        let participantNumbers = try numbers(participants.map(\.id), in: "participants")
        let meetingNumbers = try numbers(meetings.map(\.id), in: "meetings")
        _ = try numbers(interpreters.map(\.id), in: "interpreters")
        let languages = Self.numbering(spokenLanguages)
        let sessions = Self.numbering(slots.compactMap(\.session) + meetings.compactMap(\.session))
        return MeetingProblem(
            slotDays: slots.map(\.day),
            slotSessions: slots.map { $0.session.flatMap { sessions[$0] } },
            participants: try participants.map { person in
                MeetingProblem.Participant(
                    languages: person.languages.compactMap { languages[$0] },
                    unavailable: person.unavailable,
                    parallel: person.parallel,
                    maxMeetings: person.maxMeetings,
                    standHall: try person.stand.map {
                        try find($0, in: hallNumbers, list: "halls", from: person.id)
                    }
                )
            },
            tables: halls.map(\.tables),
            walk: try walkMatrix(hallNumbers),
            interpreters: try interpreters.map { interpreter in
                guard interpreter.pairs.allSatisfy({ $0.count == 2 }) else {
                    throw ProgrammeFileError.badPair(interpreter: interpreter.id)
                }
                return MeetingProblem.Interpreter(
                    pairs: interpreter.pairs.map { $0.compactMap { languages[$0] } },
                    unavailable: interpreter.unavailable,
                    maxConsecutive: interpreter.maxConsecutive
                )
            },
            meetings: try meetings.map { meeting in
                MeetingProblem.Meeting(
                    a: try find(meeting.a, in: participantNumbers, list: "participants", from: meeting.id),
                    b: try find(meeting.b, in: participantNumbers, list: "participants", from: meeting.id),
                    weight: meeting.weight,
                    isRequired: meeting.required,
                    session: meeting.session.flatMap { sessions[$0] },
                    fixedSlot: meeting.fixed,
                    after: try meeting.after.map {
                        try find($0, in: meetingNumbers, list: "meetings", from: meeting.id)
                    }
                )
            },
            fairness: fairness
        )
    }

    private var spokenLanguages: [String] {
        participants.flatMap(\.languages) + interpreters.flatMap { $0.pairs.flatMap { $0 } }
    }

    /// Language number of `problem()` → its code.
    var languageCodes: [String] {
        Self.numbering(spokenLanguages).sorted { $0.value < $1.value }.map(\.key)
    }

    /// Symmetric; the larger of the two directions where a file gives both.
    private func walkMatrix(_ numbers: [String: Int]) throws -> [Int] {
        var matrix = [Int](repeating: 0, count: halls.count * halls.count)
        for (from, row) in walk {
            let one = try find(from, in: numbers, list: "halls", from: "walk")
            for (to, slots) in row {
                let other = try find(to, in: numbers, list: "halls", from: "walk")
                matrix[one * halls.count + other] = max(matrix[one * halls.count + other], slots)
                matrix[other * halls.count + one] = max(matrix[other * halls.count + one], slots)
            }
        }
        return matrix
    }

    private func numbers(_ ids: [String], in list: String) throws -> [String: Int] {
        var result: [String: Int] = [:]
        for (index, id) in ids.enumerated() {
            guard result.updateValue(index, forKey: id) == nil else {
                throw ProgrammeFileError.duplicateID(list: list, id: id)
            }
        }
        return result
    }

    private func find(_ id: String, in numbers: [String: Int], list: String, from: String) throws -> Int {
        guard let number = numbers[id] else {
            throw ProgrammeFileError.unknownID(list: list, id: id, referredBy: from)
        }
        return number
    }

    private static func numbering(_ texts: [String]) -> [String: Int] {
        var result: [String: Int] = [:]
        for text in texts where result[text] == nil { result[text] = result.count }
        return result
    }
}
