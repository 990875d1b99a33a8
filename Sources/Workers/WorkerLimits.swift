import CProcess
import Glibc

/// What a worker may use.
///
/// The kernel keeps it to that, whatever a stranger's file makes a library do.
package struct WorkerLimits: Equatable, Sendable {
    /// Bytes of private memory (`RLIMIT_DATA`).
    package var memory: UInt64
    /// Processor time of one question, in seconds (`RLIMIT_CPU`).
    package var cpuSeconds: UInt64
    /// Seconds after which the server gives up waiting for the answer.
    package var wallSeconds: Double
    /// Long work leaves one worker free for short work.
    package var isLong: Bool

    package init(memory: UInt64, cpuSeconds: UInt64, wallSeconds: Double, isLong: Bool = false) {
        self.memory = memory
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds
        self.isLong = isLong
    }

    /// Open files of a worker: its pipes, libraries and fonts, and some files of its own.
    static let maxOpenFiles: UInt64 = 128
    /// Bytes of one file that it writes.
    static let maxFileBytes: UInt64 = 512 << 20
    /// Requests go first, and what a person waits for goes before what takes minutes.
    var niceness: Int32 { isLong ? 15 : 8 }

    /// Binds this process, before it has read a byte, and lets it end with its parent.
    ///
    /// The parent is the thread that started it: swift-subprocess starts every process on one thread that lives as long as
    /// the server does (prctl(2), PR_SET_PDEATHSIG).
    /// - Returns: false when a limit could not be set; nothing may be read then.
    func bind() -> Bool {
        let parent = getppid()
        // As the server names itself: it may be the first process of a container.
        let server = getenv("FAIRWAY_SERVER").map { String(cString: $0) }
        let isBound =
            Self.limit(RLIMIT_DATA, memory, memory)
            && Self.limit(RLIMIT_NOFILE, Self.maxOpenFiles, Self.maxOpenFiles)
            && Self.limit(RLIMIT_FSIZE, Self.maxFileBytes, Self.maxFileBytes) && Self.limit(RLIMIT_CORE, 0, 0)
            && allowTime() && fairway_end_with_parent()
        umask(0o077)
        setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness)
        // The parent may have ended between the fork and the call above; then nobody would tell.
        return isBound && getppid() == parent && (server == nil || server == String(parent))
    }

    /// Gives the next question its processor time, beyond what earlier ones of the same process used.
    @discardableResult
    func allowTime() -> Bool {
        var used = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &used)
        let spent = UInt64(max(0, used.ru_utime.tv_sec + used.ru_stime.tv_sec)) + 1
        return Self.limit(RLIMIT_CPU, spent + cpuSeconds, UInt64.max)
    }

    private static func limit(_ kind: __rlimit_resource, _ soft: UInt64, _ hard: UInt64) -> Bool {
        var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
        return setrlimit(Int32(kind.rawValue), &limit) == 0
    }
}
