import FairwayCore
import FairwayStore
import HTTPTypes

/// The whole profile of an enterprise, as its people keep it up to date.
struct ProfileAPI: Sendable {
    let store: ExpoStore

    private static let path = "/enterprises/{enterprise}/profile"

    var endpoints: [APIEndpoint] {
        var show = APIEndpoint.get(
            Self.path,
            .enterprise,
            .profileWrite,
            "getProfile",
            "The whole profile, people included, and what would bring better matches.",
            APIShapes.profile.schema
        ) { try await answer(stored($0)) }
        show.hasVersion = true
        return [
            show,
            .put(
                Self.path,
                .enterprise,
                .profileWrite,
                "saveProfile",
                "Puts a whole profile in place of the one that was read; rows that are gone are deleted.",
                .json(
                    APIShapes.profileChange,
                    example: RegistrationAPI.exampleProfile,
                    upTo: ProfileForm.mostBytes
                ),
                APIShapes.profile.schema,
                [],
                save
            ),
        ]
    }

    private func stored(_ request: APIRequest) async throws -> (id: Enterprise.ID, present: VersionedDraft) {
        let id = Enterprise.ID(request.code("enterprise"))
        guard let present = try await store.profiles.draft(of: id) else { throw APIProblem(.notFound) }
        return (id, present)
    }

    private func answer(_ stored: (id: Enterprise.ID, present: VersionedDraft)) async throws -> APIAnswer {
        let view = try await ProfileView(stored.present.draft, of: stored.id, store)
        let version = EntityTag(version: stored.present.version).text
        return APIAnswer(APIShapes.profile.json(view), headers: ["ETag": version])
    }

    private func save(_ request: APIRequest) async throws -> APIAnswer {
        let (id, present) = try await stored(request)
        let draft = ProfileDraft(request.body).withoutEmptyRows
        try await ProfileCheck.checkWhole(draft, in: store)
        do {
            let version = request.version(of: present)
            try await store.profiles.save(draft, of: id, version: version, by: request.context.actor)
        } catch is ProfileConflict {
            throw APIProblem(.staleVersion, detail: id.code)
        }
        return try await answer(stored(request))
    }
}
