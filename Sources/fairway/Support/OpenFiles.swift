import FairwayWeb
import Glibc

/// Each connection is an open file, of which a process may usually have 1,024 until it asks for more.
enum OpenFiles {
    /// For the store, workers' pipes, libraries and whatever else is open.
    private static let others = 300

    /// Raises the process's limit as far as it may, and fits the number of connections to it.
    static func connectionLimits() -> ConnectionLimits {
        var limits = ConnectionLimits.usual
        var files = rlimit()
        guard getrlimit(Int32(RLIMIT_NOFILE.rawValue), &files) == 0 else { return limits }
        let wanted = rlim_t(limits.maxConnections + others)
        if files.rlim_cur < wanted {
            files.rlim_cur = min(wanted, files.rlim_max)
            guard setrlimit(Int32(RLIMIT_NOFILE.rawValue), &files) == 0 else { return limits }
        }
        if files.rlim_cur < wanted {
            limits.maxConnections = max(16, Int(clamping: files.rlim_cur) - others)
        }
        limits.maxOfAddress = min(limits.maxOfAddress, limits.maxConnections * 3 / 4)
        return limits
    }
}
