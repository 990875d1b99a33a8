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
                let count = try store.approveImported(by: $0.context.actor)
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
                let own = try enterprise($0)
                let all = try store.enterprises(similarTo: own.name, except: own.id).sorted { $0.id < $1.id }
                return try APIPage(of: all, for: $0) { $0.id.code }
            },
        ]
    }

    private func enterprise(_ request: APIRequest) throws -> Enterprise {
        guard let profile = try store.enterprise(.init(request.code("enterprise"))) else {
            throw APIProblem(.notFound)
        }
        return profile.enterprise
    }

    /// Only those of the page are looked at for flaws and likenesses.
    private func waiting(_ request: APIRequest) throws -> APIPage<WaitingView> {
        func key(_ waiting: WaitingEnterprise) -> String {
            let sent = CatalogueAPI.ordered(Int(waiting.submittedAt ?? 0))
            let enterprise = waiting.enterprise
            return
                "\(waiting.registration == nil ? 1 : 0) \(sent) \(enterprise.registeredOn) \(enterprise.id)"
        }
        let all = try store.waitingEnterprises(limit: 100_000).rows
        let sorted = all.map { (key: key($0), waiting: $0) }.sorted { $0.key < $1.key }.map { $0.waiting }
        let page = try APIPage(of: sorted, for: request, by: key)
        return APIPage(items: try views(of: page.items), next: page.next)
    }

    /// What is the same for all, or takes a look at every name of the expo, is asked once.
    private func views(of all: [WaitingEnterprise]) throws -> [WaitingView] {
        let check = try store.profileCheck()
        let warnings = try store.nameWarnings(for: all.map { ($0.enterprise.name, $0.enterprise.id) })
        let similar = try store.enterprises(similarTo: all.map { ($0.enterprise.name, $0.enterprise.id) })
        return try all.indices.map { index in
            let id = all[index].enterprise.id
            let draft = try store.profileDraft(of: id)?.draft ?? ProfileDraft()
            let view = ProfileView(
                draft: draft,
                meter: try store.meter(of: draft, of: id),
                flaws: check.flaws(in: draft),
                similar: similar[index]
            )
            return WaitingView(waiting: all[index], view: view, warnings: warnings[index])
        }
    }

    private func decide(_ request: APIRequest) throws -> APIAnswer {
        let id = try enterprise(request).id
        let note = (request.body["note"]?.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let actor = request.context.actor
        let answer = request.body["decision"]?.text.flatMap { RegistrationDesk.Answer(rawValue: $0) }
        if answer != .approve, !RegistrationDesk.isNote(note) {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/note"), reason: .missing)])
        }
        switch answer {
        case .approve: try desk.approve(id, by: actor)
        case .decline: try desk.decline(id, note: note, by: actor)
        case .ask: try desk.ask(id, note: note, by: actor)
        case nil: throw APIProblem(.malformedBody)
        }
        let view = EnterpriseView(enterprise: try enterprise(request), isOwn: true)
        return APIAnswer(APIShapes.enterprise.json(view), status: .created)
    }
}
