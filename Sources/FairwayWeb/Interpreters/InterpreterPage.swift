import FairwayCore
import FairwayStore
import Hummingbird

/// An interpreter's own days: when, where, for whom, between which languages.
struct InterpreterPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let code = context.parameters.get("interpreter"),
            let interpreter = try await store.expo.interpreters().first(where: { $0.id.code == code })
        else { throw HTTPError(.notFound) }
        let language = context.language
        return try renderer.page(
            "interpreter",
            title: interpreter.name.text(in: language),
            section: .interpreting,
            [
                "pairs": interpreter.pairs.map { pair in
                    [
                        "text":
                            "\(pair.first.displayName(in: language)) – \(pair.second.displayName(in: language))"
                    ]
                },
                "days": try await days(of: interpreter.id, language),
            ],
            request: request,
            context: context
        )
    }

    /// Whom the interpreter will meet there.
    private func people(of meetings: [ScheduledMeeting], _ id: Interpreter.ID, _ language: Language)
        async throws -> [Enterprise.ID: [[String: Any]]]
    {
        let companies = Set(meetings.flatMap { [$0.request.requester, $0.request.recipient] })
        return try await store.enterprises.people(of: companies, shownTo: .interpreter(id)).mapValues {
            people in
            people.filter { !$0.name.isEmpty }.map { ["person": renderer.said($0.name, language)] }
        }
    }

    private func days(of id: Interpreter.ID, _ language: Language) async throws -> [[String: Any]] {
        guard let expo = try await store.expo.find(), let run = try await store.publications.latest()?.run
        else { return [] }
        let meetings = try await store.programmes.schedule(interpreter: id, run: run)
        let halls = Dictionary(try await store.expo.halls().map { ($0.id, $0.name) }) { first, _ in first }
        let slots = Dictionary(expo.slots.map { ($0.number, $0) }) { first, _ in first }
        let people = try await people(of: meetings, id, language)
        return expo.days.compactMap { date in
            let today = meetings.filter { slots[$0.meeting.slot]?.date == date }
            guard !today.isEmpty else { return nil }
            return [
                "date": date.wordsWithWeekday(in: language),
                "meetings": today.map { entry in
                    var model = MeetingWords.model(entry, slots, halls, language, renderer)
                    model["requesterPeople"] = people[entry.request.requester] ?? []
                    model["recipientPeople"] = people[entry.request.recipient] ?? []
                    return model
                },
            ]
        }
    }
}
