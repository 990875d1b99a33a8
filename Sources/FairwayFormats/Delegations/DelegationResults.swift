package import FairwayCore

/// A delegation's requests with what became of each, as a table: a header and a row for each request.
package enum DelegationResults {
    /// - Parameter members: Whose delegation it is: a request between two of them is the requester's.
    package static func rows(
        data: ExpoData,
        meetings: [Meeting],
        members: Set<Enterprise.ID>,
        language: Language
    ) -> [[String]] {
        let enterprises = Dictionary(data.enterprises.map { ($0.id, $0) }) { first, _ in first }
        let economies = Dictionary(data.economies.map { ($0.id, $0.name) }) { first, _ in first }
        let outcomes = Dictionary(data.outcomes.map { ($0.request, $0) }) { first, _ in first }
        let placed = Dictionary(meetings.map { ($0.request, $0) }) { first, _ in first }
        let slots = Dictionary((data.expo?.slots ?? []).map { ($0.number, $0) }) { first, _ in first }
        let halls = Dictionary(data.halls.map { ($0.id, $0.name) }) { first, _ in first }
        func name(_ id: Enterprise.ID) -> String { enterprises[id]?.name.text(in: language) ?? "" }
        let sorted = data.requests.sorted {
            (own($0, members).code, $0.id.code) < (own($1, members).code, $1.id.code)
        }
        return [header(language)]
            + sorted.map { request in
                let isSent = members.contains(request.requester)
                let member = own(request, members)
                let partner = isSent ? request.recipient : request.requester
                let economy = enterprises[partner]?.economy
                let meeting = placed[request.id]
                let slot = meeting.flatMap { slots[$0.slot] }
                let outcome = outcomes[request.id]
                return [
                    member.code, name(member), direction(isSent, language), partner.code, name(partner),
                    economy.map { economies[$0]?.text(in: language) ?? $0.code } ?? "",
                    request.status.displayName(in: language), String(request.priority),
                    slot?.date.description ?? "", slot.map { "\($0.starts)–\($0.ends)" } ?? "",
                    meeting.map { $0.place.words(in: language, hall: halls[$0.place.hall]) } ?? "",
                    outcome?.kind.displayName(in: language) ?? "", outcome?.note ?? "", request.id.code,
                ]
            }
    }

    private static func own(_ request: MeetingRequest, _ members: Set<Enterprise.ID>) -> Enterprise.ID {
        members.contains(request.requester) ? request.requester : request.recipient
    }

    private static func direction(_ isSent: Bool, _ language: Language) -> String {
        isSent
            ? language.pick(zh: "发出", ru: "отправлена", en: "sent")
            : language.pick(zh: "收到", ru: "получена", en: "received")
    }

    private static func header(_ language: Language) -> [String] {
        switch language {
        case .zh:
            [
                "成员代码", "成员", "方向", "对方代码", "对方", "对方国家和地区", "申请状态", "优先级", "日期", "时间", "地点", "成果",
                "备注", "申请",
            ]
        case .ru:
            [
                "Код участника", "Участник делегации", "Направление", "Код партнёра", "Партнёр",
                "Страна партнёра",
                "Статус заявки", "Приоритет", "Дата", "Время", "Место", "Итог", "Примечание", "Заявка",
            ]
        case .en:
            [
                "Member code", "Member", "Direction", "Partner code", "Partner", "Partner's economy",
                "Request status", "Priority", "Date", "Time", "Place", "Outcome", "Note", "Request",
            ]
        }
    }

    /// The priority's column.
    private static let numbers: Set<Int> = [7]

    /// The rows as an Excel workbook.
    package static func writeXLSX(_ rows: [[String]], sheet: String, to path: String) throws {
        let book = try XLSXWriter(path: path, isLarge: true)
        let header = rows.first ?? []
        let widths: [Double] = [14, 40, 12, 14, 40, 20, 18, 10, 12, 14, 36, 20, 30, 12]
        try book.addSheet(sheet, columns: header, widths: widths)
        for (index, row) in rows.dropFirst().enumerated() {
            book.addRow(row, at: index + 1, numbers: numbers)
        }
        book.addFilter(rows: max(1, rows.count - 1), columns: header.count)
        try book.close()
    }
}
