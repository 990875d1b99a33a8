import Synchronization

/// Who was seen when, until it is written: whoever looks at a page waits for no writer.
///
/// What is noted is lost with a process that dies before it is written. It tells when somebody was last here, and the next look
/// notes it again.
final class Sightings: Sendable {
    /// What was noted since it was last written.
    struct Noted {
        /// When each sign-in was last used; Unix time in seconds.
        var signIns: [Int64: Double] = [:]
        /// When each access token was last used.
        var tokens: [Int64: Double] = [:]
        /// When an enterprise first looked at a publication, and who of it.
        var programmes: [ProgrammeView: (at: Double, actor: String)] = [:]

        var isEmpty: Bool { signIns.isEmpty && tokens.isEmpty && programmes.isEmpty }
    }

    struct ProgrammeView: Hashable {
        var enterprise: String
        var publication: Int
    }

    /// Of each kind: twenty expos of people; the next look of those beyond notes them again.
    static let maxNoted = 50_000

    private let state = Mutex(Noted())

    func noteSignIn(_ id: Int64, at time: Double) {
        state.withLock { noted in
            guard noted.signIns[id] != nil || noted.signIns.count < Self.maxNoted else { return }
            noted.signIns[id] = time
        }
    }

    func noteToken(_ id: Int64, at time: Double) {
        state.withLock { noted in
            guard noted.tokens[id] != nil || noted.tokens.count < Self.maxNoted else { return }
            noted.tokens[id] = time
        }
    }

    func noteProgramme(_ view: ProgrammeView, at time: Double, by actor: String) {
        state.withLock { noted in
            guard noted.programmes[view] == nil, noted.programmes.count < Self.maxNoted else { return }
            noted.programmes[view] = (time, actor)
        }
    }

    /// Takes everything out.
    func take() -> Noted {
        state.withLock { noted in
            defer { noted = Noted() }
            return noted
        }
    }

    /// Puts back what could not be written; what was noted since counts.
    func putBack(_ old: Noted) {
        state.withLock { noted in
            noted.signIns.merge(old.signIns) { now, _ in now }
            noted.tokens.merge(old.tokens) { now, _ in now }
            // The first look counts.
            noted.programmes.merge(old.programmes) { _, before in before }
        }
    }
}
