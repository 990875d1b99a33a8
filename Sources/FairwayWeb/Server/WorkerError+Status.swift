import HTTPTypes
import Workers

extension WorkerError {
    /// Content that cannot be processed is the sender's matter; too much at once, the server's.
    var status: HTTPResponse.Status {
        switch self {
        case .crashed, .tooMuchMemory, .tooMuchTime: .unprocessableContent
        case .busy, .cancelled: .serviceUnavailable
        }
    }
}
