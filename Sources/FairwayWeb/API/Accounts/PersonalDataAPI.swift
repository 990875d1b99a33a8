import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes

/// Everything the store holds about a person: to take along, or to have erased.
///
/// Persons are named in the query, which no log keeps.
struct PersonalDataAPI: Sendable {
    let store: ExpoStore

    private static let person = APIParameter(
        name: "person",
        place: .query,
        schema: .string(.line, length: 1...254),
        isRequired: true,
        about: "An e-mail address, or the code of a representative who gave none.",
        example: "nobody@example.com"
    )

    var endpoints: [APIEndpoint] {
        [
            .get(
                "/account/personal-data",
                .signedIn,
                .account,
                "exportOwnData",
                "Everything that is stored about oneself.",
                APIShapes.personalData
            ) { try await export(PersonKey(email: viewer($0).email)) },
            .delete(
                "/account/personal-data",
                .signedIn,
                .account,
                "eraseOwnData",
                "Refused (403): one has oneself erased in the browser, where one shows who one is.",
                APIShapes.done.schema
            ) { _ in throw APIProblem(.inBrowserOnly) },
            .get(
                "/personal-data",
                .organiser,
                .organiser,
                "exportPersonalData",
                "Everything that is stored about a person.",
                APIShapes.personalData,
                [Self.person]
            ) { try await export(PersonKey($0.text("person") ?? "")) },
            .delete(
                "/personal-data",
                .organiser,
                .organiser,
                "erasePersonalData",
                "Erases what is stored about a person; meetings stay as numbers. Refused (403) for whoever runs the expo.",
                APIShapes.done.schema,
                [Self.person]
            ) { try await erase(PersonKey($0.text("person") ?? ""), $0) }.refusing(.conflict),
        ]
    }

    private func viewer(_ request: APIRequest) throws -> Account {
        guard let viewer = request.context.viewer else { throw APIProblem(.signInNeeded) }
        return viewer
    }

    private func export(_ key: PersonKey) async throws -> APIAnswer {
        let text = try await store.personalData.all(of: key).json
        return APIAnswer(try JSONValue(parsing: Data(text.utf8)), headers: ["Cache-Control": "no-store"])
    }

    /// Whoever stole a token is not to shut its owner out, nor another who could end it.
    private func erase(_ key: PersonKey, _ request: APIRequest) async throws -> APIAnswer {
        if let email = key.email, try await store.accounts.find(email: email)?.part.runsExpo == true {
            throw APIProblem(.inBrowserOnly)
        }
        do {
            let count = try await store.personalData.erase(key, by: request.context.actor)
            return APIAnswer(APIShapes.done.json(count))
        } catch let error as AccountError {
            throw error.problem
        }
    }
}
