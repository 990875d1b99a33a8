import FairwayCore
import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// Counts of what the server did since it started, in the text format of Prometheus; nothing of whom it did it for.
final class Metrics: Sendable {
    private struct Key: Hashable, Comparable {
        let method: String
        let route: String
        let status: String

        static func < (left: Key, right: Key) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    private struct Histogram {
        var counts = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0
    }

    /// Seconds.
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let histograms = Mutex<[Key: Histogram]>([:])
    private let startedAt: Double

    init(startedAt: Double) { self.startedAt = startedAt }

    func record(method: String, route: String, status: Int, seconds: Double) {
        let key = Key(method: method, route: route, status: "\(status / 100)xx")
        histograms.withLock { all in
            var histogram = all[key] ?? Histogram()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
                histogram.counts[index] += 1
            }
            histogram.count += 1
            histogram.sum += seconds
            all[key] = histogram
        }
    }

    /// What a moment looks like.
    struct Moment {
        /// Streams of events that someone watches.
        var openStreams: Int
        var connections: Int
        var workers: (started: Int, running: Int, waiting: Int)
    }

    func response(_ moment: Moment) -> Response {
        let text = text(moment)
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func text(_ moment: Moment) -> String {
        let all = histograms.withLock { $0 }.sorted { $0.key < $1.key }
        var lines = [
            "# HELP http_requests_total Requests by method, route and class of status.",
            "# TYPE http_requests_total counter",
        ]
        lines += all.map { "http_requests_total{\(Self.labels($0.key))} \($0.value.count)" }
        lines += [
            "# HELP http_request_duration_seconds How long requests took.",
            "# TYPE http_request_duration_seconds histogram",
        ]
        for (key, histogram) in all {
            let (name, labels) = ("http_request_duration_seconds", Self.labels(key))
            for (bound, count) in zip(Self.bounds, histogram.counts) {
                lines.append("\(name)_bucket{\(labels),le=\"\(bound)\"} \(count)")
            }
            lines.append("\(name)_bucket{\(labels),le=\"+Inf\"} \(histogram.count)")
            lines.append("\(name)_sum{\(labels)} \(histogram.sum)")
            lines.append("\(name)_count{\(labels)} \(histogram.count)")
        }
        lines += [
            "# HELP open_event_streams Streams of events that someone watches.",
            "# TYPE open_event_streams gauge", "open_event_streams \(moment.openStreams)",
            "# HELP open_connections Connections to the server.",
            "# TYPE open_connections gauge", "open_connections \(moment.connections)",
            "# HELP worker_processes_started_total Worker processes since the start.",
            "# TYPE worker_processes_started_total counter",
            "worker_processes_started_total \(moment.workers.started)",
            "# HELP worker_questions Questions that workers answer now, and that wait for a turn.",
            "# TYPE worker_questions gauge", "worker_questions{state=\"running\"} \(moment.workers.running)",
            "worker_questions{state=\"waiting\"} \(moment.workers.waiting)",
            "# HELP process_start_time_seconds When the server started, Unix time.",
            "# TYPE process_start_time_seconds gauge", "process_start_time_seconds \(startedAt)",
        ]
        if let bytes = Self.residentBytes {
            lines += [
                "# HELP process_resident_memory_bytes Memory in use.",
                "# TYPE process_resident_memory_bytes gauge", "process_resident_memory_bytes \(bytes)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func labels(_ key: Key) -> String {
        "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
    }

    /// proc(5), statm: the second number is of pages.
    private static var residentBytes: Int? {
        let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int($0, in: 0...1 << 40) }
        return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
    }
}

/// Counts each request under the pattern of its route, so that no code of anyone's gets into the metrics.
struct MetricsMiddleware: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let elapsed = start.duration(to: .now).components
        metrics.record(
            method: RouteName.method(request.method),
            route: RouteName.of(context),
            status: response.status.code,
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        )
        return response
    }
}
