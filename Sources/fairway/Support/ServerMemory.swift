import CMalloc
import Dispatch

/// What a server gives back of the memory that it once needed.
enum ServerMemory {
    /// Heaps that threads allocate from.
    ///
    /// glibc makes eight a core, and each keeps its peak.
    static let maxHeaps: Int32 = 2
    /// Blocks from this size on, in bytes, go back to the system as soon as they are free.
    static let returnedBlock: Int32 = 128 << 10

    /// Before the first thread starts.
    static func bound() {
        _ = mallopt(M_ARENA_MAX, maxHeaps)
        // Set, the limit stays: glibc would else raise it up to 32 MB with each large block that is freed.
        _ = mallopt(M_MMAP_THRESHOLD, returnedBlock)
    }

    /// Returns the free pages of all heaps every `secondsBetween` seconds, until it is cancelled.
    static func givingBack() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
        timer.setEventHandler { _ = malloc_trim(0) }
        timer.schedule(deadline: .now() + secondsBetween, repeating: secondsBetween)
        timer.resume()
        return timer
    }

    static let secondsBetween = 5.0
}
