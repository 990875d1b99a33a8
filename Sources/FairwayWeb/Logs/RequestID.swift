/// What one request is called in the log, in `X-Request-Id` and, when something went wrong, on the page: random, so that it tells
/// nothing and cannot be chosen by the visitor.
struct RequestID: Equatable, Sendable, CustomStringConvertible {
    /// Of an alphabet without letters that are taken for one another when read out (Crockford's base 32).
    static let length = 12
    static let headerName = "X-Request-Id"
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")

    let description: String

    init(using random: inout some RandomNumberGenerator) {
        description = String((0..<Self.length).map { _ in Self.digits[Int(random.next() & 31)] })
    }

    init() {
        var random = SystemRandomNumberGenerator()
        self.init(using: &random)
    }
}
