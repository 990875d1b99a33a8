import Foundation
import Glibc
import TextAnalysis

/// Who the audit log names for what is done at the command line, unless `--actor` says: the system's user, and behind `sudo` the
/// one who called it.
enum CommandActor {
    static var name: String { "command line: " + user }

    private static var user: String {
        if let caller = ProcessInfo.processInfo.environment["SUDO_USER"], !caller.isEmpty {
            return TextSafety.cleaned(caller, .name)
        }
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "\(getuid())" }
        return TextSafety.cleaned(String(cString: name), .name)
    }
}
