import HTTPTypes
import Hummingbird

extension Response {
    /// Says when to come again.
    func retrying(after wait: Duration) -> Response {
        var response = self
        response.headers[.retryAfter] = "\(wait.wholeSeconds)"
        return response
    }
}

extension Duration {
    /// Rounded up, one at least; a millionth above a whole second is a rounding of ours.
    var wholeSeconds: Int64 { max(1, (self - .microseconds(1)).components.seconds + 1) }

    /// Rounded up, one at least.
    var wholeMinutes: Int64 { (wholeSeconds + 59) / 60 }
}
