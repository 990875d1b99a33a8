import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes

/// Requests to meet: an enterprise's list, asking, and answering.
struct RequestsAPI: Sendable {
    let store: ExpoStore

    private static let path = "/enterprises/{enterprise}/requests"

    var endpoints: [APIEndpoint] {
        [
            .list(
                Self.path,
                .enterprise,
                .requestsRead,
                "listRequests",
                "The requests of an enterprise and to it, by code.",
                of: APIShapes.request,
                [
                    .query(
                        "status",
                        .choice(MeetingRequest.Status.allCases.map(\.rawValue)),
                        "Of this status only."
                    )
                ],
                list
            ),
            APIEndpoint(
                method: .post,
                path: APIEndpoint.root + Self.path,
                right: .enterprise,
                scope: .requestsWrite,
                name: "createRequest",
                summary:
                    "Asks another enterprise for a meeting; if it has asked already, its request is accepted as mutual.",
                parameters: [.idempotencyKey],
                body: .json(APIShapes.newRequest, example: ["recipient": "E00002", "priority": 3]),
                status: .created,
                otherStatus: (.ok, "The other side's request, now accepted and mutual."),
                answer: APIShapes.request.schema,
                refusals: [.conflict],
                handle: create
            ),
            APIEndpoint(
                method: .patch,
                path: APIEndpoint.root + "/requests/{request}",
                right: .signedIn,
                scope: .requestsWrite,
                name: "answerRequest",
                summary: "Accepts, declines or withdraws a request.",
                body: .patch(APIShapes.requestChange, example: ["status": "accepted"]),
                answer: APIShapes.request.schema,
                refusals: [.conflict],
                handle: answer
            ),
        ]
    }

    private func enterprise(_ request: APIRequest) async throws -> Enterprise.ID {
        let id = Enterprise.ID(request.code("enterprise"))
        guard try await store.enterprises.find(id) != nil else { throw APIProblem(.notFound) }
        return id
    }

    private func list(_ request: APIRequest) async throws -> APIPage<MeetingRequest> {
        let found = try await store.requests.list(
            of: enterprise(request),
            status: request.text("status").flatMap { MeetingRequest.Status(rawValue: $0) },
            after: request.position(\.text),
            limit: request.limit + 1
        )
        return APIPage(upTo: request.limit, of: found) { .code($0.id) }
    }

    private func create(_ request: APIRequest) async throws -> APIAnswer {
        let requester = try await enterprise(request)
        let body = request.body
        let key = request.text("Idempotency-Key").flatMap { key in
            request.context.viewer.map {
                IdempotencyKey(account: $0.id, key: key, request: "\(request.path) \(body)")
            }
        }
        do {
            let text = try await store.requests.create(
                from: requester,
                to: .init(body["recipient"]?.text ?? ""),
                priority: body["priority"]?.integer ?? 1,
                message: body["message"]?.text,
                session: body["session"]?.text.flatMap { Session(rawValue: $0) },
                key: key,
                seenBy: request.context.viewer?.part,
                by: request.context.actor,
                answer: { APIShapes.request.json($0).description }
            )
            return APIAnswer(text: text, status: try Self.status(of: text, for: requester))
        } catch let refusal as RequestRefusal {
            throw refusal.problem
        } catch let error as RequestError {
            throw error.problem(in: request.context.language)
        }
    }

    /// What is answered is one's own new request, or the other side's: also when the same key comes again.
    private static func status(of text: String, for requester: Enterprise.ID) throws -> HTTPResponse.Status {
        let answer = try JSONValue(parsing: Data(text.utf8))
        return answer["requester"]?.text == requester.code ? .created : .ok
    }

    private func answer(_ request: APIRequest) async throws -> APIAnswer {
        guard let status = request.body["status"]?.text.flatMap({ MeetingRequest.Status(rawValue: $0) })
        else {
            throw APIProblem(.malformedBody)
        }
        do {
            let changed = try await store.requests.setStatus(
                status,
                of: .init(request.code("request")),
                isMutual: request.body["isMutual"]?.bool,
                as: request.context.viewer?.part,
                by: request.context.actor
            )
            return APIAnswer(APIShapes.request.json(changed))
        } catch let refusal as RequestRefusal {
            throw refusal.problem
        }
    }
}

extension RequestRefusal {
    fileprivate var problem: APIProblem {
        switch self {
        case .unknownRequest: APIProblem(.notFound)
        case .otherSide: APIProblem(.otherSide)
        case .closed(let status): APIProblem(.requestClosed, detail: status.rawValue)
        case .keyReused: APIProblem(.keyReused)
        case .keyTaken: APIProblem(.keyTaken)
        }
    }
}

extension RequestError {
    fileprivate func problem(in language: Language) -> APIProblem {
        func field(_ reason: APIFault.Reason) -> APIProblem {
            APIProblem(.invalidField, [APIFault(place: .pointer("/recipient"), reason: reason)])
        }
        return switch self {
        case .noSuchEnterprise: field(.unknownRecipient)
        case .noSuchRequest, .noSuchPerson: APIProblem(.notFound)
        case .notPossible(let status): APIProblem(.requestClosed, detail: status.rawValue)
        case .obstacle(.oneself): field(.ownEnterprise)
        case .obstacle(.alreadyAsked(let id, _)), .obstacle(.askedByThem(let id)):
            APIProblem(.requestExists, detail: id.code)
        case .obstacle(let obstacle): APIProblem(.cannotAsk, detail: obstacle.words(in: language))
        }
    }
}
