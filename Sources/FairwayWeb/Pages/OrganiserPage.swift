import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Workers

/// The organiser's page: run the matching and the scheduling with live progress, publish a run.
struct OrganiserPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let jobs: JobService
    let meaning: MeaningKeeper?

    init(store: ExpoStore, renderer: PageRenderer, jobs: JobService, meaning: MeaningKeeper? = nil) {
        self.store = store
        self.renderer = renderer
        self.jobs = jobs
        self.meaning = meaning
    }

    /// A stream ends after this time and the browser asks again, so that one nobody reads any more is not kept.
    static let streamLifetime = Duration.seconds(25)

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    /// - Parameter notice: Why what was asked for was not done.
    private func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let publication = try await store.publications.latest()
        let state = try await jobs.state()
        let exposure = try await store.matches.exposure()
        return try renderer.page(
            "organiser",
            title: renderer.word("nav.organiser", language),
            section: .organiser,
            [
                "notices": [notice].compactMap { $0 },
                "meaning": MeaningWords.text(meaning?.state, renderer, language),
                "job": JobWords.model(state, renderer, language),
                "matches": NumberWords(language).integer(try await store.matches.count()),
                "matchGini": NumberWords(language).decimal(exposure.gini, places: 2),
                "matchUnseen": NumberWords(language).integer(exposure.unseen.count),
                "limits": JobService.timeLimits.map {
                    ["seconds": $0, "isChosen": $0 == JobService.usualSeconds] as [String: Any]
                },
                "runs": try await store.programmes.runs().map { run in
                    var model = ProgrammeWords.summary(run, language)
                    model["isPublished"] = run.id == publication?.run
                    model["startedAt"] = Date(timeIntervalSince1970: run.startedAt.rounded(.down))
                        .ISO8601Format()
                        .replacing("T", with: " ").replacing("Z", with: "")
                    model["token"] = context.formToken
                    return model
                },
            ],
            request: request,
            context: context,
            status: status
        )
    }

    // MARK: - Jobs

    func match(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        guard try await jobs.match(by: context.actor) else { return try await busy(request, context) }
        return .redirect(to: "/organiser", type: .normal)
    }

    func schedule(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let seconds = form["seconds"].flatMap({ Int($0, in: 1...86_400) }),
            JobService.timeLimits.contains(seconds)
        else {
            let notice = renderer.word("organiser.badSeconds", context.language)
            return try await page(request, context, notice: notice, status: .badRequest)
        }
        guard try await jobs.schedule(seconds: seconds, by: context.actor) else {
            return try await busy(request, context)
        }
        return .redirect(to: "/organiser", type: .normal)
    }

    /// Ends the job that runs; one that has ended meanwhile is shown.
    func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        _ = try await jobs.cancel(by: context.actor)
        return .redirect(to: "/organiser", type: .normal)
    }

    private func busy(_ request: Request, _ context: WebContext) async throws -> Response {
        let notice = renderer.word("organiser.busy", context.language)
        return try await page(request, context, notice: notice, status: .conflict)
    }

    func publish(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let run = form["run"].flatMap({ RecordNumber.read($0) }),
            try await store.programmes.run(run) != nil
        else {
            throw HTTPError(.badRequest)
        }
        do {
            _ = try await store.publications.publish(run, by: context.actor)
        } catch let error as any WordedError {
            let notice = error.words(in: context.language)
            return try await page(request, context, notice: notice, status: .conflict)
        }
        return .redirect(to: "/organiser", type: .normal)
    }

    /// The job's states as server-sent events (WHATWG HTML, 9.2).
    func progress(_ request: Request, _ context: WebContext) async throws -> Response {
        let (renderer, language, watchers) = (renderer, context.language, jobs.watchers)
        // Whoever is not written to does not watch: an answer to HEAD has no body.
        let body = ResponseBody { writer in
            let (watcher, states) = await watchers.states()
            async let _: Void = watchers.end(watcher, after: Self.streamLifetime)
            for await state in states {
                let model = JobWords.model(state, renderer, language)
                let data = try JSONSerialization.data(withJSONObject: model, options: [.sortedKeys])
                let event = "retry: 1000\ndata: \(String(decoding: data, as: UTF8.self))\n\n"
                try await writer.write(ByteBuffer(string: event))
            }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, body: body)
        response.headers[.contentType] = "text/event-stream"
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// The state of the job in words.
enum JobWords {
    static func model(_ state: JobState, _ renderer: PageRenderer, _ language: Language) -> [String:
        Any]
    {
        let numbers = NumberWords(language)
        switch state {
        case .idle:
            return [
                "isRunning": false, "isDone": false, "text": renderer.word("job.idle", language),
                "percent": 0,
            ]
        case .running(let kind, let progress):
            var text = renderer.word("job.\(kind.rawValue).running", language)
            if let weight = progress.placedWeight, let bound = progress.bound {
                text += language.pick(
                    zh:
                        "：权重 \(numbers.integer(weight)) / 上界 \(numbers.integer(bound))，空档 \(progress.breaks ?? 0)",
                    ru:
                        ": вес \(numbers.integer(weight)) из не более \(numbers.integer(bound)), окон \(progress.breaks ?? 0)",
                    en:
                        ": weight \(numbers.integer(weight)) of at most \(numbers.integer(bound)), breaks \(progress.breaks ?? 0)"
                )
            }
            return ["isRunning": true, "isDone": false, "text": text, "percent": Int(progress.share * 100)]
        case .finished(let kind, let result):
            let text =
                "\(renderer.word("job.\(kind.rawValue).finished", language)): \(numbers.integer(result))"
            return ["isRunning": false, "isDone": true, "text": text, "percent": 100]
        case .failed(let kind, let reason):
            let text = [renderer.word("job.\(kind.rawValue).failed", language), reason.text(in: language)]
                .filter { !$0.isEmpty }.joined(separator: " ")
            return ["isRunning": false, "isDone": true, "text": text, "percent": 100]
        case .cancelled(let kind):
            let text = renderer.word("job.\(kind.rawValue).cancelled", language)
            return ["isRunning": false, "isDone": true, "text": text, "percent": 100]
        }
    }
}
