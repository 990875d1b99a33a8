import FairwayCore

/// A delegation's board as values for its template.
struct BoardWords {
    let renderer: PageRenderer
    let language: Language

    private func word(_ key: String) -> String { renderer.word(key, language) }
    private var comma: String { language.pick(zh: "、", ru: ", ", en: ", ") }

    func row(_ member: MemberProgress) -> [String: Any] {
        let enterprise = member.enterprise
        let people = member.representatives.map { $0.name.text(in: language) }.filter { !$0.isEmpty }
        return [
            "code": enterprise.id.code, "link": "/enterprises/\(PageParameters.encoded(enterprise.id.code))",
            "name": enterprise.name.text(in: language),
            "nameLang": enterprise.name.nearest(to: language)?.language.rawValue ?? language.rawValue,
            "people": people.joined(separator: comma),
            "status": enterprise.status.displayName(in: language),
            "hasStatus": enterprise.status != .approved, "hasPeople": !people.isEmpty,
            "profile": member.gaps.isEmpty
                ? word("delegations.complete")
                : word("delegations.lacks")
                    + member.gaps.map { word("gap.\($0.rawValue)") }
                    .joined(separator: comma),
            "stands": member.stands, "products": member.products, "demands": member.demands,
            "sent": member.sent, "received": member.received, "accepted": member.accepted,
            "waiting": member.waiting, "hasWaiting": member.waiting > 0,
            "meetings": member.meetings, "seen": seen(member),
            "tasks": member.tasks.map { ["text": word("task.\($0.rawValue)")] as [String: Any] },
            "hasNoTasks": member.tasks.isEmpty,
        ]
    }

    private func seen(_ member: MemberProgress) -> String {
        if let seenAt = member.seenAt { return TimeWords.utc(seenAt) }
        return member.meetings > 0 ? word("delegations.notSeen") : "—"
    }

    /// Everyone, and those who have a task to do.
    func filters(_ members: [MemberProgress], chosen: MemberProgress.ToDo?, path: String) -> [[String: Any]] {
        let everyone: [String: Any] = [
            "link": path, "text": word("delegations.everyone"), "count": members.count,
            "isCurrent": chosen == nil,
        ]
        return [everyone]
            + MemberProgress.ToDo.allCases.map { task in
                [
                    "link": "\(path)?task=\(task.rawValue)", "text": word("task.\(task.rawValue)"),
                    "count": members.count { $0.tasks.contains(task) }, "isCurrent": chosen == task,
                ]
            }
    }

    func quotas(_ quota: DelegationQuota, _ use: DelegationUse) -> [[String: Any]] {
        let numbers = NumberWords(language)
        let hours = Double(use.interpreterMinutes) / 60
        let isWhole = use.interpreterMinutes % 60 == 0
        return [
            figure("stands", Double(use.stands), numbers.integer(use.stands), quota.stands),
            figure("meetings", Double(use.meetings), numbers.integer(use.meetings), quota.meetings),
            figure(
                "interpreterHours",
                hours,
                isWhole ? numbers.integer(use.interpreterMinutes / 60) : numbers.decimal(hours, places: 1),
                quota.interpreterHours
            ),
        ]
    }

    private func figure(_ name: String, _ used: Double, _ text: String, _ allowed: Int?) -> [String: Any] {
        [
            "label": word("quota.\(name)"), "used": text,
            "allowed": allowed.map { NumberWords(language).integer($0) } ?? word("quota.unlimited"),
            "isOver": allowed.map { used > Double($0) } ?? false,
        ]
    }

    func quotaForm(_ quota: DelegationQuota) -> [String: Any] {
        let fields = QuotaField.all.map { name, field in
            [
                "name": name, "label": word("quota.\(name)"),
                "value": quota[keyPath: field].map(String.init) ?? "", "most": DelegationQuota.largest,
            ] as [String: Any]
        }
        return ["fields": fields]
    }
}
