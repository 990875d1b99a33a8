import Synchronization

/// The answer to a password that was compared with an account's: a right one is given at once, a wrong one not before the turn
/// that it would have had if no account had the address.
final class HeldAnswer: Sendable {
    private struct State {
        /// Nil once it is given.
        var answer: CheckedContinuation<Bool, any Error>?
        var isWrong = false
        /// What became of nobody's turn; nil while it waits.
        var turn: Result<Bool, any Error>?
    }

    private let state: Mutex<State>

    init(_ answer: CheckedContinuation<Bool, any Error>) {
        state = Mutex(State(answer: answer))
    }

    /// Nothing was compared.
    func fail(_ refusal: any Error) { give(.failure(refusal)) }

    func compared(isRight: Bool) {
        if isRight { return give(.success(true)) }
        state.withLock { $0.isWrong = true }
        giveWrong()
    }

    /// A wrong answer may be given from now on.
    func turnCame() { turned(.success(false)) }

    /// A wrong answer is this refusal.
    func turnFailed(_ refusal: any Error) { turned(.failure(refusal)) }

    private func turned(_ turn: Result<Bool, any Error>) {
        state.withLock { $0.turn = turn }
        giveWrong()
    }

    private func giveWrong() {
        let answer = state.withLock { state in state.isWrong ? state.turn : nil }
        if let answer { give(answer) }
    }

    private func give(_ result: Result<Bool, any Error>) {
        let answer = state.withLock { state in
            let answer = state.answer
            state.answer = nil
            return answer
        }
        answer?.resume(with: result)
    }
}
