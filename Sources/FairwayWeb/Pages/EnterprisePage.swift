import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Hummingbird
import NIOCore
import Workers

/// One enterprise: profile, products, demands, matches with reasons, its programme, and its calendar to take along.
struct EnterprisePage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let workers: WorkerPool

    /// Lists on the page are cut at this length.
    static let mostProducts = 60
    static let mostMatches = 15

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let profile = try await profile(context)
        let language = context.language
        let enterprise = profile.enterprise
        // The catalogue is everyone's; with whom an enterprise meets, or should, is its own.
        let object = RightObject(enterprise: enterprise.id, agency: profile.agency?.id)
        let isOwn = Right.enterprise.allows(context.viewer?.part, object)
        let images = try await store.images.all(of: enterprise.id)
        let people = try await store.enterprises.people(of: enterprise.id, shownTo: context.viewer?.part)
            .filter {
                !$0.name.isEmpty
            }
        try await noteView(of: enterprise.id, context)
        return try renderer.page(
            "enterprise",
            title: enterprise.name.text(in: language),
            section: .enterprises,
            [
                "code": enterprise.id.code,
                "heading": [renderer.said(enterprise.name, language)],
                "isWaiting": enterprise.status == .registered,
                "isDeclined": enterprise.status == .declined,
                "otherNames": Language.allCases.filter {
                    $0 != enterprise.name.nearest(to: language)?.language
                }
                .compactMap { other in
                    enterprise.name[other].map { ["text": $0, "lang": other.rawValue] as [String: Any] }
                },
                "about": renderer.said(enterprise.about, language),
                "facts": facts(profile, language),
                "products": profile.products.prefix(Self.mostProducts).map {
                    product($0, images[$0.id]?.first, language)
                },
                "productCount": CountedNoun.product.counted(profile.products.count, in: language),
                "hasProducts": !profile.products.isEmpty,
                "demands": profile.demands.map { demand($0, language) },
                "hasDemands": !profile.demands.isEmpty,
                "isOwn": isOwn,
                "workspaces": isOwn
                    ? [["tabs": Workspace.tabs(enterprise.id, current: "programme", renderer, language)]]
                    : [],
                "asks": try await ask(profile, people, context),
                "matches": isOwn ? try await matches(profile, language) : [],
                "days": isOwn ? try await days(of: enterprise.id, language) : [],
                "hasPeople": isOwn || !people.isEmpty,
                "people": people.map { person in
                    [
                        "name": renderer.said(person.name, language),
                        "position": renderer.said(person.position, language),
                        "languages": person.languages.map { $0.displayName(in: language) }.joined(
                            separator: ", "
                        ),
                    ] as [String: Any]
                },
            ],
            request: request,
            context: context
        )
    }

    /// What a signed-in enterprise can do about this one: ask, or why not; and its people, to want or not.
    private func ask(
        _ profile: EnterpriseProfile,
        _ people: [Representative],
        _ context: WebContext
    ) async throws -> [[String: Any]] {
        let other = profile.enterprise.id
        guard case .enterprise(let own)? = context.viewer?.part, own != other else { return [] }
        var model = AskForm.model(
            from: own,
            to: other,
            obstacle: try await store.requests.obstacles(from: own, to: [other])[other],
            preference: try await store.preferences.all(of: own)[other],
            back: "/enterprises/\(other)",
            context
        )
        let preferences = try await store.preferences.all(of: own, forPeopleOf: other)
        model["people"] = people.map { person in
            [
                "id": person.id.code, "name": person.name.text(in: context.language),
                "position": person.position.text(in: context.language),
                "isMustMeet": preferences[person.id] == .mustMeet,
                "isNoThanks": preferences[person.id] == .noThanks,
            ] as [String: Any]
        }
        return [model]
    }

    private func profile(_ context: WebContext) async throws -> EnterpriseProfile {
        guard let code = context.parameters.get("enterprise"),
            let profile = try await store.enterprises.find(.init(code), shownTo: context.viewer?.part)
        else { throw HTTPError(.notFound) }
        return profile
    }

    private func facts(_ profile: EnterpriseProfile, _ language: Language) -> [[String: Any]] {
        let enterprise = profile.enterprise
        let numbers = NumberWords(language)
        let separator = language.pick(zh: "、", ru: ", ", en: ", ")
        var facts: [(String, String)] = [
            (
                "fact.place",
                [profile.economy.name, profile.region?.name].compactMap { $0?.text(in: language) }
                    .joined(separator: separator)
            ),
            (
                "fact.roles",
                enterprise.roles.map { $0.displayName(in: language) }.joined(separator: separator)
            ),
            (
                "fact.sectors",
                enterprise.sectors.compactMap { Sector.sector($0)?.name.text(in: language) }
                    .joined(separator: separator)
            ),
            (
                "fact.languages",
                enterprise.languages.map { $0.displayName(in: language) }
                    .joined(separator: separator)
            ),
        ]
        if let stand = profile.stand {
            let place = Place(hall: stand.hall, stand: stand.id)
            facts.append(("fact.stand", place.words(in: language, hall: profile.hall?.name)))
        }
        for (key, value) in [
            ("fact.chains", enterprise.reach.chains), ("fact.stores", enterprise.reach.stores),
            ("fact.distributors", enterprise.reach.distributors),
        ] {
            if let value { facts.append((key, numbers.integer(value))) }
        }
        facts.append(("fact.registeredOn", enterprise.registeredOn.words(in: language)))
        let plain = facts.filter { !$0.1.isEmpty }.map { key, text in
            let value = LocalizedText(language, text)
            return ["label": renderer.word(key, language), "value": renderer.said(value, language)]
        }
        // A delegation is called what its agency calls it, in whichever language that is.
        return plain
            + [profile.delegation].compactMap { $0 }.map {
                [
                    "label": renderer.word("fact.delegation", language),
                    "value": renderer.said($0.name, language),
                ]
            }
    }

    private func product(_ product: Product, _ image: ProductImage?, _ language: Language) -> [String: Any] {
        var model: [String: Any] = [
            "hs": [product.hsCode?.digits].compactMap { $0 }, "name": renderer.said(product.name, language),
            "about": renderer.said(product.about, language),
            "pages": ["/products/\(PageParameters.encoded(product.id.code))"],
        ]
        model["gtin"] = product.gtin?.digits
        // The name stands beside it.
        model["image"] = image.map { [$0.model(.thumbnail, alt: "")] } ?? []
        return model
    }

    private func demand(_ demand: Demand, _ language: Language) -> [String: Any] {
        var model: [String: Any] = [
            "hs": [demand.hsPrefix?.digits].compactMap { $0 }, "name": renderer.said(demand.text, language),
        ]
        if !demand.targetRegions.isEmpty { model["targets"] = demand.targetRegions.joined(separator: ", ") }
        return model
    }

    private func matches(_ profile: EnterpriseProfile, _ language: Language) async throws -> [[String: Any]] {
        let id = profile.enterprise.id
        // A pair may match both ways; the page shows a partner once, by the better of the two.
        var seen: Set<Enterprise.ID> = []
        let found = try await store.matches.all(of: id, limit: 2 * Self.mostMatches)
            .filter { $0.partner.status == .approved && seen.insert($0.partner.id).inserted }
            .prefix(Self.mostMatches)
        let names = try await store.matches.reasonNames(for: found.map(\.match))
        let numbers = NumberWords(language)
        return found.map { entry in
            [
                "code": entry.partner.id.code, "name": renderer.said(entry.partner.name, language),
                "score": numbers.percent(entry.match.score, places: 0), "isSeller": entry.match.seller == id,
                "reasons": entry.match.reasons.map { ["text": $0.words(in: language, names: names)] },
            ]
        }
    }

    // MARK: - Programme

    private func days(of id: Enterprise.ID, _ language: Language) async throws -> [[String: Any]] {
        guard let expo = try await store.expo.find(), let run = try await store.publications.latest()?.run
        else { return [] }
        let meetings = try await store.programmes.schedule(of: id, run: run)
        let halls = Dictionary(try await store.expo.halls().map { ($0.id, $0.name) }) { first, _ in first }
        let slots = Dictionary(expo.slots.map { ($0.number, $0) }) { first, _ in first }
        return expo.days.compactMap { date in
            let today = meetings.filter { slots[$0.meeting.slot]?.date == date }
            guard !today.isEmpty else { return nil }
            return [
                "date": date.wordsWithWeekday(in: language),
                "meetings": today.map {
                    MeetingWords.model($0, slots, halls, seenBy: id, language, renderer)
                },
            ]
        }
    }

    /// The participant's calendar as iCalendar.
    func calendar(_ request: Request, _ context: WebContext) async throws -> Response {
        let calendar = try await participantCalendar(context)
        let text = ICalendarWriter.text(calendar, language: context.language)
        return file(
            ByteBuffer(string: text),
            type: "text/calendar; charset=utf-8",
            name: "\(calendar.owner.id).ics"
        )
    }

    /// The participant's schedule as PDF.
    func printed(_ request: Request, _ context: WebContext) async throws -> Response {
        let calendar = try await participantCalendar(context)
        let input = PrintScheduleTask.Input(
            calendar: calendar,
            language: context.language,
            publishedAt: try await store.publications.latest()?.publishedAt ?? 0
        )
        let printed = try await workers.run(PrintScheduleTask.self, input, for: context.actor)
        return file(
            ByteBuffer(bytes: printed.bytes),
            type: "application/pdf",
            name: "\(calendar.owner.id).pdf"
        )
    }

    private func participantCalendar(_ context: WebContext) async throws -> ParticipantCalendar {
        let profile = try await profile(context)
        guard let expo = try await store.expo.find() else { throw HTTPError(.notFound) }
        try await noteView(of: profile.enterprise.id, context)
        return ParticipantCalendar(
            owner: profile.enterprise,
            expo: expo,
            entries: try await store.publications.calendar(of: profile.enterprise.id),
            partners: try await store.enterprises.names(),
            halls: Dictionary(try await store.expo.halls().map { ($0.id, $0.name) }) { first, _ in first },
            interpreters: Dictionary(try await store.expo.interpreters().map { ($0.id, $0.name) }) {
                first,
                _ in first
            }
        )
    }

    private func file(_ bytes: ByteBuffer, type: String, name: String) -> Response {
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: bytes))
        response.headers[.contentType] = type
        // Codes have no characters that a header would need escaped, but imports may bring any letters.
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        response.headers[.contentDisposition] = "attachment; filename=\"\(plain)\""
        return response
    }
}

/// A meeting as values for a template.
enum MeetingWords {
    static func model(
        _ scheduled: ScheduledMeeting,
        _ slots: [Int: Slot],
        _ halls: [Hall.ID: LocalizedText],
        seenBy id: Enterprise.ID? = nil,
        _ language: Language,
        _ renderer: PageRenderer
    ) -> [String: Any] {
        let meeting = scheduled.meeting
        let time = slots[meeting.slot].map { "\($0.starts)–\($0.ends)" } ?? ""
        var model: [String: Any] = [
            "time": time, "place": meeting.place.words(in: language, hall: halls[meeting.place.hall]),
            "spot": meeting.place.stand?.code ?? meeting.place.table?.code ?? "",
            "interpreter": scheduled.interpreterName.map { [renderer.said($0, language)] } ?? [],
            "request": scheduled.request.id.code,
            "requester": renderer.said(scheduled.requesterName, language),
            "requesterCode": scheduled.request.requester.code,
            "recipient": renderer.said(scheduled.recipientName, language),
            "recipientCode": scheduled.request.recipient.code,
        ]
        if let id {
            let partner = scheduled.partner(of: id)
            model["partner"] = renderer.said(partner.name, language)
            model["partnerCode"] = partner.id.code
        }
        return model
    }
}
