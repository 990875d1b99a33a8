import FairwayCore
import FairwayStore
@testable import FairwayWeb
import Foundation
import HTTPTypes
@testable import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded

/// Asks the router directly, without a socket, and keeps cookies as a browser does.
final class RouterClient {
    struct Answer {
        var status: Int
        var headers: HTTPFields
        var body: String
    }

    let store: ExpoStore
    private let responder: any HTTPResponder<WebContext>
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    var cookies: [String: String] = [:]

    /// - Parameter data: What the store holds; nil for an empty one.
    /// - Parameter match: What a matching job does.
    init(data: ExpoData?, match: @escaping @Sendable () throws -> Int = { 0 }) throws {
        let path = FileManager.default.temporaryDirectory.path + "/web-\(UUID().uuidString).sqlite"
        store = try ExpoStore(path: path, now: { 1_800_000_000 })
        if let data { try store.replaceAll(with: data, by: "test") }
        let engines = WebEngines(match: match, schedule: { _, _ in throw CancellationError() })
        let server = try FairwayServer(store: store, engines: engines, logger: logger)
        responder = server.router().buildResponder()
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await ask(.get, path, headers, "")
    }

    func head(_ path: String) async throws -> Answer {
        try await ask(.head, path, [:], "")
    }

    func post(_ path: String, _ form: [String: String], _ headers: [String: String] = [:]) async throws
        -> Answer
    {
        let body = form.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        let type = ["content-type": "application/x-www-form-urlencoded"]
        return try await ask(.post, path, headers.merging(type) { $1 }, body)
    }

    private func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: [String: String],
        _ body: String
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers where name != "host" {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if !cookies.isEmpty {
            fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; "
            )
        }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: headers["host"] ?? "localhost:8080",
            path: path,
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let context = WebContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        )
        let response = try await responder.respond(to: request, context: context)
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { cookies[pair[0]] = pair[1] }
        }
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code,
            headers: response.headers,
            body: String(decoding: collector.bytes, as: UTF8.self)
        )
    }
}
