import FairwayCore
import FairwayStore
import Hummingbird

/// The organiser's rules for requests: open or not, how many by role, who does not meet whom.
struct RequestRulesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    static let highestLimit = 10_000

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try page(try await store.requests.rules(), request, context)
    }

    private func page(
        _ rules: RequestRules,
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let language = context.language
        return try renderer.page(
            "requestrules",
            title: renderer.word("rules.title", language),
            section: .rules,
            [
                "notices": [notice].compactMap { $0 },
                "isOpen": rules.isOpen, "withinDelegation": rules.withinDelegation,
                "limits": Enterprise.Role.allCases.map { role in
                    [
                        "code": role.rawValue, "name": role.displayName(in: language),
                        "limit": rules.limits[role].map { "\($0)" } ?? "",
                    ]
                },
                "columns": Enterprise.Role.allCases.map { ["name": $0.displayName(in: language)] },
                "rows": Enterprise.Role.allCases.enumerated().map { position, one in
                    [
                        "name": one.displayName(in: language),
                        "cells": Enterprise.Role.allCases.enumerated().map { column, other in
                            [
                                "isShown": column >= position,
                                "field": Self.field(one, other),
                                "label":
                                    "\(one.displayName(in: language)) – \(other.displayName(in: language))",
                                "isChecked": !rules.barred.contains(.init(one, other)),
                            ] as [String: Any]
                        },
                    ] as [String: Any]
                },
            ],
            request: request,
            context: context,
            status: status
        )
    }

    private static func field(_ one: Enterprise.Role, _ other: Enterprise.Role) -> String {
        "meet-\(one.rawValue)-\(other.rawValue)"
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        var rules = RequestRules(
            isOpen: form["isOpen"] != nil,
            withinDelegation: form["withinDelegation"] != nil
        )
        for role in Enterprise.Role.allCases {
            guard let text = form["limit-\(role.rawValue)"], !text.isEmpty else { continue }
            guard let limit = Int(text, in: 0...Self.highestLimit) else {
                let words = renderer.word("rules.badLimit", context.language)
                let notice = "\(role.displayName(in: context.language)): \(words)"
                return try page(rules, request, context, notice: notice, status: .badRequest)
            }
            rules.limits[role] = limit
        }
        let roles = Enterprise.Role.allCases
        for (position, one) in roles.enumerated() {
            for other in roles[position...] where form[Self.field(one, other)] == nil {
                rules.barred.append(.init(one, other))
            }
        }
        try await store.requests.setRules(rules, by: context.actor)
        return .redirect(to: "/organiser/rules", type: .normal)
    }
}
