import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A request whose parameters and body are what its endpoint declares.
struct APIRequest: Sendable {
    /// What was sent; its body is read already.
    let request: Request
    let context: WebContext
    let endpoint: APIEndpoint
    let path: String
    private(set) var body: JSONValue
    let query: PageParameters
    /// Of an endpoint that takes a file; `body` then has its name and hash.
    let upload: UploadedFile?
    private let values: [String: JSONValue]
    /// What `withParsedBody()` parses.
    private let unparsed: Data?

    /// - Throws: `APIProblem` that names everything that is wrong.
    init(_ request: Request, _ context: WebContext, _ endpoint: APIEndpoint) async throws {
        self.request = request
        self.context = context
        self.endpoint = endpoint
        path = request.uri.path
        query = PageParameters(request)
        values = try Self.queryValues(request, endpoint).merging(Self.headerValues(request, endpoint)) {
            first,
            _ in first
        }
        guard let declared = endpoint.body else {
            (body, upload, unparsed) = (.null, nil, nil)
            return
        }
        let bytes = try await Self.bytes(declared, request)
        if let kind = declared.fileKind {
            let file = try Self.file(kind, bytes, request)
            let hash = EntityTag(of: Data(file.bytes)).text
            (body, upload) = (["name": .string(file.name), "hash": .string(hash)], file)
            unparsed = nil
        } else if endpoint.parameters.contains(where: { $0.name == APIParameter.registrationKey.name }) {
            (body, upload, unparsed) = (.null, nil, bytes)
        } else {
            (body, upload, unparsed) = (try Self.json(declared, bytes, context.language), nil, nil)
        }
    }

    /// The same with its body, which stays as it came where a registration's key opens the endpoint: anyone may make a key
    /// up, and a stranger's megabyte is not read before the key is known.
    func withParsedBody() throws -> APIRequest {
        guard let unparsed, let declared = endpoint.body else { return self }
        var request = self
        request.body = try Self.json(declared, unparsed, context.language)
        return request
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
        for parameter in endpoint.parameters where parameter.isRequired && parameter.place == .query {
            guard values[parameter.name] == nil else { continue }
            guard !faults.contains(where: { $0.place == .parameter(parameter.name) }) else { continue }
            faults.append(APIFault(place: .parameter(parameter.name), reason: .missing))
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
                guard parameter.isRequired else { continue }
                if parameter.name == "If-Match" { throw APIProblem(.versionNeeded, detail: parameter.name) }
                let fault = APIFault(place: .parameter(parameter.name), reason: .missing)
                throw APIProblem(.invalidParameter, [fault])
            }
            let faults = parameter.faults(in: .string(text))
            guard faults.isEmpty else { throw APIProblem(.invalidParameter, faults) }
            values[parameter.name] = .string(text)
        }
        return values
    }

    // MARK: - Body

    private static func bytes(_ declared: APIEndpoint.Body, _ request: Request) async throws -> Data {
        let buffer: ByteBuffer
        do {
            buffer = try await request.wholeBody(upTo: declared.mostBytes)
        } catch BodyError.tooLarge {
            throw APIProblem(.bodyTooLarge, detail: "\(declared.mostBytes)")
        }
        guard buffer.readableBytes > 0 else { throw APIProblem(.missingBody) }
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }
            .trimmingCharacters(in: .whitespaces).lowercased()
        guard declared.mediaTypes.contains(type) else {
            throw APIProblem(.unsupportedType, detail: declared.mediaTypes.joined(separator: ", "))
        }
        return Data(buffer.readableBytesView)
    }

    private static func json(_ declared: APIEndpoint.Body, _ bytes: Data, _ language: Language) throws
        -> JSONValue
    {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw APIProblem(.malformedBody, detail: error.words(in: language))
        }
        let faults = declared.schema.faults(in: value)
        guard faults.isEmpty else { throw APIProblem(.invalidField, faults) }
        return value
    }

    private static func file(_ kind: UploadedFile.Kind, _ bytes: Data, _ request: Request) throws
        -> UploadedFile
    {
        guard let boundary = request.headers[.contentType].flatMap(MultipartForm.boundary(ofContentType:)),
            let form = try? MultipartForm(Array(bytes), boundary: boundary)
        else { throw APIProblem(.malformedBody) }
        guard let file = form["file"], let name = file.filename, !file.bytes.isEmpty else {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/file"), reason: .missing)])
        }
        guard file.bytes.count <= kind.mostBytes else {
            throw APIProblem(.bodyTooLarge, detail: "\(kind.mostBytes)")
        }
        guard let known = UploadedFile(kind, name: name, bytes: file.bytes) else {
            throw APIProblem(.unsupportedType, detail: kind.formats)
        }
        return known
    }
}
