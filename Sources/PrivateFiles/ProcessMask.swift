import Foundation

/// The rights that files get when a library creates them.
package enum ProcessMask {
    /// Nothing for others than the owner, from now on in this process and those it starts.
    package static func keepOthersOut() {
        _ = umask(0o077)
    }
}
