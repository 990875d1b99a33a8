package import FairwayCore
import Foundation
import PrivateFiles

/// Writes everything an organiser hands out into one folder.
package struct ExportFolder {
    private let data: ExpoData
    private let programme: Programme
    private let publication: Publication
    private let calendars: [Enterprise.ID: [CalendarEntry]]
    private let language: Language

    package init(
        data: ExpoData,
        programme: Programme,
        publication: Publication,
        calendars: [Enterprise.ID: [CalendarEntry]],
        language: Language
    ) {
        self.data = data
        self.programme = programme
        self.publication = publication
        self.calendars = calendars
        self.language = language
    }

    /// Writes beside the folder and takes its name at the end, so that a folder is whole or not there.
    /// - Parameters:
    ///   - path: A new folder, an empty one, or an earlier export, which is replaced.
    ///   - pdfLimit: At most so many printed schedules; nil for all.
    ///   - progress: 0 … 1.
    /// - Returns: what was written, by kind.
    /// - Throws: `ExportError` when the folder holds other things, which stay as they are.
    @discardableResult
    package func write(
        to path: String,
        pdfLimit: Int? = nil,
        progress: (Double) -> Void
    ) throws -> [(name: String, count: Int)] {
        let files = FileManager.default
        // Absolute and without a slash at the end: the draft must lie beside the folder, not in it.
        let folder = URL(fileURLWithPath: path).standardizedFileURL
        let draft = folder.deletingLastPathComponent()
            .appendingPathComponent(".\(folder.lastPathComponent).draft")
        guard Self.canReplace(folder) else { throw ExportError.folderInUse(path) }
        if files.fileExists(atPath: draft.path) { try files.removeItem(at: draft) }
        do {
            let written = try writeDraft(draft.path, pdfLimit: pdfLimit, progress: progress)
            try Self.move(draft, to: folder)
            progress(1)
            return written
        } catch {
            try? files.removeItem(at: draft)
            throw error
        }
    }

    /// Whether nothing is lost when the folder is replaced.
    private static func canReplace(_ folder: URL) -> Bool {
        let files = FileManager.default
        guard files.fileExists(atPath: folder.path) else { return true }
        guard let names = try? files.contentsOfDirectory(atPath: folder.path) else { return false }
        return names.isEmpty || names.contains(ExpoSchema.fileName)
    }

    /// Gives the draft the folder's name; an earlier export is put aside first, and back when that fails.
    private static func move(_ draft: URL, to folder: URL) throws {
        let files = FileManager.default
        guard files.fileExists(atPath: folder.path) else { return try files.moveItem(at: draft, to: folder) }
        let earlier = folder.deletingLastPathComponent()
            .appendingPathComponent(".\(folder.lastPathComponent).earlier")
        if files.fileExists(atPath: earlier.path) { try files.removeItem(at: earlier) }
        try files.moveItem(at: folder, to: earlier)
        do {
            try files.moveItem(at: draft, to: folder)
        } catch {
            try files.moveItem(at: earlier, to: folder)
            throw error
        }
        try files.removeItem(at: earlier)
    }

    private func writeDraft(
        _ draft: String,
        pdfLimit: Int?,
        progress: (Double) -> Void
    ) throws -> [(name: String, count: Int)] {
        for folder in ["/calendars", "/schedules"] {
            try PrivateFolder.make(draft + folder)
        }
        let rows = ProgrammeTable.rows(data: data, programme: programme, language: language)
        try PrivateFile.write(Data(CSVText.document(rows).utf8), to: draft + "/programme.csv")
        let sheet = language.pick(zh: "会面日程", ru: "Программа встреч", en: "Meeting programme")
        try ProgrammeTable.writeXLSX(rows, sheet: sheet, to: draft + "/programme.xlsx")
        try ExpoDocument(data: data, programme: programme, publication: publication).write(
            to: draft + "/expo.json"
        )
        try PrivateFile.write(Data(ExpoSchema.text.utf8), to: draft + "/" + ExpoSchema.fileName)
        progress(0.1)
        let written = try writeCalendars(to: draft, pdfLimit: pdfLimit, progress: progress)
        return [("programme.csv", rows.count - 1), ("programme.xlsx", rows.count - 1), ("expo.json", 1)]
            + written
    }

    private func writeCalendars(
        to folder: String,
        pdfLimit: Int?,
        progress: (Double) -> Void
    ) throws -> [(name: String, count: Int)] {
        guard let expo = data.expo else { return [] }
        let names = Dictionary(data.enterprises.map { ($0.id, $0.name) }) { first, _ in first }
        let halls = Dictionary(data.halls.map { ($0.id, $0.name) }) { first, _ in first }
        let interpreters = Dictionary(data.interpreters.map { ($0.id, $0.name) }) { first, _ in first }
        var counts = (calendars: 0, schedules: 0)
        for (index, enterprise) in data.enterprises.enumerated() {
            guard let entries = calendars[enterprise.id], !entries.isEmpty else { continue }
            let calendar = ParticipantCalendar(
                owner: enterprise,
                expo: expo,
                entries: entries,
                partners: names,
                halls: halls,
                interpreters: interpreters
            )
            let text = ICalendarWriter.text(calendar, language: language)
            try PrivateFile.write(Data(text.utf8), to: "\(folder)/calendars/\(enterprise.id).ics")
            counts.calendars += 1
            if counts.schedules < pdfLimit ?? .max {
                try SchedulePDF.write(
                    calendar,
                    language: language,
                    publishedAt: publication.publishedAt,
                    to: "\(folder)/schedules/\(enterprise.id).pdf"
                )
                counts.schedules += 1
            }
            if index % 50 == 0 { progress(0.1 + 0.9 * Double(index) / Double(data.enterprises.count)) }
        }
        return [("calendars", counts.calendars), ("schedules", counts.schedules)]
    }
}
