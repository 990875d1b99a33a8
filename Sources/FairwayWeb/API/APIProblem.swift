import FairwayCore
import Hummingbird
import NIOCore
import Workers

/// A refusal as a program can read it: problem+json (RFC 9457), titles in the reader's language.
struct APIProblem: Error, Equatable {
    /// The problem types; the last part of `type` and the key of the title: `problem.notFound`.
    enum Kind: String, Sendable, CaseIterable {
        case invalidParameter, malformedBody, missingBody
        case signInNeeded, tokenNeeded, badToken
        case forbidden, scopeMissing, otherSide, inBrowserOnly
        case notFound, unknownCursor
        case methodNotAllowed
        case requestExists, requestClosed, cannotAsk, notPublishable
        case keyTaken, likelyDuplicate, emailTaken, lastOrganiser, ownAccount, nobodyToWriteTo, jobRunning,
            isSent, tooManyImages
        case staleVersion
        case bodyTooLarge
        case unsupportedType
        case invalidField, keyReused, cannotProcess
        case busy
        case versionNeeded
        case tooManyRequests
        case internalError
        case storeUnavailable
        case other

        var status: HTTPResponse.Status {
            switch self {
            case .invalidParameter, .malformedBody, .missingBody, .other: .badRequest
            case .signInNeeded, .tokenNeeded, .badToken: .unauthorized
            case .forbidden, .scopeMissing, .otherSide, .inBrowserOnly: .forbidden
            case .notFound, .unknownCursor: .notFound
            case .methodNotAllowed: .methodNotAllowed
            case .requestExists, .requestClosed, .cannotAsk, .notPublishable: .conflict
            case .keyTaken, .likelyDuplicate, .emailTaken, .lastOrganiser, .ownAccount: .conflict
            case .nobodyToWriteTo, .jobRunning, .isSent, .tooManyImages: .conflict
            case .staleVersion: .preconditionFailed
            case .bodyTooLarge: .contentTooLarge
            case .unsupportedType: .unsupportedMediaType
            case .invalidField, .keyReused, .cannotProcess: .unprocessableContent
            case .busy: .serviceUnavailable
            case .versionNeeded: .preconditionRequired
            case .tooManyRequests: .tooManyRequests
            case .internalError: .internalServerError
            case .storeUnavailable: .serviceUnavailable
            }
        }
    }

    var kind: Kind
    var faults: [APIFault] = []
    /// A code or scope that the problem is about, a reference into the log, or a sentence that says why.
    var detail: String?
    var headers: [String: String] = [:]
    /// Other than the kind's.
    var status: HTTPResponse.Status?

    init(_ kind: Kind, _ faults: [APIFault] = [], detail: String? = nil, headers: [String: String] = [:]) {
        self.kind = kind
        self.faults = faults
        self.detail = detail
        self.headers = headers
        if kind.status == .unauthorized {
            let error = kind == .badToken ? ", error=\"invalid_token\"" : ""
            self.headers["WWW-Authenticate"] = "Bearer realm=\"fairway\"\(error)"
        }
    }

    /// A worker that gave no answer.
    init(_ error: WorkerError, in language: Language) {
        let isBusy = error.status == .serviceUnavailable
        self.init(
            isBusy ? .busy : .cannotProcess,
            detail: error.words(in: language),
            headers: isBusy ? ["Retry-After": "30"] : [:]
        )
    }

    /// A refusal by something that knows nothing of the API.
    init(_ error: HTTPError) {
        let kind = Kind.allCases.first { $0.status == error.status && $0 != .missingBody } ?? .other
        self.init(error.status == .unauthorized ? .signInNeeded : kind)
        status = error.status
    }

    static let schema = APISchema.named(
        "Problem",
        .object([
            .required("type", .text(format: "uri"), "What went wrong, for programs."),
            .required(
                "title",
                .text(format: nil),
                "The same for people, in the language of Accept-Language."
            ),
            .required("status", .integer(400...599)),
            .optional(
                "detail",
                .text(format: nil),
                "The code or the scope that it is about, or why; of an internal error, its reference in the log."
            ),
            .required("instance", .text(format: "uri-reference"), "The path that was asked."),
            .optional(
                "errors",
                .list(
                    .object([
                        .optional("pointer", .text(format: nil), "JSON pointer into the body."),
                        .optional("parameter", .text(format: nil)),
                        .required("reason", .choice(APIFault.Reason.allCases.map(\.rawValue))),
                        .required("detail", .text(format: nil)),
                    ]),
                    most: nil,
                    isUnique: false
                )
            ),
        ])
    )

    func response(path: String, _ renderer: PageRenderer, _ language: Language) -> Response {
        let status = status ?? kind.status
        var members: [JSONValue.Member] = [
            .init(name: "type", value: .string("urn:fairway:problem:\(kind.rawValue)")),
            .init(name: "title", value: .string(renderer.word("problem.\(kind.rawValue)", language))),
            .init(name: "status", value: .integer(status.code)),
        ]
        if let detail { members.append(.init(name: "detail", value: .string(detail))) }
        members.append(.init(name: "instance", value: .string(path)))
        if !faults.isEmpty {
            let errors = faults.prefix(20).map { fault -> JSONValue in
                let place: (String, JSONValue) =
                    switch fault.place {
                    case .pointer(let pointer): ("pointer", .string(pointer))
                    case .parameter(let name): ("parameter", .string(name))
                    }
                let words = renderer.word("fault.\(fault.reason.rawValue)", language)
                return .object([
                    .init(name: place.0, value: place.1),
                    .init(name: "reason", value: .string(fault.reason.rawValue)),
                    .init(name: "detail", value: .string(words.replacing("{}", with: fault.argument))),
                ])
            }
            members.append(.init(name: "errors", value: .array(errors)))
        }
        return APIAnswer.json(
            .object(members),
            status: status,
            type: "application/problem+json",
            headers: headers.merging(["Cache-Control": CachePolicy.nothing]) { first, _ in first }
        )
    }
}
