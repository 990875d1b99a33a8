package import FairwayCore
package import FairwayStore

/// The letter that tells someone that their second factor was taken off, for the command line.
package enum FactorResetLetter {
    /// - Parameters:
    ///   - site: The address that people type.
    ///   - seconds: Now, Unix time.
    package static func text(to account: Account, site: String, at seconds: Double) -> LetterText {
        Letters.changed(.factorReset, of: account, site, at: seconds)
    }
}
