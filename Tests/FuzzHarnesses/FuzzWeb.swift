import FairwayCore
import FairwayStore
import Foundation

@testable import FairwayWeb

/// A posted form.
package func fuzzForm(_ bytes: UnsafeRawBufferPointer) {
    guard let form = try? FormBody(Array(bytes)) else { return }
    let written = form.fields.map { "\(PageParameters.encoded($0.key))=\(PageParameters.encoded($0.value))" }
        .joined(separator: "&")
    let again = try? FormBody(Array(written.utf8))
    precondition(again == form, "a form is read otherwise than it is written")
    let draft = ProfileForm.draft(form.fields)
    _ = ProfileForm.gone(form.fields, ProfileForm.Action(form.fields["do"]), of: draft)
    _ = FormBody.isForm(form.fields["token"])
}

/// A form with files; its first line is the content type of the request.
package func fuzzMultipart(_ bytes: UnsafeRawBufferPointer) {
    let line = bytes.prefix { $0 != 0x0A }
    let type = String(decoding: line, as: UTF8.self)
    let boundary = MultipartForm.boundary(ofContentType: type) ?? "B"
    let body = Array(bytes.dropFirst(line.count + 1))
    guard let form = try? MultipartForm(body, boundary: boundary, repeating: "file") else { return }
    precondition(form.parts.count <= MultipartForm.mostParts, "more parts than there may be")
    for part in form.parts {
        _ = form.text(part.name)
        _ = UploadedTable(name: part.filename ?? "", bytes: part.bytes)
    }
}

/// The body of a request to the API.
package func fuzzJSON(_ bytes: UnsafeRawBufferPointer) {
    let data = Data(bytes)
    guard let value = try? JSONValue(parsing: data) else { return }
    let again = try? JSONValue(parsing: Data(value.description.utf8))
    precondition(again == value, "a value is read otherwise than it is written")
    for schema in schemas { _ = schema.faults(in: value) }
}

private let schemas: [APISchema] = [
    APIShapes.enterprise.schema, APIShapes.product.schema, APIShapes.slot.schema, APIProblem.schema,
]

/// What an address, a cookie and headers say: fields of a query, where to go on, cursors, tags, languages.
package func fuzzAddress(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parameters = PageParameters(query: text)
    _ = PageParameters(query: parameters.query())
    _ = parameters.query(toggling: "kind", "product")
    if let search = try? SearchParameters(parameters) {
        precondition(search.query.page.offset(perPage: 20) >= 0, "before the first")
    }
    precondition(LocalTarget(asked: text).text.hasPrefix("/"), "away from here")
    _ = APICursor.key(text)
    _ = LanguageMiddleware.negotiated(text)
    _ = EntityTag(version: "1").isIn(text, weakly: true)
    _ = FormToken.of(signIn: nil, known: text)
    _ = AccessScope(rawValue: text)
    _ = CivilDate(text)
}
