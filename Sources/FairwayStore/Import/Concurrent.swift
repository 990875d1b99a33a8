import Dispatch
import Synchronization

/// Work on many rows, shared among the cores.
enum Concurrent {
    /// The same as `map`, in the same order.
    static func map<Source: RandomAccessCollection & Sendable, Result: Sendable>(
        _ source: Source,
        pieceSize: Int = 1024,
        _ transform: @Sendable (Source.Element) -> Result
    ) -> [Result] where Source.Index == Int {
        guard source.count > pieceSize else { return source.map(transform) }
        let pieceCount = (source.count + pieceSize - 1) / pieceSize
        let pieces = Mutex([[Result]](repeating: [], count: pieceCount))
        DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
            let start = source.startIndex + piece * pieceSize
            let results = source[start..<min(source.endIndex, start + pieceSize)].map(transform)
            pieces.withLock { $0[piece] = results }
        }
        return pieces.withLock { $0.flatMap { $0 } }
    }
}
