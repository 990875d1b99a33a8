import FairwayCore
import FairwayStore
import Foundation
import Workers

/// How the organiser's job stands, as pages and programs say it.
enum JobState: Sendable, Equatable {
    case idle
    case running(Job.Kind, WorkerProgress)
    case finished(Job.Kind, result: Int)
    /// With why, when that can be said.
    case failed(Job.Kind, LocalizedText)
    case cancelled(Job.Kind)

    /// - Parameter job: The last one of all servers; nil before the first.
    init(_ job: Job?) {
        guard let job else {
            self = .idle
            return
        }
        switch job.state {
        case .running: self = .running(job.kind, Self.progress(job.progress))
        case .finished: self = .finished(job.kind, result: job.result ?? 0)
        case .failed: self = .failed(job.kind, job.reason)
        case .cancelled: self = .cancelled(job.kind)
        }
    }

    /// As it is stored beside the job.
    static func text(_ progress: WorkerProgress) -> String {
        (try? JSONEncoder().encode(progress)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func progress(_ text: String) -> WorkerProgress {
        (try? JSONDecoder().decode(WorkerProgress.self, from: Data(text.utf8))) ?? WorkerProgress(share: 0)
    }
}
