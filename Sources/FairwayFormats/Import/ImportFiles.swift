package import FairwayCore
import Foundation
import PrivateFiles

/// Writes an expo as the files that `ImportReader` reads: one CSV for each kind of table.
package enum ImportFiles {
    /// - Returns: the files written.
    package static func write(_ data: ExpoData, to folder: String) throws -> [String] {
        try PrivateFolder.make(folder)
        var paths: [String] = []
        for kind in SourceTable.Kind.allCases {
            let fields = ImportField.fields(of: kind)
            let rows = rows(kind, data)
            guard !rows.isEmpty else { continue }
            let lines = rows.map { row in fields.map { row[$0.name] ?? "" } }
            let path = "\(folder)/\(kind.rawValue).csv"
            let text = CSVText.document(
                [fields.map { $0.titles.text(in: .en) }] + lines,
                isSpreadsheetSafe: false
            )
            try PrivateFile.write(Data(text.utf8), to: path)
            paths.append(path)
        }
        return paths
    }

    private static func rows(_ kind: SourceTable.Kind, _ data: ExpoData) -> [[String: String]] {
        switch kind {
        case .slots:
            (data.expo?.slots ?? []).map { slot in
                [
                    "number": "\(slot.number)", "date": "\(slot.date)", "session": slot.session.rawValue,
                    "starts": "\(slot.starts)", "ends": "\(slot.ends)",
                ]
            }
        case .halls: data.halls.map { named(["code": $0.id.code], "name", $0.name) }
        case .tables:
            data.tables.map {
                ["code": $0.id.code, "hall": $0.hall.code, "unavailable_slots": slots($0.unavailableSlots)]
            }
        case .agencies:
            data.agencies.map {
                named(
                    [
                        "code": $0.id.code, "kind": $0.kind.rawValue, "economy": $0.economy.code,
                        "region": $0.region?.code ?? "",
                    ],
                    "name",
                    $0.name
                )
            }
        case .delegations:
            data.delegations.map { named(["code": $0.id.code, "agency": $0.agency.code], "name", $0.name) }
        case .enterprises: data.enterprises.map(row)
        case .stands:
            data.stands.map {
                ["code": $0.id.code, "hall": $0.hall.code, "enterprise": $0.enterprise?.code ?? ""]
            }
        case .representatives: data.representatives.map(row)
        case .products:
            data.products.map {
                let cells = [
                    "code": $0.id.code, "enterprise": $0.enterprise.code, "hs_code": $0.hsCode?.digits ?? "",
                    "gtin": $0.gtin?.digits ?? "",
                ].merging(Self.termCells($0.terms ?? TradeTerms())) { $1 }
                return named(named(cells, "name", $0.name), "about", $0.about)
            }
        case .demands:
            data.demands.map {
                named(
                    [
                        "code": $0.id.code, "enterprise": $0.enterprise.code,
                        "hs_prefix": $0.hsPrefix?.digits ?? "",
                        "target_regions": $0.targetRegions.joined(separator: "; "),
                    ],
                    "text",
                    $0.text
                )
            }
        case .interpreters: data.interpreters.map(row)
        case .requests: data.requests.map(row)
        }
    }

    private static func row(_ enterprise: Enterprise) -> [String: String] {
        func list(_ codes: [String]) -> String { codes.joined(separator: "; ") }
        func number(_ value: Int?) -> String { value.map { String($0) } ?? "" }
        var cells: [String: String] = [:]
        cells["code"] = enterprise.id.code
        cells["economy"] = enterprise.economy.code
        cells["region"] = enterprise.region?.code
        cells["roles"] = list(enterprise.roles.map(\.rawValue))
        cells["sectors"] = list(enterprise.sectors.map(\.code))
        cells["languages"] = list(enterprise.languages.map(\.code))
        cells["chains"] = number(enterprise.reach.chains)
        cells["stores"] = number(enterprise.reach.stores)
        cells["distributors"] = number(enterprise.reach.distributors)
        cells["delegation"] = enterprise.delegation?.code
        cells["website"] = enterprise.website
        cells["status"] = enterprise.status.rawValue
        cells["registered_on"] = enterprise.registeredOn.description
        cells["parallel_meetings"] = number(enterprise.parallelMeetings)
        cells["max_meetings"] = number(enterprise.maxMeetings)
        cells["unavailable_slots"] = slots(enterprise.unavailableSlots)
        return named(named(cells, "name", enterprise.name), "about", enterprise.about)
    }

    private static func row(_ person: Representative) -> [String: String] {
        let cells = [
            "code": person.id.code, "enterprise": person.enterprise.code,
            "languages": person.languages.map(\.code).joined(separator: "; "), "email": person.email ?? "",
            "phone": person.phone ?? "", "is_released": person.isReleased ? "yes" : "no",
        ]
        return named(named(cells, "name", person.name), "position", person.position)
    }

    private static func row(_ interpreter: Interpreter) -> [String: String] {
        let cells = [
            "code": interpreter.id.code,
            "pairs": interpreter.pairs.map(\.description).joined(separator: "; "),
            "unavailable_slots": slots(interpreter.unavailableSlots),
            "max_consecutive_slots": interpreter.maxConsecutiveSlots.map(String.init) ?? "",
        ]
        return named(cells, "name", interpreter.name)
    }

    private static func row(_ request: MeetingRequest) -> [String: String] {
        let session = request.session?.rawValue ?? ""
        return [
            "code": request.id.code, "requester": request.requester.code, "recipient": request.recipient.code,
            "priority": "\(request.priority)", "message": request.message ?? "",
            "status": request.status.rawValue,
            "is_mutual": request.isMutual ? "yes" : "no", "session": session,
        ]
    }

    private static func named(_ cells: [String: String], _ prefix: String, _ text: LocalizedText) -> [String:
        String]
    {
        var cells = cells
        for language in Language.allCases { cells["\(prefix)_\(language)"] = text[language] ?? "" }
        return cells
    }

    /// "0-15; 20".
    private static func slots(_ slots: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for slot in slots.sorted() {
            if let last = ranges.last, last.upperBound + 1 == slot {
                ranges[ranges.count - 1] = last.lowerBound...slot
            } else {
                ranges.append(slot...slot)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: "; ")
    }
}
