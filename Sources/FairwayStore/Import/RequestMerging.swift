import FairwayCore
import StoreSQL

/// Rows of requests between the same two enterprises become one request, since people list mutual requests twice: the later
/// row goes into the earlier, in whichever direction, and into what is stored where that is open.
struct RequestMerging {
    /// A row that has no request of its own any more.
    struct Merger {
        var source: RowSource
        var request: MeetingRequest
        /// The request it went into, and that one's row if it has one.
        var target: MeetingRequest.ID
        var targetSource: RowSource?
        var isMutual: Bool
    }

    /// The rows to take over, in order.
    private(set) var rows: [Sourced<MeetingRequest>] = []
    private(set) var mergers: [Merger] = []
    /// Rows that ask for another half of the day than the earlier one.
    private(set) var conflicts: [RowSource: ImportFlaw] = [:]
    /// Rows without a request of their own or a stored one to close.
    private(set) var mergedCount = 0

    private let storedCodes: Set<String>
    private let storedOpen: [EnterprisePair: MeetingRequest]
    /// The open request of a pair, as its place in `rows`.
    private var places: [EnterprisePair: Int] = [:]
    private var sourceOf: [MeetingRequest.ID: RowSource] = [:]

    /// - Parameter codes: Of all rows of the files: what is stored under them is what the rows say.
    init(_ db: Database, codes: Set<String>) throws {
        var stored: Set<String> = []
        var open: [EnterprisePair: MeetingRequest] = [:]
        let cursor = try Row.fetchCursor(db, sql: MeetingRequest.table.select + " ORDER BY code")
        while let row = try cursor.next() {
            let request = try MeetingRequest(RowReader(row))
            stored.insert(request.id.code)
            guard request.isOpen, !codes.contains(request.id.code) else { continue }
            let pair = EnterprisePair(request)
            if open[pair] == nil { open[pair] = request }
        }
        storedCodes = stored
        storedOpen = open
    }

    /// Takes a row as it is, for others to refuse.
    mutating func pass(_ entry: Sourced<MeetingRequest>) { rows.append(entry) }

    /// Takes a row that nothing is wrong with.
    mutating func add(_ entry: Sourced<MeetingRequest>) {
        let pair = EnterprisePair(entry.value)
        guard entry.value.isOpen, let target = places[pair].map({ rows[$0].value }) ?? storedOpen[pair] else {
            if entry.value.isOpen {
                places[pair] = rows.count
                sourceOf[entry.value.id] = entry.source
            }
            rows.append(entry)
            return
        }
        do throws(SessionConflict) {
            let merged = try target.merged(with: entry.value)
            keep(merged, of: pair, entry, target)
        } catch {
            let first = sourceOf[target.id]
            let problem = Diagnostic.Problem.contradictingSession(
                request: target.id.code,
                row: first?.table == entry.source.table ? first?.row : nil
            )
            conflicts[entry.source] = ImportFlaw("session", error.later.rawValue, problem)
            rows.append(entry)
        }
    }

    private mutating func keep(
        _ merged: MeetingRequest,
        of pair: EnterprisePair,
        _ entry: Sourced<MeetingRequest>,
        _ target: MeetingRequest
    ) {
        mergers.append(
            Merger(
                source: entry.source,
                request: entry.value,
                target: target.id,
                targetSource: sourceOf[target.id],
                isMutual: target.requester == entry.value.recipient
            )
        )
        let isFirst = places[pair] == nil
        if let place = places[pair] {
            rows[place].value = merged
        } else {
            places[pair] = rows.count
            rows.append(Sourced(merged, entry.source))
        }
        if storedCodes.contains(entry.value.id.code) {
            // It was a request of its own so far, and would go on as one.
            var closed = entry
            closed.value.status = .withdrawn
            rows.append(closed)
        } else if !isFirst {
            mergedCount += 1
        }
    }
}
