/// One meeting of a participant's calendar, through all publications: it keeps its UID, and says when it changed.
package struct CalendarEntry: Equatable, Sendable, Codable {
    /// Stable for a request.
    package var uid: String
    /// Raised by each publication that changes slot, time, place or interpreter, or cancels (RFC 5545, 3.8.7.4).
    package var sequence: Int
    package var isCancelled: Bool
    /// Unix time in seconds of the publication that changed it last.
    package var changedAt: Double
    package var slot: Int
    package var time: CalendarTime
    package var place: Place
    package var interpreter: Interpreter.ID?
    package var request: MeetingRequest.ID
    package var partner: Enterprise.ID

    package init(
        uid: String,
        sequence: Int,
        isCancelled: Bool,
        changedAt: Double,
        slot: Int,
        time: CalendarTime,
        place: Place,
        interpreter: Interpreter.ID?,
        request: MeetingRequest.ID,
        partner: Enterprise.ID
    ) {
        self.uid = uid
        self.sequence = sequence
        self.isCancelled = isCancelled
        self.changedAt = changedAt
        self.slot = slot
        self.time = time
        self.place = place
        self.interpreter = interpreter
        self.request = request
        self.partner = partner
    }
}

/// When an entry is held, as its publication had it: slots and time zone of the expo may have changed since.
package struct CalendarTime: Equatable, Sendable, Codable {
    package var date: CivilDate
    package var starts: ClockTime
    package var ends: ClockTime
    /// An IANA name such as `Asia/Shanghai`.
    package var timeZone: String

    package init(date: CivilDate, starts: ClockTime, ends: ClockTime, timeZone: String) {
        self.date = date
        self.starts = starts
        self.ends = ends
        self.timeZone = timeZone
    }

    package init(_ slot: Slot, timeZone: String) {
        self.init(date: slot.date, starts: slot.starts, ends: slot.ends, timeZone: timeZone)
    }
}

/// A participant's calendar with the names it needs to be written out.
package struct ParticipantCalendar: Equatable, Sendable, Codable {
    package var owner: Enterprise
    package var expo: Expo
    package var entries: [CalendarEntry]
    package var partners: [Enterprise.ID: LocalizedText]
    package var halls: [Hall.ID: LocalizedText]
    package var interpreters: [Interpreter.ID: LocalizedText]

    package init(
        owner: Enterprise,
        expo: Expo,
        entries: [CalendarEntry],
        partners: [Enterprise.ID: LocalizedText],
        halls: [Hall.ID: LocalizedText],
        interpreters: [Interpreter.ID: LocalizedText]
    ) {
        self.owner = owner
        self.expo = expo
        self.entries = entries
        self.partners = partners
        self.halls = halls
        self.interpreters = interpreters
    }

    /// Hall and stand or table, in words.
    package func placeName(_ place: Place, in language: Language) -> String {
        place.words(in: language, hall: halls[place.hall])
    }
}

extension Place {
    /// "Food and agriculture, stand A-017".
    package func words(in language: Language, hall name: LocalizedText?) -> String {
        let hall = name?.text(in: language) ?? hall.code
        if let stand {
            return language.pick(
                zh: "\(hall)，展位 \(stand)",
                ru: "\(hall), стенд \(stand)",
                en: "\(hall), stand \(stand)"
            )
        }
        guard let table else { return hall }
        return language.pick(
            zh: "\(hall)，洽谈桌 \(table)",
            ru: "\(hall), стол \(table)",
            en: "\(hall), table \(table)"
        )
    }
}
