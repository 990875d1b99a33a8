package import FairwayCore
import Foundation

/// The programme as a table: a header and a row for each meeting, by slot, hall and place.
package enum ProgrammeTable {
    package static func rows(data: ExpoData, programme: Programme, language: Language) -> [[String]] {
        let slots = Dictionary((data.expo?.slots ?? []).map { ($0.number, $0) }) { first, _ in first }
        let enterprises = Dictionary(data.enterprises.map { ($0.id, $0.name) }) { first, _ in first }
        let halls = Dictionary(data.halls.map { ($0.id, $0.name) }) { first, _ in first }
        let interpreters = Dictionary(data.interpreters.map { ($0.id, $0.name) }) { first, _ in first }
        let requests = Dictionary(data.requests.map { ($0.id, $0) }) { first, _ in first }
        let meetings = programme.meetings.sorted { order($0) < order($1) }
        return [header(language)]
            + meetings.compactMap { meeting in
                guard let request = requests[meeting.request], let slot = slots[meeting.slot] else {
                    return nil
                }
                return [
                    slot.date.description, "\(slot.starts)–\(slot.ends)",
                    halls[meeting.place.hall]?.text(in: language) ?? meeting.place.hall.code,
                    meeting.place.stand?.code ?? meeting.place.table?.code ?? "",
                    request.requester.code, enterprises[request.requester]?.text(in: language) ?? "",
                    request.recipient.code, enterprises[request.recipient]?.text(in: language) ?? "",
                    meeting.interpreter.map { interpreters[$0]?.text(in: language) ?? $0.code } ?? "",
                    String(request.weight), request.id.code,
                ]
            }
    }

    private static func order(_ meeting: Meeting) -> (Int, String, String, String) {
        let place = meeting.place.stand?.code ?? meeting.place.table?.code ?? ""
        return (meeting.slot, meeting.place.hall.code, place, meeting.request.code)
    }

    private static func header(_ language: Language) -> [String] {
        switch language {
        case .zh: ["日期", "时间", "展馆", "展位或洽谈桌", "申请方代码", "申请方", "受邀方代码", "受邀方", "译员", "权重", "申请"]
        case .ru:
            [
                "Дата", "Время", "Павильон", "Стенд или стол", "Код заявителя", "Заявитель", "Код получателя",
                "Получатель", "Переводчик", "Вес", "Заявка",
            ]
        case .en:
            [
                "Date", "Time", "Hall", "Stand or table", "Requester code", "Requester", "Recipient code",
                "Recipient", "Interpreter", "Weight", "Request",
            ]
        }
    }

    /// The weight's column.
    private static let numbers: Set<Int> = [9]

    /// The rows as an Excel workbook.
    package static func writeXLSX(_ rows: [[String]], sheet: String, to path: String) throws {
        let book = try XLSXWriter(path: path, isLarge: true)
        let header = rows.first ?? []
        try book.addSheet(sheet, columns: header, widths: [12, 14, 28, 14, 14, 40, 14, 40, 24, 8, 12])
        for (index, row) in rows.dropFirst().enumerated() {
            book.addRow(row, at: index + 1, numbers: numbers)
        }
        book.addFilter(rows: max(1, rows.count - 1), columns: header.count)
        try book.close()
    }
}
