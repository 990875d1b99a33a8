import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes

/// Somebody's own registration: begun with an address, written under a key that comes by mail, sent to the organiser.
struct RegistrationAPI: Sendable {
    let store: ExpoStore
    let desk: RegistrationDesk

    static let exampleProfile: JSONValue = [
        "name": ["zh": "哈尔滨北岸食品有限公司", "en": "North Bank Foods"], "economy": "CN",
        "roles": ["manufacturer"], "languages": ["zh", "ru"],
        "people": [["names": ["han": ["family": "王", "given": "芳"]], "email": "wang@example.com"]],
        "products": [["hsCode": "190590", "name": ["en": "Oat biscuits"]]],
    ]

    var endpoints: [APIEndpoint] { entering + writing }

    private var entering: [APIEndpoint] {
        [
            .post(
                "/registrations",
                .anyone,
                nil,
                "startRegistration",
                "Begins or resumes a registration: a code goes to the address, whether or not it is known.",
                .json(
                    APIShapes.newRegistration,
                    example: ["email": "wang@example.com", "name": "王芳", "language": "zh"]
                ),
                .named("Address", .object([.required("email", .text(format: nil))])),
                status: .accepted,
                [],
                start
            ),
            .post(
                "/registrations/key",
                .anyone,
                nil,
                "enterRegistration",
                "Gives the key of a registration for the code that came by mail.",
                .json(
                    APIShapes.registrationCode,
                    example: ["email": "wang@example.com", "code": "12345678"]
                ),
                APIShapes.registrationKey.schema,
                [],
                enter
            ),
            .delete(
                "/registration/key",
                .anyone,
                nil,
                "leaveRegistration",
                "Ends a key.",
                APIShapes.done.schema,
                [.registrationKey]
            ) {
                _ = try await registration($0)
                try await store.registrations.endVisit($0.text("Registration-Key") ?? "")
                return APIAnswer(APIShapes.done.json(1))
            }.refusing(.notFound),
        ]
    }

    private var writing: [APIEndpoint] {
        var show = APIEndpoint.get(
            "/registration",
            .anyone,
            nil,
            "getRegistration",
            "The registration of a key: what is written, what is wrong with it, and what would bring more partners.",
            APIShapes.registration.schema,
            [.registrationKey]
        ) { try await answer(registration($0)) }
        show.hasVersion = true
        return [
            show.refusing(.notFound),
            .put(
                "/registration",
                .anyone,
                nil,
                "saveRegistration",
                "Saves the draft, gaps and mistakes included; once it is sent, without them.",
                .json(APIShapes.profileChange, example: Self.exampleProfile, upTo: ProfileForm.mostBytes),
                APIShapes.registration.schema,
                [.registrationKey],
                save
            ).refusing(.notFound),
            .post(
                "/registration/submission",
                .anyone,
                nil,
                "sendRegistration",
                "Sends the draft to the organiser, who decides.",
                nil,
                APIShapes.registration.schema,
                [.registrationKey],
                send
            ).refusing(.notFound, .conflict, .unprocessableContent),
        ]
    }

    private func registration(_ request: APIRequest) async throws -> Registration {
        guard
            let registration = try await store.registrations.find(
                visit: request.text("Registration-Key") ?? ""
            )
        else {
            throw APIProblem(.notFound)
        }
        return registration
    }

    private func answer(_ registration: Registration, status: HTTPResponse.Status = .ok) async throws
        -> APIAnswer
    {
        let present = try await store.registrations.draft(of: registration)
        var view = try await ProfileView(present.draft, of: registration.enterprise, store)
        view.registration = registration
        let version = EntityTag(version: present.version).text
        return APIAnswer(APIShapes.registration.json(view), status: status, headers: ["ETag": version])
    }

    // MARK: - Entering

    private func start(_ request: APIRequest) async throws -> APIAnswer {
        let email = try Self.email(request)
        let name = (request.body["name"]?.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if let problem = ProfileCheck.problem(ofPerson: name) {
            throw APIProblem(.invalidField, [ProfileFlaw("name", problem).fault])
        }
        let language = request.body["language"]?.text.flatMap { Language(rawValue: $0) }
        let origin = desk.site.origin(of: request.request, request.context)
        do {
            try await desk.begin(email, name: name, from: origin, language ?? request.context.language)
        } catch RegistrationDesk.Refusal.noLetter(let wait) {
            throw APIProblem(.tooManyRequests, headers: ["Retry-After": "\(wait.wholeSeconds)"])
        }
        return APIAnswer(["email": .string(email)], status: .accepted)
    }

    private func enter(_ request: APIRequest) async throws -> APIAnswer {
        let email = try Self.email(request)
        let origin = desk.site.origin(of: request.request, request.context)
        do {
            let secret = try await desk.useCode(
                request.body["code"]?.text ?? "",
                email: email,
                from: origin
            )
            return APIAnswer(
                APIShapes.registrationKey.json(secret.text),
                status: .created,
                headers: ["Cache-Control": "no-store"]
            )
        } catch RegistrationDesk.Refusal.tooOften(let wait) {
            throw APIProblem(.tooManyRequests, headers: ["Retry-After": "\(wait.wholeSeconds)"])
        } catch RegistrationDesk.Refusal.wrongCode {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/code"), reason: .wrongCode)])
        }
    }

    private static func email(_ request: APIRequest) throws -> String {
        let email = EmailAddress.folded(request.body["email"]?.text ?? "")
        guard EmailAddress.isValid(email) else {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/email"), reason: .badEmail)])
        }
        return email
    }

    // MARK: - Writing

    private func save(_ request: APIRequest) async throws -> APIAnswer {
        let registration = try await registration(request)
        let draft = ProfileDraft(try request.withParsedBody().body).withoutEmptyRows
        let version = request.version(of: try await store.registrations.draft(of: registration))
        do {
            if let enterprise = registration.enterprise {
                // While the organiser decides, what was sent can still be put right.
                try await ProfileCheck.checkWhole(draft, in: store)
                let actor = "registration \(registration.id)"
                try await store.profiles.save(draft, of: enterprise, version: version, by: actor)
            } else {
                try await store.registrations.saveDraft(draft, of: registration, version: version)
            }
        } catch is ProfileConflict {
            throw APIProblem(.staleVersion)
        }
        return try await answer(registration)
    }

    private func send(_ request: APIRequest) async throws -> APIAnswer {
        let registration = try await registration(request)
        guard registration.enterprise == nil else { throw APIProblem(.isSent) }
        let draft = try await store.registrations.draft(of: registration).draft.withoutEmptyRows
        try await ProfileCheck.checkWhole(draft, in: store)
        _ = try await store.registrations.submit(draft, of: registration, on: await store.expo.today())
        guard let sent = try await store.registrations.find(registration.id) else {
            throw APIProblem(.notFound)
        }
        return try await answer(sent, status: .created)
    }
}

extension ProfileView {
    /// - Parameter id: The enterprise that it is the profile of, once there is one.
    init(_ draft: ProfileDraft, of id: Enterprise.ID?, _ store: ExpoStore) async throws {
        self.init(
            draft: draft,
            meter: try await ProfileMeter.measured(draft, of: id, in: store),
            flaws: try await ProfileCheck.present(in: store).flaws(in: draft),
            similar: try await store.names.enterprises(similarTo: draft.name, except: id)
        )
    }
}

extension APIRequest {
    /// The version that a change was made for, if it is the present one or any.
    func version(of present: VersionedDraft) -> String {
        let isPresent = EntityTag(version: present.version).isIn(text("If-Match") ?? "", weakly: false)
        return isPresent ? present.version : ""
    }
}
