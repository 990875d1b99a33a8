import CCaDiCaL

/// The CaDiCaL SAT solver (Biere, Fleury, Froleyks, Heule 2020; MIT licence), owned by one value.
struct SATSolver: ~Copyable {
    enum Answer: Equatable {
        case satisfiable, unsatisfiable, stopped
    }

    /// A literal that is always true; its negation is always false.
    static let truth: Int32 = 1

    private let handle: OpaquePointer
    private(set) var variableCount: Int32 = 1

    /// - Parameter options: Names and values of CaDiCaL's own options.
    init?(options: [(name: String, value: Int32)] = []) {
        guard let handle = ccadical_init() else { return nil }
        self.handle = handle
        // A library says nothing on the terminal.
        ccadical_set_option(handle, "quiet", 1)
        for option in options { ccadical_set_option(handle, option.name, option.value) }
        add([Self.truth])
    }

    deinit { ccadical_release(handle) }

    mutating func variable() -> Int32 {
        variableCount += 1
        return variableCount
    }

    mutating func add(_ clause: [Int32]) {
        for literal in clause { ccadical_add(handle, literal) }
        ccadical_add(handle, 0)
    }

    /// - Parameters:
    ///   - conflicts: After so many the answer is `.stopped`; nil for no limit.
    ///   - isStopped: Asked now and then while the solver works.
    mutating func solve(
        assuming assumptions: [Int32],
        conflicts: Int? = nil,
        isStopped: () -> Bool
    ) -> Answer {
        for literal in assumptions { ccadical_assume(handle, literal) }
        if let conflicts { ccadical_limit(handle, "conflicts", Int32(clamping: conflicts)) }
        return withoutActuallyEscaping(isStopped) { escaping in
            let question = StopQuestion(escaping)
            return withExtendedLifetime(question) {
                ccadical_set_terminate(handle, Unmanaged.passUnretained(question).toOpaque()) { state in
                    guard let state else { return 0 }
                    return Unmanaged<StopQuestion>.fromOpaque(state).takeUnretainedValue().isStopped() ? 1 : 0
                }
                defer { ccadical_set_terminate(handle, nil, nil) }
                switch ccadical_solve(handle) {
                case 10: return Answer.satisfiable
                case 20: return .unsatisfiable
                default: return .stopped
                }
            }
        }
    }

    /// Whether the last `.unsatisfiable` answer needed the assumption.
    func isFailed(_ assumption: Int32) -> Bool { ccadical_failed(handle, assumption) != 0 }

    /// Whether a literal is true in the model of the last `.satisfiable` answer.
    func isTrue(_ literal: Int32) -> Bool {
        ccadical_val(handle, abs(literal)) > 0 ? literal > 0 : literal < 0
    }
}

/// The question the solver's callback asks, reachable through a C pointer; asked every 256th time only, since a clock is
/// slow beside the solver's steps.
private final class StopQuestion {
    private let question: () -> Bool
    private var calls = 0
    private var answer = false

    init(_ question: @escaping () -> Bool) { self.question = question }

    func isStopped() -> Bool {
        calls += 1
        if calls % 256 == 0 { answer = question() }
        return answer
    }
}
