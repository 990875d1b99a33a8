package import Scheduling

/// What to call the things of a problem when its replan is put into words.
package struct ReplanNames {
    /// A meeting's number → its name, such as `M12`.
    package var meeting: (Int) -> String
    /// A slot → day and time, such as `day 2, 10:00`.
    package var slot: (Int) -> String
    /// A meeting and a hall → the place, such as `stand H3-12` or `hall 3`.
    package var place: (_ meeting: Int, _ hall: Int) -> String
    /// An interpreter's number → its name, such as `I5`.
    package var interpreter: (Int) -> String
    /// Why a meeting is unplaced, as a sentence.
    package var reason: (_ meeting: Int, UnplacedCause) -> String

    package init(
        meeting: @escaping (Int) -> String,
        slot: @escaping (Int) -> String,
        place: @escaping (_ meeting: Int, _ hall: Int) -> String,
        interpreter: @escaping (Int) -> String,
        reason: @escaping (_ meeting: Int, UnplacedCause) -> String
    ) {
        self.meeting = meeting
        self.slot = slot
        self.place = place
        self.interpreter = interpreter
        self.reason = reason
    }
}
