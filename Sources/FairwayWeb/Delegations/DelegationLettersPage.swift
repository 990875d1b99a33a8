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

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        let done = parameters["sent"].flatMap { Int($0, in: 0...1_000_000) }.map { count in
            renderer.word("letters.done", language)
                .replacing("{count}", with: CountedNoun.letter.counted(count, in: language))
        }
        return try await page(["to": parameters["task"] ?? ""], request, context, done: done)
    }

    func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let (delegation, agency) = try await frame.delegation(context)
        let language = context.language
        func refusal(_ word: String, _ status: HTTPResponse.Status) async throws -> Response {
            let notice = renderer.word(word, language)
                .replacing("{most}", with: "\(DelegationRepository.mostLettersAnHour)")
            return try await page(form, request, context, notice: notice, status: status)
        }
        let letter: DelegationLetter
        do {
            letter = try Self.written(form).letter(signed: agency)
        } catch LetterForm.Flaw.tooLong {
            return try await refusal("letters.tooLong", .badRequest)
        } catch is LetterForm.Flaw {
            return try await refusal("letters.incomplete", .badRequest)
        }
        let members = try await store.delegations.board(of: delegation.id, orderedIn: language)
        let task = MemberProgress.ToDo(rawValue: form["to"] ?? "")
        let chosen = task.map { task in members.filter { $0.tasks.contains(task) } } ?? members
        do {
            let count = try await store.delegations.send(
                letter,
                to: chosen.map(\.enterprise.id),
                of: delegation.id,
                by: context.actor
            )
            return .redirect(
                to: LocalTarget(
                    ["delegations", delegation.id.code, "letters"],
                    query: [("sent", "\(count)")]
                )
            )
        } catch LetterError.nobody {
            return try await refusal("letters.nobody", .unprocessableContent)
        } catch LetterError.incomplete {
            return try await refusal("letters.incomplete", .badRequest)
        } catch LetterError.tooMany {
            return try await refusal("letters.tooMany", .tooManyRequests)
        }
    }

    private static func written(_ form: [String: String]) -> LetterForm {
        func text(_ prefix: String) -> LocalizedText {
            LocalizedText(zh: form["\(prefix)_zh"], ru: form["\(prefix)_ru"], en: form["\(prefix)_en"])
        }
        return LetterForm(subject: text("subject"), body: text("body"))
    }

    private func page(
        _ form: [String: String],
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        done: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let (delegation, agency) = try await frame.delegation(context)
        let members = try await store.delegations.board(of: delegation.id, orderedIn: language)
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
                                most: LetterForm.longestSubject,
                                lang: choice
                            )
                        ],
                        "text": [
                            fields.field(
                                "body_\(choice)",
                                "letters.body",
                                most: LetterForm.longestBody,
                                lang: choice
                            )
                        ],
                    ] as [String: Any]
                },
                "letters": try await store.delegations.letters(of: delegation.id, limit: 20).map { letter in
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
