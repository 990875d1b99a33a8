import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A request whose parameters and body are what its endpoint declares.
struct APIRequest: Sendable {
    let context: WebContext
    let endpoint: APIEndpoint
    let path: String
    let body: JSONValue
    let query: PageParameters
    private let values: [String: JSONValue]

    /// - Throws: `APIProblem` that names everything that is wrong.
    init(_ request: Request, _ context: WebContext, _ endpoint: APIEndpoint) async throws {
        self.context = context
        self.endpoint = endpoint
        path = request.uri.path
        query = PageParameters(request)
        values = try Self.queryValues(request, endpoint).merging(Self.headerValues(request, endpoint)) {
            first,
            _ in first
        }
        body = try await endpoint.body.map { ($0, request) }.asyncMap(Self.body) ?? .null
    }

    subscript(name: String) -> JSONValue? { values[name] }

    func text(_ name: String) -> String? { values[name]?.text }

    var limit: Int { values["limit"]?.integer ?? 50 }

    /// The code in the path.
    func code(_ name: String) -> String { context.parameters.get(name) ?? "" }

    // MARK: - Parameters

    private static func queryValues(_ request: Request, _ endpoint: APIEndpoint) throws -> [String: JSONValue]
    {
        var values: [String: JSONValue] = [:]
        var faults: [APIFault] = []
        for field in (request.uri.query ?? "").split(separator: "&") {
            let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(sides[0]), let text = decoded(sides.count == 2 ? sides[1] : "") else {
                faults.append(
                    APIFault(place: .parameter(String(sides[0])), reason: .badForm, argument: "UTF-8")
                )
                continue
            }
            guard let parameter = endpoint.parameters.first(where: { $0.name == name && $0.place == .query })
            else {
                faults.append(APIFault(place: .parameter(name), reason: .unknown))
                continue
            }
            guard values[name] == nil else {
                faults.append(APIFault(place: .parameter(name), reason: .repeated))
                continue
            }
            guard let value = parameter.value(of: text) else {
                faults.append(parameter.typeFault)
                continue
            }
            faults += parameter.faults(in: value)
            values[name] = value
        }
        guard faults.isEmpty else { throw APIProblem(.invalidParameter, faults) }
        return values
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }

    private static func headerValues(_ request: Request, _ endpoint: APIEndpoint) throws -> [String:
        JSONValue]
    {
        var values: [String: JSONValue] = [:]
        for parameter in endpoint.parameters where parameter.place == .header {
            guard let name = HTTPField.Name(parameter.name), let text = request.headers[name] else {
                if parameter.isRequired { throw APIProblem(.versionNeeded, detail: parameter.name) }
                continue
            }
            let faults = parameter.faults(in: .string(text))
            guard faults.isEmpty else { throw APIProblem(.invalidParameter, faults) }
            values[parameter.name] = .string(text)
        }
        return values
    }

    // MARK: - Body

    private static func body(_ declared: APIEndpoint.Body, _ request: Request) async throws -> JSONValue {
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: 64 * 1024)
        } catch is NIOTooManyBytesError {
            throw APIProblem(.bodyTooLarge, detail: "65536")
        }
        guard buffer.readableBytes > 0 else { throw APIProblem(.missingBody) }
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }
            .trimmingCharacters(in: .whitespaces).lowercased()
        guard declared.mediaTypes.contains(type) else {
            throw APIProblem(.unsupportedType, detail: declared.mediaTypes.joined(separator: ", "))
        }
        guard let value = try? JSONValue(parsing: Data(buffer.readableBytesView)) else {
            throw APIProblem(.malformedBody)
        }
        let faults = declared.schema.faults(in: value)
        guard faults.isEmpty else { throw APIProblem(.invalidField, faults) }
        return value
    }
}

extension Optional {
    fileprivate func asyncMap<Value>(_ transform: (Wrapped) async throws -> Value) async throws -> Value? {
        switch self {
        case .some(let wrapped): try await transform(wrapped)
        case .none: nil
        }
    }
}
