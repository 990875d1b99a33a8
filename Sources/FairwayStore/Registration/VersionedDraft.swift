package import FairwayCore
import Foundation

/// A profile as it is stored now, with a mark that changes whenever any of it does.
package struct VersionedDraft: Equatable, Sendable {
    package var draft: ProfileDraft
    package var version: String

    init(_ draft: ProfileDraft) {
        self.draft = draft
        version = SecretToken.hash(JSONText.encode(draft)).prefix(12).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
    }
}

/// Someone else saved another text in between.
package struct ProfileConflict: Error, Equatable {
    package var present: VersionedDraft
}
