import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// The expo's tree for the organiser and for an agency, and one delegation's board.
struct DelegationsPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    private var frame: DelegationFrame { DelegationFrame(store: store, renderer: renderer) }

    init(store: ExpoStore, renderer: PageRenderer) {
        self.store = store
        self.renderer = renderer
    }

    // MARK: - The tree

    func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        var own: Agency.ID?
        if case .agency(let id) = context.viewer?.part { own = id }
        let summaries = try await store.delegations.tree(of: own)
        if own != nil, summaries.count == 1 {
            return .redirect(to: LocalTarget(["delegations", summaries[0].delegation.id.code]))
        }
        let members = summaries.reduce(0) { $0 + $1.members }
        return try renderer.page(
            "delegations",
            title: renderer.word("nav.delegations", language),
            section: .delegations,
            [
                "total": CountedNoun.delegation.counted(summaries.count, in: language),
                "members": CountedNoun.enterprise.counted(members, in: language),
                "economies": economies(summaries, language),
                "isEmpty": summaries.isEmpty,
            ],
            request: request,
            context: context
        )
    }

    private func economies(_ summaries: [DelegationSummary], _ language: Language) -> [[String: Any]] {
        Self.grouped(summaries, by: \.economy.id).map { group in
            [
                "name": group[0].economy.name.text(in: language),
                "members": CountedNoun.enterprise.counted(group.reduce(0) { $0 + $1.members }, in: language),
                "agencies": Self.grouped(group, by: \.agency.id).map { agency($0, language) },
            ]
        }
    }

    private func agency(_ summaries: [DelegationSummary], _ language: Language) -> [String: Any] {
        let (agency, region) = (summaries[0].agency, summaries[0].region)
        let place = [agency.kind.displayName(in: language), region?.name.text(in: language) ?? ""]
        return [
            "name": agency.name.text(in: language),
            "about": place.filter { !$0.isEmpty }.joined(separator: " · "),
            "delegations": summaries.map { summary in
                [
                    "link": "/delegations/\(PageParameters.encoded(summary.delegation.id.code))",
                    "name": summary.delegation.name.text(in: language),
                    "counts": [
                        CountedNoun.enterprise.counted(summary.members, in: language),
                        CountedNoun.representative.counted(summary.representatives, in: language),
                        CountedNoun.stand.counted(summary.stands, in: language),
                        CountedNoun.meeting.counted(summary.meetings, in: language),
                    ].joined(separator: " · "),
                ] as [String: Any]
            },
        ]
    }

    /// Neighbours with the same key.
    private static func grouped<Key: Equatable>(
        _ summaries: [DelegationSummary],
        by key: (DelegationSummary) -> Key
    ) -> [[DelegationSummary]] {
        summaries.reduce(into: []) { groups, summary in
            if let last = groups.last?.first, key(last) == key(summary) {
                groups[groups.count - 1].append(summary)
            } else {
                groups.append([summary])
            }
        }
    }

    // MARK: - The board

    func board(_ request: Request, _ context: WebContext) async throws -> Response {
        try await board(request, context, notice: nil)
    }

    private func board(
        _ request: Request,
        _ context: WebContext,
        notice: String?,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let (delegation, agency) = try await frame.delegation(context)
        let members = try await store.delegations.board(of: delegation.id, orderedIn: language)
        let task = PageParameters(request)["task"].flatMap { MemberProgress.ToDo(rawValue: $0) }
        let shown = task.map { task in members.filter { $0.tasks.contains(task) } } ?? members
        let words = BoardWords(renderer: renderer, language: language)
        let quota = try await store.delegations.quota(of: delegation.id)
        let use = try await store.delegations.use(of: delegation.id)
        let beyond = use.requestsBeyond(quota)
        let path = "/delegations/\(PageParameters.encoded(delegation.id.code))"
        return try frame.page(
            "delegation",
            tab: .board,
            delegation,
            agency,
            [
                "total": CountedNoun.enterprise.counted(shown.count, in: language),
                "hasMembers": !members.isEmpty,
                "filters": words.filters(members, chosen: task, path: path),
                "rows": shown.map(words.row),
                "task": DelegationFrame.part(task.map { ["code": $0.rawValue] }),
                "quotas": words.quotas(quota, use),
                "beyond": DelegationFrame.part(
                    beyond == 0 ? nil : ["count": CountedNoun.request.counted(beyond, in: language)]
                ),
                "quotaForm": DelegationFrame.part(
                    context.viewer?.part == .organiser ? words.quotaForm(quota) : nil
                ),
            ],
            notices: [notice].compactMap { $0 },
            request: request,
            context: context,
            status: status
        )
    }

    /// The organiser says what the delegation may use; an empty field is no limit.
    func setQuotas(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let (delegation, _) = try await frame.delegation(context)
        var quota = DelegationQuota()
        for (name, field) in QuotaField.all {
            let text = (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            guard !text.isEmpty else { continue }
            guard let value = Int(text, in: 0...DelegationQuota.largest) else {
                let notice = renderer.word("delegations.badQuota", context.language)
                return try await board(request, context, notice: notice, status: .unprocessableContent)
            }
            quota[keyPath: field] = value
        }
        try await store.delegations.setQuota(quota, of: delegation.id, by: context.actor)
        return .redirect(to: LocalTarget(["delegations", delegation.id.code]))
    }
}

/// The names of the quotas' fields.
enum QuotaField {
    static var all: [(name: String, field: WritableKeyPath<DelegationQuota, Int?>)] {
        [("stands", \.stands), ("meetings", \.meetings), ("interpreterHours", \.interpreterHours)]
    }
}
