import FairwayCore
import FairwayStore
import Hummingbird

/// The whole programme: a day's slots by halls, one slot of one hall, everyone's day, and what was not placed.
struct ProgrammePage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer

    static let participantsPerPage = 40
    static let unplacedPerPage = 50
    static let scarcitiesShown = 8
    static let worstServedShown = 5

    /// The published run, else the latest.
    private func run() async throws -> Run? {
        if let publication = try await store.publications.latest() {
            return try await store.programmes.run(publication.run)
        }
        return try await store.programmes.latestRun()
    }

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        guard let expo = try await store.expo.find(), let run = try await run(), let first = expo.days.first
        else {
            return try renderer.page(
                "noprogramme",
                title: renderer.word("nav.programme", language),
                section: .programme,
                [:],
                request: request,
                context: context
            )
        }
        let parameters = PageParameters(request)
        let date =
            parameters["date"].flatMap { CivilDate($0) }.flatMap { expo.days.contains($0) ? $0 : nil }
            ?? first
        let isByParticipant = parameters["view"] == "participants"
        var values: [String: Any] = [
            "run": ProgrammeWords.summary(run, language), "date": date.description,
            "dateWords": date.wordsWithWeekday(in: language), "isByParticipant": isByParticipant,
            "days": expo.days.map { day in
                [
                    "date": day.description, "name": day.dayAndMonth(in: language), "isCurrent": day == date,
                    "view": isByParticipant ? "participants" : "halls",
                ] as [String: Any]
            },
        ]
        if isByParticipant {
            try await addParticipants(to: &values, expo, run, date, parameters, language)
        } else {
            try await addGrid(to: &values, expo, run, date, parameters, language)
        }
        return try renderer.page(
            "programme",
            title: renderer.word("nav.programme", language),
            section: .programme,
            values,
            request: request,
            context: context
        )
    }

    // MARK: - By hall

    private func addGrid(
        to values: inout [String: Any],
        _ expo: Expo,
        _ run: Run,
        _ date: CivilDate,
        _ parameters: PageParameters,
        _ language: Language
    ) async throws {
        let halls = try await store.expo.halls()
        let slots = expo.slots.filter { $0.date == date }
        let chosenHall = parameters["hall"].flatMap { code in halls.first { $0.id.code == code } }
        let chosenSlot = parameters["slot"].flatMap { Int($0, in: Slot.numberRange) }.flatMap { number in
            slots.first { $0.number == number }
        }
        var counts: [Int: [Hall.ID: Int]] = [:]
        for count in try await store.programmes.gridCounts(run: run.id) {
            counts[count.slot, default: [:]][count.hall] = count.meetings
        }
        let most = max(1, slots.flatMap { counts[$0.number]?.values.map { $0 } ?? [] }.max() ?? 1)
        values["halls"] = halls.map {
            ["code": $0.id.code, "name": $0.name.text(in: language)] as [String: Any]
        }
        values["slots"] = slots.map { slot in
            [
                "time": "\(slot.starts)–\(slot.ends)",
                "cells": halls.map { hall in
                    let count = counts[slot.number]?[hall.id] ?? 0
                    return [
                        "count": count, "isEmpty": count == 0, "hall": hall.id.code, "slot": slot.number,
                        "date": date.description, "level": count == 0 ? 0 : 1 + 8 * count / (most + 1),
                        "isChosen": hall.id == chosenHall?.id && slot.number == chosenSlot?.number,
                        "label": "\(slot.starts) \(hall.name.text(in: language))",
                    ] as [String: Any]
                },
            ] as [String: Any]
        }
        guard let chosenHall, let chosenSlot else { return }
        let names = Dictionary(halls.map { ($0.id, $0.name) }) { first, _ in first }
        let bySlot = [chosenSlot.number: chosenSlot]
        values["chosen"] =
            [
                "title": "\(chosenSlot.starts)–\(chosenSlot.ends) · \(chosenHall.name.text(in: language))",
                "meetings": try await store.programmes.meetings(
                    run: run.id,
                    slot: chosenSlot.number,
                    hall: chosenHall.id
                )
                .map { MeetingWords.model($0, bySlot, names, language, renderer) },
            ] as [String: Any]
    }

    // MARK: - By participant

    private func addParticipants(
        to values: inout [String: Any],
        _ expo: Expo,
        _ run: Run,
        _ date: CivilDate,
        _ parameters: PageParameters,
        _ language: Language
    ) async throws {
        let slots = expo.slots.filter { $0.date == date }
        let page = try PageNumber(parameters["page"])
        let size = Self.participantsPerPage
        let days = try await store.programmes.participantDays(
            run: run.id,
            date: date,
            language: language,
            offset: page.offset(perPage: size),
            limit: size
        )
        values["slotTimes"] = slots.map { ["time": $0.starts.description] }
        values["participants"] = days.rows.map { day in
            [
                "code": day.id.code, "name": renderer.said(day.name, language),
                "cells": slots.map { slot in
                    let here = day.meetings.filter { $0.meeting.slot == slot.number }
                    let label = here.map { meeting in
                        let partner = meeting.partner(of: day.id).name.text(in: language)
                        let spot =
                            meeting.meeting.place.stand?.code ?? meeting.meeting.place.table?.code ?? ""
                        return "\(slot.starts) \(partner), \(spot)"
                    }.joined(separator: "; ")
                    let spots = here.map {
                        $0.meeting.place.stand?.code ?? $0.meeting.place.table?.code ?? "•"
                    }
                    return ["label": label, "isBusy": !here.isEmpty, "spot": spots.joined(separator: " ")]
                        as [String: Any]
                },
            ] as [String: Any]
        }
        let pages = PageNumber.last(of: days.total, perPage: size)
        values["pager"] =
            Pager(page: page.value, pages: pages.value, parameters: parameters, path: "/programme").model
    }

    // MARK: - Unplaced

    func unplaced(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        let page = try PageNumber(parameters["page"])
        var values: [String: Any] = ["hasRun": false]
        if let run = try await run() {
            let size = Self.unplacedPerPage
            let found = try await store.programmes.unplaced(
                run: run.id,
                offset: page.offset(perPage: size),
                limit: size
            )
            let names = ProgrammeNames(
                language,
                expo: try await store.expo.find(),
                enterprises: try await store.enterprises.names(),
                halls: Dictionary(try await store.expo.halls().map { ($0.id, $0.name) }) { first, _ in first }
            )
            let explanation = try await store.programmes.explanation(of: run.id)
            let numbers = NumberWords(language)
            values = [
                "hasRun": true, "total": CountedNoun.request.counted(found.total, in: language),
                "reasons": try await store.programmes.unplacedReasons(run: run.id).map { entry in
                    ["name": entry.reason.kindName(in: language), "count": numbers.integer(entry.count)]
                },
                "scarcities": explanation.scarcities.prefix(Self.scarcitiesShown).map {
                    ["words": $0.words(in: language, names: names)]
                },
                "hasScarcities": !explanation.scarcities.isEmpty,
                "worstServed": explanation.worstServed.prefix(Self.worstServedShown).map { load in
                    ["code": load.enterprise.code, "words": load.words(in: language, names: names)]
                },
                "hasWorstServed": !explanation.worstServed.isEmpty,
                "rows": found.rows.map { row in
                    [
                        "code": row.request.id.code, "weight": row.request.weight,
                        "requester": renderer.said(row.requesterName, language),
                        "requesterCode": row.request.requester.code,
                        "recipient": renderer.said(row.recipientName, language),
                        "recipientCode": row.request.recipient.code,
                        "reason": row.unplaced.reasonWords(in: language, names: names),
                        "remedy": row.unplaced.remedyWords(in: language, names: names) ?? "",
                        "hasRemedy": row.unplaced.remedyWords(in: language, names: names) != nil,
                    ] as [String: Any]
                },
                "pager": Pager(
                    page: page.value,
                    pages: PageNumber.last(of: found.total, perPage: size).value,
                    parameters: parameters,
                    path: "/programme/unplaced"
                ).model,
            ]
        }
        return try renderer.page(
            "unplaced",
            title: renderer.word("nav.unplaced", language),
            section: .unplaced,
            values,
            request: request,
            context: context
        )
    }
}
