import Synchronization

/// How many bytes of bodies the server has at once, collected or being collected, and not answered: in all, and from one source.
///
/// Each body has a limit of its own, and many of them under way would fill the memory all the same.
final class BodyBudget: Sendable {
    struct Limits: Equatable, Sendable {
        var total: Int
        var perSource: Int

        /// Three forms with images from one source, or ninety profiles; 2,000 people of a venue may share an address.
        static let usual = Limits(total: 192 << 20, perSource: 96 << 20)
    }

    private struct State {
        var total = 0
        var ofSource: [ClientSource: Int] = [:]
    }

    let limits: Limits
    private let state = Mutex(State())

    init(limits: Limits = .usual) {
        self.limits = limits
    }

    /// The bytes that are set aside now.
    var taken: Int { state.withLock { $0.total } }

    /// Sets bytes aside, if there are so many left.
    func take(_ bytes: Int, of source: ClientSource) -> Bool {
        state.withLock { state in
            let own = state.ofSource[source] ?? 0
            guard bytes <= limits.total - state.total, bytes <= limits.perSource - own else { return false }
            state.total += bytes
            state.ofSource[source] = own + bytes
            return true
        }
    }

    func giveBack(_ bytes: Int, of source: ClientSource) {
        state.withLock { state in
            let left = (state.ofSource[source] ?? bytes) - bytes
            state.total -= bytes
            state.ofSource[source] = left > 0 ? left : nil
        }
    }
}

/// Room for bodies as they arrive: a promise of many bytes takes none.
struct BodyBudgets: Sendable {
    /// Forms of a few fields, such as signing in: files that are under way leave them their room.
    let forms: BodyBudget
    let files: BodyBudget

    /// Bytes of the longest form of the first kind.
    static let longestForm = 64 << 10

    init() {
        // To fill it takes a thousand whole forms that wait for their last byte, again every half minute.
        forms = BodyBudget(limits: .init(total: 96 << 20, perSource: 64 << 20))
        files = BodyBudget()
    }

    init(forms: BodyBudget, files: BodyBudget) {
        self.forms = forms
        self.files = files
    }
}
