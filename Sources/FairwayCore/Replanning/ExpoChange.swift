/// What happens to an expo after its programme was made, in the organiser's own identifiers.
package enum ExpoChange: Equatable, Sendable {
    /// An enterprise, or everyone of a delegation, comes on the date and not before.
    case lateArrival(String, CivilDate)
    /// An enterprise, or everyone of a delegation, is gone from the date on; nil means altogether.
    case departure(String, from: CivilDate?)
    /// An interpreter cannot work in the slots.
    case interpreterAbsence(Interpreter.ID, slots: [Int])
    /// A hall is closed in the slots, its tables and its stands.
    case hallClosure(Hall.ID, slots: [Int])
    /// A meeting is off.
    case decline(MeetingRequest.ID)
}

/// The rows that changes touch, as they are afterwards.
package struct ExpoEdit: Equatable, Sendable {
    package var enterprises: [Enterprise] = []
    package var tables: [MeetingTable] = []
    package var interpreters: [Interpreter] = []
    package var requests: [MeetingRequest] = []

    package init() {}

    package var isEmpty: Bool { self == ExpoEdit() }

    /// Enterprises whose own meetings may become possible or impossible.
    package var concerned: Set<Enterprise.ID> {
        Set(enterprises.map(\.id)).union(requests.flatMap { [$0.requester, $0.recipient] })
    }
}

/// A change that names something the expo does not have.
package enum ExpoChangeError: WordedError, Equatable {
    case unknownEnterprise(String)
    case unknownInterpreter(String)
    case unknownHall(String)
    case unknownRequest(String)
    case noSlots(String)
    /// What should be a name with a value is neither.
    case unreadable(String)

    package func words(in language: Language) -> String {
        switch self {
        case .unknownEnterprise(let code):
            language.pick(
                zh: "没有编号为“\(code)”的企业或代表团。",
                ru: "Нет ни предприятия, ни делегации с кодом «\(code)».",
                en: "There is neither an enterprise nor a delegation “\(code)”."
            )
        case .unknownInterpreter(let code):
            language.pick(
                zh: "没有编号为“\(code)”的翻译。",
                ru: "Нет переводчика с кодом «\(code)».",
                en: "There is no interpreter “\(code)”."
            )
        case .unknownHall(let code):
            language.pick(
                zh: "没有编号为“\(code)”的展馆。",
                ru: "Нет павильона с кодом «\(code)».",
                en: "There is no hall “\(code)”."
            )
        case .unknownRequest(let code):
            language.pick(
                zh: "没有编号为“\(code)”的会面申请。",
                ru: "Нет запроса с кодом «\(code)».",
                en: "There is no request “\(code)”."
            )
        case .noSlots(let text):
            language.pick(
                zh: "“\(text)”不是本届展会的时段；请写时段号（如 16-31 或 4,5）或日期（YYYY-MM-DD）。",
                ru: "«\(text)» — не слоты экспо; нужны номера (16-31 или 4,5) или дата (ГГГГ-ММ-ДД).",
                en:
                    "“\(text)” names no slots of the expo; write numbers (16-31 or 4,5) or a date (YYYY-MM-DD)."
            )
        case .unreadable(let text):
            language.pick(
                zh: "无法理解“\(text)”，应为“编号=值”。",
                ru: "Непонятно «\(text)»: нужно КОД=ЗНАЧЕНИЕ.",
                en: "Cannot read “\(text)”; write CODE=VALUE."
            )
        }
    }
}

extension ExpoData {
    /// Slots named as `16-31`, `4,5,8-9` or by their date.
    /// - Throws: `ExpoChangeError.noSlots`.
    package func slots(named text: String) throws(ExpoChangeError) -> [Int] {
        let known = expo?.slots ?? []
        if let date = CivilDate(text) {
            let numbers = known.filter { $0.date == date }.map(\.number)
            guard !numbers.isEmpty else { throw .noSlots(text) }
            return numbers
        }
        var numbers: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
                Int($0.filter { $0 != " " }, in: Slot.numberRange)
            }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
                first <= last,
                known.indices.contains(first), known.indices.contains(last)
            else { throw .noSlots(text) }
            numbers.formUnion(first...last)
        }
        return numbers.sorted()
    }

    /// Applies changes one after the other.
    /// - Returns: the rows that differ afterwards.
    /// - Throws: `ExpoChangeError` when a change names something the expo does not have; nothing is changed then.
    package mutating func apply(_ changes: [ExpoChange]) throws(ExpoChangeError) -> ExpoEdit {
        var new = self
        for change in changes { try new.apply(change) }
        var edit = ExpoEdit()
        edit.enterprises = zip(enterprises, new.enterprises).filter { $0 != $1 }.map(\.1)
        edit.tables = zip(tables, new.tables).filter { $0 != $1 }.map(\.1)
        edit.interpreters = zip(interpreters, new.interpreters).filter { $0 != $1 }.map(\.1)
        edit.requests = zip(requests, new.requests).filter { $0 != $1 }.map(\.1)
        self = new
        return edit
    }

    private mutating func apply(_ change: ExpoChange) throws(ExpoChangeError) {
        let slots = expo?.slots ?? []
        switch change {
        case .lateArrival(let code, let date):
            let missed = slots.filter { $0.date < date }.map(\.number)
            for index in try members(code) { enterprises[index].close(missed) }
        case .departure(let code, let date):
            let missed = slots.filter { slot in date.map { slot.date >= $0 } ?? true }.map(\.number)
            for index in try members(code) { enterprises[index].close(missed) }
        case .interpreterAbsence(let id, let missed):
            guard let index = interpreters.firstIndex(where: { $0.id == id }) else {
                throw .unknownInterpreter(id.code)
            }
            interpreters[index].unavailableSlots = interpreters[index].unavailableSlots.union(missed)
        case .hallClosure(let id, let closed):
            guard halls.contains(where: { $0.id == id }) else { throw .unknownHall(id.code) }
            for index in tables.indices where tables[index].hall == id {
                tables[index].unavailableSlots = tables[index].unavailableSlots.union(closed)
            }
            let exhibitors = Set(stands.filter { $0.hall == id }.compactMap(\.enterprise))
            for index in enterprises.indices where exhibitors.contains(enterprises[index].id) {
                enterprises[index].close(closed)
            }
        case .decline(let id):
            guard let index = requests.firstIndex(where: { $0.id == id }) else {
                throw .unknownRequest(id.code)
            }
            requests[index].status = .declined
        }
    }

    /// Positions of an enterprise, or of all enterprises of a delegation.
    private func members(_ code: String) throws(ExpoChangeError) -> [Int] {
        if let index = enterprises.firstIndex(where: { $0.id.code == code }) { return [index] }
        guard delegations.contains(where: { $0.id.code == code }) else { throw .unknownEnterprise(code) }
        return enterprises.indices.filter { enterprises[$0].delegation?.code == code }
    }
}

extension Enterprise {
    fileprivate mutating func close(_ slots: [Int]) { unavailableSlots = unavailableSlots.union(slots) }
}

extension [Int] {
    /// Both sets of slots, ascending.
    fileprivate func union(_ more: [Int]) -> [Int] { Set(self).union(more).sorted() }
}
