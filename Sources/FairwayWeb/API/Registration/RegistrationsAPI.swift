import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes

/// The organiser's part of registrations: who waits, whom they are much like, and the answer.
struct RegistrationsAPI: Sendable {
    let store: ExpoStore
    let desk: RegistrationDesk

    var endpoints: [APIEndpoint] {
        [
            .list(
                "/registrations",
                .organiser,
                .organiser,
                "listRegistrations",
                "The enterprises that wait for approval: those that came by themselves first, the oldest first.",
                of: APIShapes.waiting,
                [],
                waiting
            ),
            .post(
                "/registrations/{enterprise}/decision",
                .organiser,
                .organiser,
                "decideRegistration",
                "Approves, declines, or asks for more; the answer goes out by letter.",
                .json(APIShapes.decision, example: ["decision": "ask", "note": "Please add your products."]),
                APIShapes.enterprise.schema,
                [],
                decide
            ).keyed(in: store),
            .post(
                "/imported-registrations/approval",
                .organiser,
                .organiser,
                "approveImported",
                "Approves all that imports brought.",
                nil,
                APIShapes.done.schema,
                []
            ) {
                let count = try await store.registrations.approveImported(by: $0.context.actor)
                return APIAnswer(APIShapes.done.json(count), status: .created)
            }.keyed(in: store),
            .list(
                "/enterprises/{enterprise}/similar",
                .organiser,
                .organiser,
                "listSimilar",
                "The enterprises whose names are much like one's, by code; at most five.",
                of: APIShapes.similar
            ) {
                let own = try await enterprise($0)
                let all = try await store.names.enterprises(similarTo: own.name, except: own.id)
                return try APIPage(of: all, for: $0) { .code($0.id) }
            },
        ]
    }

    private func enterprise(_ request: APIRequest) async throws -> Enterprise {
        guard let profile = try await store.enterprises.find(.init(request.code("enterprise"))) else {
            throw APIProblem(.notFound)
        }
        return profile.enterprise
    }

    /// Only those of the page are looked at for flaws and likenesses.
    private func waiting(_ request: APIRequest) async throws -> APIPage<WaitingView> {
        let found = try await store.registrations.waiting(
            after: request.position(WaitingEnterprise.Position.init),
            limit: request.limit + 1
        )
        let page = APIPage(upTo: request.limit, of: found) { ListKey($0.position) }
        return APIPage(items: try await views(of: page.items), next: page.next)
    }

    /// What is the same for all, or takes a look at every name of the expo, is asked once.
    private func views(of all: [WaitingEnterprise]) async throws -> [WaitingView] {
        let check = try await ProfileCheck.present(in: store)
        let warnings = try await store.names.warnings(for: all.map { ($0.enterprise.name, $0.enterprise.id) })
        let similar = try await store.names.enterprises(
            similarTo: all.map { ($0.enterprise.name, $0.enterprise.id) }
        )
        let drafts = try await MeasuredDraft.all(of: all.map(\.enterprise.id), in: store)
        return all.indices.map { index in
            let measured = drafts[all[index].enterprise.id]
            let draft = measured?.draft ?? ProfileDraft()
            let view = ProfileView(
                draft: draft,
                meter: measured?.meter ?? ProfileMeter(ProfileFacts(draft)),
                flaws: check.flaws(in: draft),
                similar: similar[index]
            )
            return WaitingView(waiting: all[index], view: view, warnings: warnings[index])
        }
    }

    private func decide(_ request: APIRequest) async throws -> APIAnswer {
        let id = try await enterprise(request).id
        let note = (request.body["note"]?.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let actor = request.context.actor
        let answer = request.body["decision"]?.text.flatMap { RegistrationDesk.Answer(rawValue: $0) }
        if answer != .approve, !RegistrationDesk.isNote(note) {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/note"), reason: .missing)])
        }
        switch answer {
        case .approve: try await desk.approve(id, by: actor)
        case .decline: try await desk.decline(id, note: note, by: actor)
        case .ask: try await desk.ask(id, note: note, by: actor)
        case nil: throw APIProblem(.malformedBody)
        }
        let view = EnterpriseView(enterprise: try await enterprise(request), isOwn: true)
        return APIAnswer(APIShapes.enterprise.json(view), status: .created)
    }
}

extension WaitingEnterprise.Position {
    /// - Returns: nil for the key of another list.
    fileprivate init?(_ key: ListKey) {
        guard key.parts.count == 4, case .number(let isImported) = key.parts[0],
            case .number(let submittedAt) = key.parts[1], case .text(let date) = key.parts[2],
            case .text(let code) = key.parts[3]
        else { return nil }
        self.init(
            isImported: isImported != 0,
            submittedAt: submittedAt,
            registeredOn: date,
            enterprise: .init(code)
        )
    }
}

extension ListKey {
    fileprivate init(_ position: WaitingEnterprise.Position) {
        self.init(
            .number(position.isImported ? 1 : 0),
            .number(position.submittedAt),
            .text(position.registeredOn),
            .text(position.enterprise.code)
        )
    }
}
