import FairwayCore
import Foundation

/// What makes two registrations look like the same enterprise: a name in any language and the region, regardless of
/// case, width, spaces and punctuation.
struct EnterpriseKey: Hashable {
    private let name: String
    private let place: String

    /// One key for each language in which the enterprise has a name.
    static func keys(of enterprise: Enterprise) -> [EnterpriseKey] {
        let place = enterprise.region?.code ?? enterprise.economy.code
        var seen: Set<EnterpriseKey> = []
        return Language.allCases.compactMap { enterprise.name[$0] }.map { normalized($0) }
            .filter { !$0.isEmpty }
            .map { EnterpriseKey(name: $0, place: place) }
            .filter { seen.insert($0).inserted }
    }

    /// NFKC folds full-width forms; only letters and digits count.
    static func normalized(_ name: String) -> String {
        let folded = name.precomposedStringWithCompatibilityMapping.lowercased()
        return String(
            String.UnicodeScalarView(
                folded.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }
            )
        )
    }
}
