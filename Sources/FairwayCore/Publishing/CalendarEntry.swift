/// One meeting of a participant's calendar, through all publications: it keeps its UID, and says when it changed.
package struct CalendarEntry: Equatable, Sendable {
    /// Stable for a request.
    package var uid: String
    /// Raised by each publication that changes slot, place or interpreter, or cancels (RFC 5545, 3.8.7.4).
    package var sequence: Int
    package var isCancelled: Bool
    /// Unix time in seconds of the publication that changed it last.
    package var changedAt: Double
    package var slot: Int
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
        self.place = place
        self.interpreter = interpreter
        self.request = request
        self.partner = partner
    }
}

/// A participant's calendar with the names it needs to be written out.
package struct ParticipantCalendar: Equatable, Sendable {
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

    /// The slot of an entry, nil when the expo no longer has it.
    package func slot(of entry: CalendarEntry) -> Slot? {
        expo.slots.first { $0.number == entry.slot }
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
