/// Work that may die without taking the server along: it runs in a process of its own (`fairway worker NAME`).
///
/// A value comes in and a value goes out. A worker has no database and no secret: this target does not know the store.
/// One task value answers every question of its process, so a task may keep what it has computed for the next one.
package protocol WorkerTask: SendableMetatype {
    associatedtype Input: Codable & Sendable
    associatedtype Output: Codable & Sendable

    /// The name on the worker's command line.
    static var name: String { get }
    static var limits: WorkerLimits { get }

    init()

    /// - Parameter report: Takes how far the work is.
    /// - Throws: An error with words (`WordedError`) is a refusal that the user reads; any other is a failure.
    mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> Output
}

/// How far a task is.
package struct WorkerProgress: Codable, Equatable, Sendable {
    /// 0 … 1.
    package var share: Double
    package var placedWeight: Int?
    package var bound: Int?
    package var breaks: Int?

    package init(share: Double, placedWeight: Int? = nil, bound: Int? = nil, breaks: Int? = nil) {
        self.share = share
        self.placedWeight = placedWeight
        self.bound = bound
        self.breaks = breaks
    }
}
