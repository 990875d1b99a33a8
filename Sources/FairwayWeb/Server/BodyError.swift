import HTTPTypes

/// Why a request's body was not taken; none of it is a fault of the server.
enum BodyError: Error, Equatable {
    /// Larger than its route takes.
    case tooLarge
    /// Too many bodies are under way.
    case noRoom
    /// It is not what HTTP calls a body, it ends before its end, or its sender has gone.
    case broken

    /// Most bodies are there by then, or their time is over.
    private static let retrySeconds = 10

    var status: HTTPResponse.Status {
        switch self {
        case .tooLarge: .contentTooLarge
        case .noRoom: .serviceUnavailable
        case .broken: .badRequest
        }
    }

    /// What the answer says beside its status: behind a broken body there is no next request to be found.
    var headers: HTTPFields {
        switch self {
        case .tooLarge: [:]
        case .noRoom: [.retryAfter: "\(Self.retrySeconds)"]
        case .broken: [.connection: "close"]
        }
    }
}

extension APIProblem {
    init(_ error: BodyError) {
        let kind: Kind =
            switch error {
            case .tooLarge: .bodyTooLarge
            case .noRoom: .busy
            case .broken: .malformedBody
            }
        var headers: [String: String] = [:]
        for field in error.headers { headers[field.name.rawName] = field.value }
        self.init(kind, headers: headers)
    }
}
