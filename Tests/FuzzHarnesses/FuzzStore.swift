import FairwayCore
import Foundation
import TextAnalysis

@testable import FairwayStore

/// One-time codes: the secret of an authenticator, a code for it, and a stored password.
package func fuzzOneTimeCode(_ bytes: UnsafeRawBufferPointer) {
    let secret = Data(bytes.prefix(64))
    let text = String(decoding: bytes.dropFirst(min(64, bytes.count)), as: UTF8.self)
    let code = SecondFactor.code(secret, step: 59_000_000)
    precondition(code.utf8.count == 6, "no six digits")
    precondition(
        SecondFactor.step(of: code, secret, now: 1_770_000_000, after: nil) != nil,
        "a code is not its own"
    )
    _ = SecondFactor.step(of: text, secret, now: 1_770_000_000, after: 1)
    precondition(SecondFactor.base32(secret).utf8.count == (secret.count * 8 + 4) / 5, "no Base32")
    _ = SecondFactor.address(secret, account: text)
}

/// What somebody types into the search, up to the expression that the index is asked.
package func fuzzSearch(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    let terms = CatalogueSearch.terms(text)
    let length = text.utf8.count
    for term in terms {
        precondition(term.range.lowerBound >= 0 && term.range.upperBound <= length, "a term outside its text")
    }
    let expression = SearchExpression(terms)
    if !expression.isEmpty {
        for query in [expression.all, expression.any, expression.beginning(["a"]) ?? ""] {
            // Each quotation mark is closed: nothing of the text gets out of its quotes.
            precondition(query.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 0, "an open quotation mark")
        }
    }
    _ = nameKeys.map { SearchExpression.keys($0.keys(of: text)) }
    let pieces = Highlighter.pieces(of: text, marking: expression.terms)
    precondition(pieces.map(\.text).joined().utf8.count >= 0, "no text")
    _ = SearchFacet(word: text)
}

private let nameKeys = try? NameKeys()
