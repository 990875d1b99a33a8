import FairwayCore
import FairwayStore
import Hummingbird

/// An interpreter's own days: when, where, for whom, between which languages.
struct InterpreterPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let code = context.parameters.get("interpreter"),
            let interpreter = try store.interpreters().first(where: { $0.id.code == code })
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
                "days": try days(of: interpreter.id, language),
            ],
            request: request,
            context: context
        )
    }

    /// Whom the interpreter will meet there.
    private func people(of company: Enterprise.ID, _ id: Interpreter.ID, _ language: Language) throws
        -> [[String: Any]]
    {
        try store.people(of: company, shownTo: .interpreter(id)).filter { !$0.name.isEmpty }.map {
            ["person": renderer.said($0.name, language)]
        }
    }

    private func days(of id: Interpreter.ID, _ language: Language) throws -> [[String: Any]] {
        guard let expo = try store.expo(), let run = try store.publication()?.run else { return [] }
        let meetings = try store.schedule(interpreter: id, run: run)
        let halls = Dictionary(try store.halls().map { ($0.id, $0.name) }) { first, _ in first }
        let slots = Dictionary(expo.slots.map { ($0.number, $0) }) { first, _ in first }
        return try expo.days.compactMap { date in
            let today = meetings.filter { slots[$0.meeting.slot]?.date == date }
            guard !today.isEmpty else { return nil }
            return [
                "date": date.wordsWithWeekday(in: language),
                "meetings": try today.map { entry in
                    var model = MeetingWords.model(entry, slots, halls, language, renderer)
                    model["requesterPeople"] = try people(of: entry.request.requester, id, language)
                    model["recipientPeople"] = try people(of: entry.request.recipient, id, language)
                    return model
                },
            ]
        }
    }
}
