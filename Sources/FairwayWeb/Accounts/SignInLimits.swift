import FairwayCore
import FairwayStore

/// How often one may try to get in, for whom and from where (NIST SP 800-63B-4, 3.2.2; OWASP ASVS 5.0, 6.3).
///
/// What someone aims at an account from a strange browser is counted by account and place together, and by account in all;
/// a browser that its owner was signed in with has a count of its own, which nobody else can use up. `docs/accounts.md`
/// does the sums.
enum SignInLimits {
    // MARK: - Allowances

    static let password = Strange(
        pair: Allowance(burst: 8, refill: .seconds(60)),
        subject: Allowance(burst: 100, refill: .seconds(900)),
        source: Allowance(burst: 4000, refill: .seconds(1))
    )
    static let passwordOnDevice = Allowance(burst: 10, refill: .seconds(300))

    static let secondFactor = Strange(
        pair: Allowance(burst: 8, refill: .seconds(300)),
        subject: Allowance(burst: 30, refill: .seconds(1800))
    )
    /// Of 120 bits: they are not guessed, and are to stay good when someone with the password uses up the codes of the authenticator.
    static let recoveryCode = Strange(pair: Allowance(burst: 8, refill: .seconds(300)))
    static let secondFactorOnDevice = Allowance(burst: 8, refill: .seconds(900))

    /// The code of each letter can be tried five times, in the browser that asked for it.
    ///
    /// Places have no count: letters go only to who has an account, and one guest could shut this way in for a whole hall.
    static let letter = Strange(
        pair: Allowance(burst: 3, refill: .seconds(300)),
        subject: Allowance(burst: 12, refill: .seconds(120))
    )
    static let letterOnDevice = Allowance(burst: 4, refill: .seconds(300))

    /// Of the current password, the factor or a code, by someone who is signed in.
    static let proofInSignIn = Allowance(burst: 5, refill: .seconds(300))
    static let proofOfAccount = Allowance(burst: 20, refill: .seconds(1800))

    /// These go to addresses that anyone may type, so a place has far fewer of them than of letters to accounts.
    static let registrationLetter = Strange(
        pair: Allowance(burst: 3, refill: .seconds(300)),
        subject: Allowance(burst: 12, refill: .seconds(120)),
        source: Allowance(burst: 200, refill: .seconds(10))
    )
    static let registrationCode = Strange(
        pair: Allowance(burst: 8, refill: .seconds(60)),
        subject: Allowance(burst: 100, refill: .seconds(900)),
        source: Allowance(burst: 4000, refill: .seconds(1))
    )

    /// What a browser may that nobody knows.
    struct Strange: Equatable, Sendable {
        let pair: Allowance
        var subject: Allowance?
        var source: Allowance?

        /// The pair comes first: what it refuses costs nobody else anything.
        func charges(
            _ attempt: ThrottleKey.Attempt,
            _ subject: ThrottleKey.Subject,
            from place: ClientSource
        ) -> [Charge] {
            [Charge(.pair(attempt, subject, place), pair)]
                + (self.subject.map { [Charge(.subject(attempt, subject), $0)] } ?? [])
                + (source.map { [Charge(.source(attempt, place), $0)] } ?? [])
        }
    }

    // MARK: - Charges

    /// Who tries something, as far as it can be known.
    struct Visitor: Sendable {
        let source: ClientSource
        /// Of a browser that the person who is tried was signed in with before.
        let device: SecretDigest?
    }

    static func password(_ email: String, _ visitor: Visitor) -> [Charge] {
        let subject = ThrottleKey.Subject.email(email)
        guard let device = visitor.device else {
            return password.charges(.password, subject, from: visitor.source)
        }
        return [Charge(.device(.password, subject, device), passwordOnDevice)]
    }

    /// - Parameter code: As it was typed.
    static func secondFactor(_ code: String, _ id: Account.ID, _ visitor: Visitor) -> [Charge] {
        if RecoveryCode.looksLikeOne(code) {
            return recoveryCode.charges(.recoveryCode, .account(id), from: visitor.source)
        }
        guard let device = visitor.device else {
            return secondFactor.charges(.secondFactor, .account(id), from: visitor.source)
        }
        return [Charge(.device(.secondFactor, .account(id), device), secondFactorOnDevice)]
    }

    static func letter(_ email: String, _ visitor: Visitor) -> [Charge] {
        let subject = ThrottleKey.Subject.email(email)
        guard let device = visitor.device else {
            return letter.charges(.letter, subject, from: visitor.source)
        }
        return [Charge(.device(.letter, subject, device), letterOnDevice)]
    }

    /// A sign-in of the last minutes is its owner's, who gave password and factor for it: stolen ones do not use its proofs up.
    static let freshSeconds = 900.0

    /// - Parameters:
    ///   - factor: As it was typed; empty for another kind of proof.
    ///   - now: Unix seconds.
    static func proof(_ factor: String, _ signIn: SignIn, now: Double) -> [Charge] {
        // Of 120 bits, as above: they stay good when someone uses up the other kinds of proof.
        let attempt: ThrottleKey.Attempt = RecoveryCode.looksLikeOne(factor) ? .recoveryCode : .proof
        let own = Charge(.subject(attempt, .signIn(signIn.id)), proofInSignIn)
        guard attempt == .proof, now - signIn.createdAt > freshSeconds else { return [own] }
        return [own, Charge(.subject(.proof, .account(signIn.account.id)), proofOfAccount)]
    }

    static func proofLetter(_ signIn: SignIn) -> [Charge] {
        [Charge(.subject(.letter, .signIn(signIn.id)), letterOnDevice)]
    }
}
