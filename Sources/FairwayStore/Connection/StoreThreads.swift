import Foundation

/// Threads that are there to wait for the store: a read on one of them is made in place, which spares it two changes of threads.
///
/// Whoever runs on another, such as one of Swift's own, suspends while a thread of the back end reads.
package enum StoreThreads {
    /// Says so of the current thread, for as long as it lives.
    package static func enter() { pthread_setspecific(key, mark) }

    package static var isCurrent: Bool { pthread_getspecific(key) != nil }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Any address that is none of nothing.
    private static var mark: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: 1) }
}
