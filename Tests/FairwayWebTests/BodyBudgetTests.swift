import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Testing

@testable import FairwayWeb

/// How many bodies may be under way.
struct BodyBudgetTests {
    /// Of forms; a file has more bytes than one of these.
    private let budget = BodyBudget(limits: .init(total: 100, perSource: 60))
    private let files = BodyBudget(limits: .init(total: 60, perSource: 60))

    @Test func aSourceHasItsShareAndAllHaveTheWhole() {
        let one = ClientSource("192.0.2.1")
        let other = ClientSource("192.0.2.2")
        let third = ClientSource("192.0.2.3")
        #expect(budget.take(60, of: one) && !budget.take(1, of: one))
        #expect(budget.take(40, of: other) && !budget.take(1, of: third))
        budget.giveBack(40, of: other)
        #expect(budget.take(40, of: third) && budget.taken == 100)
        budget.giveBack(60, of: one)
        budget.giveBack(40, of: third)
        #expect(budget.taken == 0)
        #expect(budget.take(60, of: one) && !budget.take(1, of: one))
    }

    // MARK: - Bodies

    private func request(_ body: RequestBody, length: Int? = nil) -> Request {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/")
        if let length { head.headerFields[.contentLength] = "\(length)" }
        return Request(head: head, body: body)
    }

    /// - Returns: the body, and the bytes that were set aside when it was there.
    private func whole(_ request: Request, upTo maxBytes: Int) async throws -> (body: ByteBuffer, taken: Int)
    {
        try await BodyRoom.with(BodyBudgets(forms: budget, files: files), for: .unknown) {
            let body = try await request.wholeBody(upTo: maxBytes)
            return (body, budget.taken)
        }
    }

    /// What it says it will have takes nothing; what came is held until it is answered.
    @Test(arguments: [nil, 60])
    func aBodyHoldsWhatHasComeUntilItIsAnswered(length: Int?) async throws {
        let (body, source) = RequestBody.makeStream()
        let first = request(body, length: length)
        async let collected = whole(first, upTo: 60)
        await source.yield(ByteBuffer(string: "a=1"))
        for _ in 0..<5000 where budget.taken == 0 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(budget.taken == 3)
        let second = request(RequestBody(buffer: ByteBuffer(repeating: 65, count: 58)))
        await #expect(throws: BodyError.noRoom) { _ = try await whole(second, upTo: 60) }
        await source.yield(ByteBuffer(repeating: 65, count: 57))
        source.finish()
        let (buffer, taken) = try await collected
        #expect(buffer.readableBytes == 60 && taken == 60 && budget.taken == 0)
    }

    @Test func filesLeaveFormsTheirRoom() async throws {
        #expect(files.take(60, of: .unknown))
        let long = request(RequestBody(buffer: ByteBuffer(string: "a")), length: BodyBudgets.longestForm + 1)
        await #expect(throws: BodyError.noRoom) { _ = try await whole(long, upTo: 1 << 20) }
        let short = request(RequestBody(buffer: ByteBuffer(string: "a=1")), length: 3)
        let (buffer, taken) = try await whole(short, upTo: 1 << 20)
        #expect(buffer.readableBytes == 3 && taken == 3)
        #expect(budget.taken == 0 && files.taken == 60)
    }

    @Test func aLengthThatIsTooLargeIsRefusedBeforeAnythingComes() async {
        let (body, source) = RequestBody.makeStream()
        let long = request(body, length: 61)
        await #expect(throws: BodyError.tooLarge) { _ = try await whole(long, upTo: 60) }
        source.finish()
    }

    @Test func aBodyThatEndsBeforeItsLengthIsBroken() async {
        let short = request(RequestBody(buffer: ByteBuffer(string: "a=")), length: 3)
        await #expect(throws: BodyError.broken) { _ = try await whole(short, upTo: 60) }
        #expect(budget.taken == 0)
    }

    // MARK: - The server

    private static let form = ["email": "a@example.com", "password": "x"]

    @Test(arguments: [("zh", "请稍后重试"), ("ru", "повторите позже"), ("en", "try again later")])
    func whoFindsNoRoomComesAgain(language: String, words: String) async throws {
        let client = try await RouterClient(data: nil, as: nil)
        _ = try await client.get("/sign-in")
        let token = [GuardMiddleware.tokenField: client.cookies[GuardMiddleware.tokenCookie] ?? ""]
        let form = Self.form.merging(token) { $1 }
        let asker = ["accept-language": language]
        let share = client.bodies.forms.limits.perSource
        #expect(client.bodies.forms.take(share, of: .unknown))
        do {
            let page = try await client.post("/sign-in", form, asker)
            #expect(page.status == 503 && page.headers[.retryAfter] == "10" && page.body.contains(words))
            let answer = try await client.api(.post, "registrations", "{}", asker)
            #expect(answer.status == 503 && answer.problem == "busy" && answer.headers[.retryAfter] == "10")
            #expect(try await client.get("/sign-in").status == 200)
        }
        client.bodies.forms.giveBack(share, of: .unknown)
        #expect(try await client.post("/sign-in", form, asker).status < 500)
        #expect(client.bodies.forms.taken == 0)
    }

    @Test func aFormThatSaysItIsTooLargeIsRefused() async throws {
        let client = try await RouterClient(data: nil, as: nil)
        let type = "application/x-www-form-urlencoded"
        let page = try await client.post("/sign-in", bytes: [], type: type, ["content-length": "70000"])
        #expect(page.status == 413)
        let headers = ["content-length": "70000"]
        let answer = try await client.api(.post, "registrations", "{}", headers)
        #expect(answer.status == 413 && answer.problem == "bodyTooLarge")
    }
}
