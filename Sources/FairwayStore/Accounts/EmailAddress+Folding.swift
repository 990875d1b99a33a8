package import FairwayCore
import Foundation

extension EmailAddress {
    /// As addresses are kept and compared.
    package static func folded(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
}
