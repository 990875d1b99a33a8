import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization
import Testing

/// A small service on this machine that answers as embeddings services do.
final class EmbeddingServer: Sendable {
    struct Question: Sendable {
        var path: String
        var authorization: String?
        var model: String
        var input: [String]
    }

    struct Answer: Sendable {
        var status = 200
        var headers: [HTTPField.Name: String] = [:]
        var body: String
    }

    private let questions = Mutex<[Question]>([])
    private let answer: @Sendable (_ number: Int, Question) -> Answer

    init(answer: @escaping @Sendable (_ number: Int, Question) -> Answer) { self.answer = answer }

    var asked: [Question] { questions.withLock { $0 } }

    /// Runs as long as the body does; the body gets the base address.
    func serve(_ body: @escaping @Sendable (URL) async throws -> Void) async throws {
        let router = Router()
        router.post("/**") { request, _ in try await self.respond(to: request) }
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { continuation.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "embeddings") { _ in SwiftLogNoOpLogHandler() }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ports {
                try await body(try #require(URL(string: "http://127.0.0.1:\(port)/v1")))
                break
            }
            group.cancelAll()
        }
    }

    private func respond(to request: Request) async throws -> Response {
        struct Body: Decodable {
            var model: String
            var input: [String]
        }
        let buffer = try await request.body.collect(upTo: 1_000_000)
        let body = try JSONDecoder().decode(Body.self, from: Data(buffer.readableBytesView))
        let question = Question(
            path: request.uri.path,
            authorization: request.headers[.authorization],
            model: body.model,
            input: body.input
        )
        let number = questions.withLock { questions in
            questions.append(question)
            return questions.count
        }
        let answer = answer(number, question)
        var response = Response(
            status: .init(code: answer.status),
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
        )
        for (name, value) in answer.headers { response.headers[name] = value }
        return response
    }

    /// One embedding per text: the number of its characters and 1, in reverse order, as services may answer.
    static func answer(to question: Question) -> Answer {
        let entries = question.input.enumerated().reversed().map { index, text in
            #"{"object": "embedding", "index": \#(index), "embedding": [\#(text.count), 1, 0]}"#
        }
        return Answer(
            body: #"{"object": "list", "model": "letters-2", "data": [\#(entries.joined(separator: ","))]}"#
        )
    }
}
