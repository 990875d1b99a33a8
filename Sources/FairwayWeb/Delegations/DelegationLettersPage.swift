import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// Letters of an agency to its members: to all, or to those who still have something to do.
struct DelegationLettersPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    private var frame: DelegationFrame { DelegationFrame(store: store, renderer: renderer) }

    init(store: ExpoStore, renderer: PageRenderer) {
        self.store = store
        self.renderer = renderer
    }

    static let longestSubject = 150
    /// Three of them fit into a form in any script.
    static let longestBody = 2000

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        let done = parameters["sent"].flatMap { Int($0) }.map { count in
            renderer.word("letters.done", language)
                .replacing("{count}", with: CountedNoun.letter.counted(count, in: language))
        }
        return try page(["to": parameters["task"] ?? ""], request, context, done: done)
    }

    func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let (delegation, agency) = try frame.delegation(context)
        let language = context.language
        func refusal(_ word: String, _ status: HTTPResponse.Status) throws -> Response {
            let notice = renderer.word(word, language)
                .replacing("{most}", with: "\(ExpoStore.mostLettersAnHour)")
            return try page(form, request, context, notice: notice, status: status)
        }
        guard let letter = letter(form, signed: agency) else {
            return try refusal("letters.tooLong", .badRequest)
        }
        guard isWhole(form) else { return try refusal("letters.incomplete", .badRequest) }
        let members = try store.board(of: delegation.id, orderedIn: language)
        let task = MemberProgress.ToDo(rawValue: form["to"] ?? "")
        let chosen = task.map { task in members.filter { $0.tasks.contains(task) } } ?? members
        do {
            let count = try store.send(
                letter,
                to: chosen.map(\.enterprise.id),
                of: delegation.id,
                by: context.actor
            )
            let path = "/delegations/\(PageParameters.encoded(delegation.id.code))/letters"
            return .redirect(to: "\(path)?sent=\(count)", type: .normal)
        } catch LetterError.nobody {
            return try refusal("letters.nobody", .unprocessableContent)
        } catch LetterError.incomplete {
            return try refusal("letters.incomplete", .badRequest)
        } catch LetterError.tooMany {
            return try refusal("letters.tooMany", .tooManyRequests)
        }
    }

    private func field(_ form: [String: String], _ name: String) -> String {
        (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Subject and text come in pairs: a half that is missing was forgotten.
    private func isWhole(_ form: [String: String]) -> Bool {
        let pairs = Language.allCases.map { (field(form, "subject_\($0)"), field(form, "body_\($0)")) }
        return pairs.contains { !$0.0.isEmpty } && pairs.allSatisfy { $0.0.isEmpty == $0.1.isEmpty }
    }

    /// - Returns: nil when something is too long.
    private func letter(_ form: [String: String], signed agency: Agency) -> DelegationLetter? {
        var letter = DelegationLetter(subject: LocalizedText(), body: LocalizedText())
        for language in Language.allCases {
            let subject = field(form, "subject_\(language)"), body = field(form, "body_\(language)")
            guard subject.count <= Self.longestSubject, body.count <= Self.longestBody else { return nil }
            guard !subject.isEmpty, !body.isEmpty else { continue }
            // A subject is one line.
            letter.subject[language] = subject.split(whereSeparator: \.isNewline).joined(separator: " ")
            letter.body[language] = "\(body)\n\n— \(agency.name.text(in: language))\n"
        }
        return letter
    }

    private func page(
        _ form: [String: String],
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        done: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let language = context.language
        let (delegation, agency) = try frame.delegation(context)
        let members = try store.board(of: delegation.id, orderedIn: language)
        let fields = FormFields(renderer: renderer, language: language, wrong: nil) { form[$0] ?? "" }
        let everyone: [String: Any] = [
            "code": "", "name": renderer.word("delegations.everyone", language), "count": members.count,
            "isChosen": (form["to"] ?? "").isEmpty,
        ]
        let groups = MemberProgress.ToDo.allCases.map { task in
            [
                "code": task.rawValue, "name": renderer.word("task.\(task.rawValue)", language),
                "count": members.count { $0.tasks.contains(task) }, "isChosen": form["to"] == task.rawValue,
            ] as [String: Any]
        }
        return try frame.page(
            "delegationletters",
            tab: .letters,
            delegation,
            agency,
            [
                "done": DelegationFrame.part(done.map { ["text": $0] }),
                "groups": [everyone] + groups,
                "versions": Language.allCases.map { choice in
                    [
                        "subject": [
                            fields.field(
                                "subject_\(choice)",
                                "letters.subject",
                                most: Self.longestSubject,
                                lang: choice
                            )
                        ],
                        "text": [
                            fields.field(
                                "body_\(choice)",
                                "letters.body",
                                most: Self.longestBody,
                                lang: choice
                            )
                        ],
                    ] as [String: Any]
                },
                "letters": try store.letters(of: delegation.id, limit: 20).map { letter in
                    [
                        "at": TimeWords.utc(letter.at), "subject": letter.subject,
                        "count": CountedNoun.letter.counted(letter.recipients, in: language),
                    ] as [String: Any]
                },
            ],
            notices: [notice].compactMap { $0 },
            request: request,
            context: context,
            status: status
        )
    }
}
